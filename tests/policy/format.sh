#!/usr/bin/env bash
# All C++ is as clang-format writes it.
set -u
git ls-files -z '*.hpp' '*.cpp' | xargs -0 clang-format --dry-run -Werror
