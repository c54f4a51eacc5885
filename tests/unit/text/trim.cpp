#include "afterword/text/trim.hpp"

#include "catch.hpp"

using namespace afterword::text;

TEST_CASE("white space of any script is cut from the ends only") {
  CHECK(trim("  a b \n") == "a b");
  CHECK(trim("\xC2\xA0\xE3\x80\x80x y\xE2\x80\xA9\xEF\xBB\xBF") == "x y");
  CHECK(trim(" \t ").empty());
  CHECK(trim("").empty());
}

TEST_CASE("what cannot be seen is blank") {
  CHECK(is_blank(""));
  CHECK(is_blank(" \xE2\x80\x8B\xE2\x80\x8D\xE2\xA0\x80\xEF\xB8\x8F"));
  CHECK(is_blank("\xE3\x85\xA4\xC2\xAD\xE2\x80\xAE"));
  CHECK_FALSE(is_blank("\xE2\x80\x8B."));
  CHECK_FALSE(is_blank("\xF0\x9F\x98\x80"));
}
