#include "afterword/html/url.hpp"

#include "catch.hpp"
#include "url_cases.hpp"

#include <set>
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

TEST_CASE("what browsers make of a URL", "[corpora]") {
  const auto is_kept = [](std::string_view protocol) {
    return protocol == "http:" || protocol == "https:" || protocol == "mailto:";
  };
  std::multiset<std::string> lost;
  for (const UrlCase &c : read_url_cases()) {
    INFO(c.input << " against " << c.base << " is " << c.protocol);
    const auto url = Url::check(c.input);
    if (!url && is_kept(c.protocol))
      lost.insert(c.input);
    if (!url || c.protocol.empty()) // a URL that browsers refuse runs nothing
      continue;
    // What has no scheme of its own takes that of the page, and no page of ours is a script.
    const std::string base = c.base.substr(0, c.base.find(':') + 1);
    CHECK(c.protocol == (url->scheme().empty() ? base : url->scheme() + ":"));
    CHECK((url->scheme().empty() || is_kept(c.protocol)));
  }
  // To a browser an empty URL is the page itself; in a comment it is a link that was forgotten.
  for (const std::string &url : lost)
    CHECK(url.find_first_not_of(" \t") == std::string::npos);
}
