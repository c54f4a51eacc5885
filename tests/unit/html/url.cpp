#include "afterword/html/url.hpp"

#include "catch.hpp"

#include <string>

using namespace afterword::html;

TEST_CASE("schemes that run nothing are kept") {
  for (const std::string_view url :
       {"https://a.example", "HTTP://a.example/b?c#d", "mailto:a@b.example", "/path", "//other.example/x",
        "#fragment", "?query", "a/b:c", "page.html"})
    CHECK(Url::check(url));
}

TEST_CASE("all others are refused, however they are dressed") {
  for (const std::string_view url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "\x01javascript:x", "java\nscript:x",
        "java\tscript:x", "\x1Fjavascript:x", "data:text/html,x", "vbscript:x", "blob:x", "file:///x",
        "ftp://x", "", "  "})
    CHECK_FALSE(Url::check(url));
}

TEST_CASE("what a browser would drop is dropped") {
  CHECK(Url::check(" https://a.example/\tb\nc ")->str() == "https://a.example/bc");
  CHECK(Url::fragment("comment-1 2").str() == "#comment-1%202");
}
