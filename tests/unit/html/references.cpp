#include "afterword/html/references.hpp"

#include "catch.hpp"

#include <string>
#include <string_view>

using namespace afterword::html;

TEST_CASE("a name is read as the standard reads it, in text and in an attribute") {
  const struct {
    std::string_view raw;
    std::string_view text;
    std::string_view attribute;
  } cases[] = {
      {"&amp; &lt;&gt; &quot;&apos;", "& <> \"'", "& <> \"'"},
      {"&copy &copy;", "© ©", "© ©"},
      {"&copy=1", "©=1", "&copy=1"},
      {"&notit; &notin;", "¬it; ∉", "&notit; ∉"},
      {"&ampamp;", "&amp;", "&ampamp;"},
      {"&sup1&sup12", "¹¹2", "¹&sup12"},
      {"&NotEqualTilde;&fjlig;", "≂̸fj", "≂̸fj"},
      {"&CounterClockwiseContourIntegral;", "∳", "∳"},
      {"&CounterClockwiseContourIntegralx;", "&CounterClockwiseContourIntegralx;",
       "&CounterClockwiseContourIntegralx;"},
      {"&hellip", "&hellip", "&hellip"}, // not one of those that do without a semicolon
      {"&bogus; & && &; &", "&bogus; & && &; &", "&bogus; & && &; &"},
  };
  for (const auto &[raw, text, attribute] : cases) {
    CHECK(decode_references(raw, false) == text);
    CHECK(decode_references(raw, true) == attribute);
  }
}

TEST_CASE("a number is read as the standard reads it") {
  const struct {
    std::string_view raw;
    std::string_view text;
  } cases[] = {
      {"&#65;&#x42;&#X43 &#068", "ABC D"},
      {"&#128;&#x9F;&#x81;", "\xE2\x82\xAC\xC5\xB8\xC2\x81"},
      {"&#0;&#xD800;&#x110000;&#99999999999999999999;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"&#;&#x;&#xg;&#-1;", "&#;&#x;&#xg;&#-1;"},
      {"&#x1F600;", "\xF0\x9F\x98\x80"},
  };
  for (const auto &[raw, text] : cases) {
    CHECK(decode_references(raw, false) == text);
    CHECK(decode_references(raw, true) == text);
  }
}

TEST_CASE("the table is the standard's: complete, and in order") {
  CHECK(named_references.size() == 2125);
  for (std::size_t i = 1; i < named_references.size(); ++i)
    CHECK(named_references[i - 1].name < named_references[i].name);
  std::size_t legacy = 0;
  for (const NamedReference &reference : named_references) {
    const bool is_legacy = afterword::text::is_among(legacy_references, reference.name);
    legacy += is_legacy ? 1 : 0;
    const std::string raw = "&" + std::string(reference.name);
    CHECK(decode_references(raw + ";", true) == reference.value);
    if (is_legacy)
      CHECK(decode_references(raw, false) == reference.value);
  }
  CHECK(legacy == 106);
}
