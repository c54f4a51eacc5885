#!/usr/bin/env bash
# Every header of the core stands on its own. Clang looks, where it is there: all that g++ makes of them the unit tests see.
set -u
compiler=$(command -v clang++ || echo g++)
export compiler
# shellcheck disable=SC2016 # the inner shell fills it in
find include -name '*.hpp' | sort | xargs -P 2 -I '{}' bash -c '
  header={}
  echo "#include \"${header#include/}\"" |
    "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Wshadow -Wconversion -Werror -fno-exceptions -Iinclude -x c++ - ||
    { echo "$header does not compile by itself" >&2; exit 1; }'
