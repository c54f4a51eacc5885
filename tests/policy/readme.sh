#!/usr/bin/env bash
# The demo embeds exactly the tag that the README shows, and the README's pictures are there.
set -eu
tag=$(grep -m1 '^<script async' README.md)
grep -qF -- "$tag" demo/site/a-comment-section-is-a-promise.html || {
  echo "the demo does not embed the tag of the README: $tag" >&2
  exit 1
}
[ -s tests/browser/screenshot.png ] && [ -s tests/browser/thread.png ]
