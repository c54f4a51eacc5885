#!/usr/bin/env bash
# A room uses only rooms below it: text; html and rules; model; locale and backend; view; widget. JSON is backend's.
set -u
declare -A floor=([text]=0 [html]=1 [rules]=1 [model]=2 [locale]=3 [backend]=3 [view]=4 [widget]=5)
status=0
while IFS=: read -r file _ line; do
  from=${file#include/afterword/}
  from=${from%%/*}
  to=${line#*\"afterword/}
  to=${to%%/*}
  if [ "$from" != "$to" ] && [ "${floor[$to]}" -ge "${floor[$from]}" ]; then
    echo "$file: $from must not use $to, which is not below it" >&2
    status=1
  fi
done < <(grep -rn '#include "afterword/' include/)
if grep -rln 'include <nlohmann' include/ | grep -v '^include/afterword/backend/json.hpp$'; then
  echo 'only backend/json.hpp includes the JSON library' >&2
  status=1
fi
exit $status
