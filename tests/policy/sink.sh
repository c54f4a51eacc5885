#!/usr/bin/env bash
# One file of the host, and only one, turns markup into nodes; nothing else there writes markup.
set -u
sinks='innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTML|srcdoc|createHTML'
files=$(grep -rlE "$sinks" web/src)
if [ "$files" != web/src/sink.ts ]; then
  printf 'markup becomes nodes in web/src/sink.ts alone, but these do it too:\n%s\n' "$files" >&2
  exit 1
fi
if grep -rnE '\beval\(|new Function|setTimeout\(["'\''`]' web/src; then
  echo 'no code from strings' >&2
  exit 1
fi
