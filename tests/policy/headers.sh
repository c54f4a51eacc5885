#!/usr/bin/env bash
# Every header of the core stands on its own, for g++ and for clang.
set -u
status=0
for header in $(find include -name '*.hpp' | sort); do
  for compiler in g++ clang++; do
    command -v "$compiler" >/dev/null || continue
    echo "#include \"${header#include/}\"" |
      "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Wshadow -Wconversion -Werror -fno-exceptions -Iinclude -x c++ - 2>&1 | sed 8q >&2; [ "${PIPESTATUS[1]}" = 0 ] ||
      { echo "$header does not compile by itself with $compiler" >&2; status=1; }
  done
done
exit $status
