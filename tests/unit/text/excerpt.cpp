#include "afterword/text/excerpt.hpp"

#include "catch.hpp"

#include <cstddef>
#include <string>

using afterword::text::excerpt;

TEST_CASE("a short text is its own excerpt, in one line") {
  CHECK(excerpt("", 10).empty());
  CHECK(excerpt("short", 10) == "short");
  CHECK(excerpt("exactly 10", 10) == "exactly 10");
  CHECK(excerpt("  a\n\n b\t c  ", 10) == "a b c");
  CHECK(excerpt("a\u00a0 \u00a0b", 10) == "a b");
  CHECK(excerpt("0123456789          ", 10) == "0123456789");
}

TEST_CASE("a long text is cut at a word's end") {
  CHECK(excerpt("one two three four", 10) == "one two…");
  CHECK(excerpt("one two three four", 13) == "one two three…");
  CHECK(excerpt("one two three four", 14) == "one two three…");
  CHECK(excerpt("one two three  four", 15) == "one two three…");
}

TEST_CASE("where no word ends in the second half, it is cut where it has to be") {
  CHECK(excerpt("0123456789abc", 10) == "0123456789…");
  CHECK(excerpt("a 23456789abc", 10) == "a 23456789…");
  CHECK(excerpt("東京東京東京東京", 4) == "東京東京…");
}

TEST_CASE("code points are counted, and none is cut") {
  CHECK(excerpt("👩🎉👩🎉", 4) == "👩🎉👩🎉");
  CHECK(excerpt("👩🎉👩🎉👩", 4) == "👩🎉👩🎉…");
  CHECK(excerpt("سلام عليكم ورحمة الله", 12) == "سلام عليكم…");
}
