#include "afterword/backend/request.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <string>

using namespace afterword;
using namespace afterword::backend;

namespace {

Config config() {
  Config made;
  made.backend = "/api";
  made.page = "/a b";
  return made;
}

} // namespace

TEST_CASE("a recipe must be able to list or to subscribe") {
  CHECK_FALSE(Recipe::parse(""));
  CHECK_FALSE(Recipe::parse("[]"));
  CHECK_FALSE(Recipe::parse("{}"));
  CHECK_FALSE(Recipe::parse(R"({"list":{"url":7.5e}})"));
  CHECK(Recipe::parse(R"({"list":{"url":"x"}})"));
  CHECK(Recipe::parse(R"({"subscribe":{"url":"x"}})"));
}

TEST_CASE("the first list is a simple request; the next names its cursor") {
  const Recipe recipe = shipped_recipe();
  CHECK(list_request(recipe, config()) == Request{"GET", "/api/comments?page=%2Fa%20b", {}, {}});
  CHECK(list_request(recipe, config(), "c&d").url == "/api/comments?page=%2Fa%20b&cursor=c%26d");
}

TEST_CASE("a draft is posted as the contract says") {
  Draft draft;
  draft.key = "k";
  draft.comment = "a \"b\"\n";
  draft.name = "{page}";
  draft.email = "a@b.c";
  draft.notify_posts = true;
  const Request request = create_request(shipped_recipe(), config(), draft);
  CHECK(request.method == "POST");
  CHECK(request.url == "/api/comments");
  CHECK(request.headers == std::list<Header>{{"content-type", "application/json"}});
  Json body;
  REQUIRE(parse_json(request.body, body));
  CHECK(find(body, "/parent")->type == Json::Type::null);
  CHECK(as_text(find(body, "/comment")) == "a \"b\"\n");
  CHECK(as_text(find(body, "/name")) == "{page}"); // a value is not a template
  CHECK(find(body, "/notify_comments")->type == Json::Type::boolean);
  CHECK(is_true(find(body, "/notify_posts")));
  draft.parent = "7";
  Json reply;
  REQUIRE(parse_json(create_request(shipped_recipe(), config(), draft).body, reply));
  CHECK(as_text(find(reply, "/parent")) == "7");
}

TEST_CASE("subscribing and asking for the followers") {
  CHECK(subscribe_request(shipped_recipe(), config(), "a@b.c").body == R"({"email":"a@b.c"})");
  CHECK(followers_request(shipped_recipe(), config()).url == "/api/subscriptions");
}

TEST_CASE("a template may be anything, and stays harmless") {
  const auto recipe = Recipe::parse(
      R"({"list":{"url":"{backend}{nobody}{page}{"},"create":{"method":"PUT","url":"u","body":{"a":[1,-2.5,true,null,"{page}!","{name|null}"]}}})");
  REQUIRE(recipe);
  CHECK(list_request(*recipe, config()).url == "/api{nobody}%2Fa%20b{");
  const Request request = create_request(*recipe, config(), Draft{});
  CHECK(request.method == "PUT");
  CHECK(request.body == R"({"a":[1,-2.5,true,null,"{page}!",null]})");
}

TEST_CASE("the loader and the core write the same first URL") {
  Json vectors;
  REQUIRE(parse_json(read_file("tests/vectors/first_list.json"), vectors));
  REQUIRE(vectors.items.size() > 10);
  for (const Json &vector : vectors.items) {
    Config made;
    made.backend = as_text(find(vector, "/backend"));
    while (made.backend.ends_with('/'))
      made.backend.pop_back();
    made.page = as_text(find(vector, "/page"));
    Variables all = variables(made);
    all.push_back({"cursor", ""});
    INFO(as_text(find(vector, "/case")));
    CHECK(expand_url(as_text(find(vector, "/template")), all) == as_text(find(vector, "/url")));
  }
}
