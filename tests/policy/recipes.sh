#!/usr/bin/env bash
# Every preset has a page with its tag, and a row in the table; and the code that owners shall copy is what the tests run.
set -eu
cd web/recipes
for recipe in *.json; do
  name=${recipe%.json}
  case $name in *.schema) continue ;; esac
  [ -s "$name.md" ] || { echo "the preset $name has no page" >&2; exit 1; }
  [ "$name" = afterword ] || grep -qE "recipe=\"$name\"" "$name.md" || { echo "$name.md shows no tag" >&2; exit 1; }
  grep -qF "| [$name]($name.md) |" README.md || { echo "$name is not in the table of README.md" >&2; exit 1; }
done

code=$(awk '/^```$/ { inside = 0 } inside; /^```php$/ { inside = 1 }' wordpress.md)
[ -n "$code" ]
while IFS= read -r line; do
  grep -qxF -- "$line" ../../tests/backends/wordpress-site/mu-plugins/site-owner.php ||
    { echo "wordpress.md has code that no test runs: $line" >&2; exit 1; }
done <<<"$code"
