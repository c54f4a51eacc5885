#include "parser.hpp"

#include "catch.hpp"
#include "corpora.hpp"

#include <string>

using namespace afterword;

/// @see https://github.com/nst/JSONTestSuite
TEST_CASE("the command takes for JSON what the core does", "[parser]") {
  for (const char *text :
       {"", " ", "{", "[1,]", "[,1]", "{\"a\":1,}", "[1 2]", "{\"a\" 1}", "1 2", "\"\n\"", "[01]", "nul"}) {
    recipe::Value value;
    CHECK(recipe::parse(text, value));
  }
  const auto suite = find_corpus("json-test-suite");
  if (!suite)
    return;
  std::size_t files = 0;
  for (const auto &entry : std::filesystem::directory_iterator(*suite / "test_parsing")) {
    const std::string text = read_case(entry.path());
    INFO(entry.path());
    recipe::Value value;
    backend::Json json;
    const auto error = recipe::parse(text, value);
    CHECK(backend::parse_json(text, json) == !error);
    if (error)
      CHECK(error->at <= text.size());
    ++files;
  }
  CHECK(files > 300);
}

TEST_CASE("a value knows where it stands", "[parser]") {
  const std::string text = "\xEF\xBB\xBF{ \"a\" : [ -1.5e3 , {\"b\":\"\\u00e4\"} ] }";
  recipe::Value value;
  REQUIRE_FALSE(recipe::parse(text, value));
  const recipe::Value &list = *value.member("a");
  CHECK(value.start == 3);
  CHECK(text.substr(list.key_start, 3) == "\"a\"");
  CHECK(text.substr(list.items[0].start, 6) == "-1.5e3");
  CHECK(list.items[0].text == "-1.5e3");
  CHECK(text.substr(list.items[1].member("b")->start) == "\"\\u00e4\"} ] }");
  CHECK(list.items[1].member("b")->text == "ä");
}
