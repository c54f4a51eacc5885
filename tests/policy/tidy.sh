#!/usr/bin/env bash
# clang-tidy over the core, by the one file that includes all of it, and over the demo's backend.
# $1: a build folder with compile_commands.json
set -u
{ echo 'tests/policy/core.cpp'; git ls-files 'demo/*.cpp'; } |
  xargs -P 2 -n 8 clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p "$1"
