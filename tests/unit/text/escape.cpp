#include "afterword/text/escape.hpp"

#include "afterword/text/decimal.hpp"
#include "afterword/text/words.hpp"
#include "catch.hpp"

#include <string>

using namespace afterword::text;

namespace {

std::string escaped(std::string_view raw) {
  std::string out;
  append_escaped(out, raw);
  return out;
}

std::string json(const std::string &raw) {
  std::string out;
  append_json_string(out, raw);
  return out;
}

} // namespace

TEST_CASE("escaped text can leave neither a text nor an attribute") {
  CHECK(escaped("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c'");
  CHECK(escaped("x\r\ny\tz") == "x&#13;\ny\tz");
  CHECK(escaped(std::string_view("a\0b\x07", 4)) == "a\xEF\xBF\xBD"
                                                    "b\xEF\xBF\xBD");
  CHECK(escaped("\xEF\xBF\xBE") == "\xEF\xBF\xBD"); // U+FFFE is no XML character
  CHECK(escaped("&\xC3\xA9\xF0\x9F\x98\x80z<") == "&amp;\xC3\xA9\xF0\x9F\x98\x80z&lt;");
  CHECK(escaped("\xC0\xBC") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("percent-encoding is encodeURIComponent's") {
  CHECK(percent_encode("AZaz09-_.!~*'()") == "AZaz09-_.!~*'()");
  CHECK(percent_encode("/a b?c&d=\xC3\xA9#%+") == "%2Fa%20b%3Fc%26d%3D%C3%A9%23%25%2B");
}

TEST_CASE("a JSON string is escaped where it must be") {
  CHECK(json("a\"\\b\n\x01\x1F\xC3\xA9/") == "\"a\\\"\\\\b\\n\\u0001\\u001f\xC3\xA9/\"");
  CHECK(json("\xFF") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("a word is among others only as a whole") {
  CHECK(is_among("one two three", "two"));
  CHECK(is_among("one", "one"));
  CHECK_FALSE(is_among("one two", "o"));
  CHECK_FALSE(is_among("one two", "one two"));
  CHECK_FALSE(is_among("one two", ""));
  CHECK_FALSE(is_among("", ""));
}

TEST_CASE("numbers in digits") {
  CHECK(decimal(0) == "0");
  CHECK(decimal(1907) == "1907");
  CHECK(decimal(18446744073709551615ull) == "18446744073709551615");
}
