#!/usr/bin/env bash
# The core has no I/O, no clock, no randomness (and no exceptions: headers.sh compiles it without), and does not know what it is compiled to.
set -u
status=0
forbid() {
  if grep -rnE "$1" include/; then
    echo "the core must not have $2" >&2
    status=1
  fi
}
forbid '[Ee][Mm][Ss][Cc][Rr][Ii][Pp][Tt][Ee][Nn]' 'a word of Emscripten'
forbid '#include <(iostream|fstream|cstdio|chrono|ctime|random|thread|filesystem|regex)>' 'I/O, a clock, randomness or <regex>'
forbid '\b(system_clock|steady_clock|random_device|getenv|printf)\b' 'a clock, randomness or I/O'
exit $status
