#include "afterword/text/utf8.hpp"

#include "catch.hpp"

#include <memory>
#include <string>
#include <string_view>

using namespace afterword::text;

namespace {

/// A copy in a heap block of exactly its size, so that a sanitizer sees any byte read too far.
struct Exact {
  explicit Exact(std::string_view text) : size(text.size()), bytes(new char[text.size()]) {
    text.copy(bytes.get(), size);
  }
  [[nodiscard]] std::string_view view() const { return {bytes.get(), size}; }
  std::size_t size;
  std::unique_ptr<char[]> bytes;
};

} // namespace

TEST_CASE("ill-formed UTF-8 is repaired as the WHATWG decoder does") {
  const struct {
    std::string_view in;
    std::string_view out;
  } cases[] = {
      {"plain", "plain"},
      {"\xC3\xA9\xE4\xB8\x96\xF0\x9F\x98\x80", "\xC3\xA9\xE4\xB8\x96\xF0\x9F\x98\x80"},
      {"\xC0\xBC", "\xEF\xBF\xBD\xEF\xBF\xBD"},                                 // an overlong "<"
      {"\xE0\x80\xBC", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                 // another
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                 // a surrogate
      {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, // past U+10FFFF
      {"a\xF0\x9F\x98", "a\xEF\xBF\xBD"}, // cut off: one maximal subpart
      {"\xE4\xB8<", "\xEF\xBF\xBD<"},     // the "<" after it is kept
      {"\x80\xFF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const auto &[in, out] : cases) {
    const Exact exact(in);
    CHECK(to_utf8(exact.view()) == out);
    CHECK(is_utf8(exact.view()) == (in == out));
    CHECK(is_utf8(out));
  }
}

TEST_CASE("a length is counted in the unit that the backend counts in") {
  const std::string_view text = "a\xC3\xA9\xF0\x9F\x98\x80"; // a, é, an emoji
  CHECK(length(text, Unit::bytes) == 7);
  CHECK(length(text, Unit::code_points) == 3);
  CHECK(length(text, Unit::utf16) == 4);
}

TEST_CASE("a character is appended in as few bytes as hold it") {
  const struct {
    char32_t value;
    std::string_view bytes;
  } cases[] = {{0x7F, "\x7F"},          {0x80, "\xC2\x80"},       {0x7FF, "\xDF\xBF"},
               {0x800, "\xE0\xA0\x80"}, {0xFFFF, "\xEF\xBF\xBF"}, {0x10000, "\xF0\x90\x80\x80"}};
  for (const auto &[value, bytes] : cases) {
    std::string out = "x";
    append(out, value);
    CHECK(out.substr(1) == bytes);
  }
}

TEST_CASE("what is no scalar value is appended as U+FFFD") {
  std::string out;
  append(out, 0xD800);
  append(out, 0x110000);
  append(out, 0x10FFFF);
  CHECK(out == "\xEF\xBF\xBD\xEF\xBF\xBD\xF4\x8F\xBF\xBF");
}
