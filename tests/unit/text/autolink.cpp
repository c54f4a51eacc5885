#include "afterword/text/autolink.hpp"

#include "catch.hpp"

#include <string>

using namespace afterword::text;

namespace {

/// The first address in `text`.
std::string first(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const std::size_t size = autolink(text, at))
      return std::string(text.substr(at, size));
  return {};
}

} // namespace

TEST_CASE("an address ends before what belongs to the sentence") {
  CHECK(first("see https://a.example/x. Or") == "https://a.example/x");
  CHECK(first("(HTTP://b.example/(c)), ok") == "HTTP://b.example/(c)");
  CHECK(first("<https://a.example>") == "https://a.example");
  CHECK(first("\"http://a.example/?b=1&c=2\"") == "http://a.example/?b=1&c=2");
  CHECK(first("http://[::1]/") == "http://[::1]/");
  CHECK(first("\xC3\xA9http://\xC3\xA9.example!?") == "http://\xC3\xA9.example");
}

TEST_CASE("what has no host, or is within a word, is no address") {
  for (const std::string_view text : {"", "http", "https://", "http:// a", "http://.", "http://(a)",
                                      "xhttps://a.example", "http:/a", "ftp://a"})
    CHECK(first(text).empty());
}

TEST_CASE("a text of nothing but beginnings takes no longer than its size") {
  std::string text;
  while (text.size() < 4'000'000)
    text += "http://(";
  CHECK(first(text).empty());
}
