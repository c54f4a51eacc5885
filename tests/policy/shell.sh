#!/usr/bin/env bash
# All scripts pass shellcheck.
set -u
git ls-files -z '*.sh' '*/run' | xargs -0 shellcheck -x
