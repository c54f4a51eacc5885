#include "afterword/backend/json.hpp"

#include "catch.hpp"

#include <string>

using namespace afterword::backend;

namespace {

Json parse(std::string_view text) {
  Json json;
  REQUIRE(parse_json(text, json));
  return json;
}

bool is_json(std::string_view text) {
  Json json;
  return parse_json(text, json);
}

} // namespace

TEST_CASE("JSON becomes a tree") {
  const Json json =
      parse(R"( {"a":[1,-2.50,"x\ud83d\ude00\n",true,false,null,{}],"b/c":{"~":"t"},"a2":[]} )");
  CHECK(as_size(find(json, "/a/0")) == 1u);
  CHECK(as_text(find(json, "/a/1")) == "-2.50");
  CHECK(as_text(find(json, "/a/2")) == "x\xF0\x9F\x98\x80\n");
  CHECK(is_true(find(json, "/a/3")));
  CHECK_FALSE(is_true(find(json, "/a/4")));
  CHECK(find(json, "/a/5")->type == Json::Type::null);
  CHECK(as_text(find(json, "/b~1c/~0")) == "t");
  CHECK(find(json, "")->items.size() == 3);
}

TEST_CASE("a pointer that leads nowhere is no value") {
  const Json json = parse(R"({"a":[1]})");
  for (const char *pointer : {"a", "/b", "/a/1", "/a/-1", "/a/00", "/a/0/x", "/a/", "/a/x"})
    CHECK(find(json, pointer) == nullptr);
}

TEST_CASE("a value of another type is no text, no number and not true") {
  const Json json = parse(R"({"n":1.5,"s":"1","l":[],"m":-1,"big":12345678901234567890,"d":1,"d":2})");
  CHECK_FALSE(as_size(find(json, "/n")));
  CHECK_FALSE(as_size(find(json, "/s")));
  CHECK_FALSE(as_size(find(json, "/m")));
  CHECK_FALSE(as_size(find(json, "/big")));
  CHECK(as_text(find(json, "/big")) == "12345678901234567890");
  CHECK(as_text(find(json, "/l")).empty());
  CHECK(as_text(nullptr).empty());
  CHECK(as_text(find(json, "/d")) == "2");
}

TEST_CASE("what is not JSON is refused") {
  for (const std::string_view text :
       {"",          " ",     "{",          "[",        "]",           "}",        "[1,]",
        "[,1]",      "[1 2]", "{\"a\"}",    "{\"a\":}", "{\"a\":1,}",  "{a:1}",    "{\"a\" 1}",
        "{1:2}",     "[1:2]", ",",          ":",        "1 2",         "[]]",      "{]",
        "[}",        "\"",    "\"\\x\"",    "\"\n\"",   "tru",         "nulll",    "01",
        "1.",        "-",     "+1",         "'a'",      "\"\\ud800\"", "\"\xFF\"", "[1}",
        "{\"a\":1]", "{,}",   "{\"a\"::1}", "<html>"})
    CHECK_FALSE(is_json(text));
}

TEST_CASE("nesting has an end") {
  CHECK(is_json(std::string(most_json_depth, '[') + std::string(most_json_depth, ']')));
  CHECK_FALSE(is_json(std::string(most_json_depth + 1, '[') + std::string(most_json_depth + 1, ']')));
  CHECK_FALSE(is_json(std::string(1'000'000, '[')));
}
