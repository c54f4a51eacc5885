#include "afterword/backend/answer.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <string>
#include <utility>

using namespace afterword;
using namespace afterword::backend;
using Kind = Failure::Kind;

namespace {

/// What `reply` of an operation makes of `response`.
Failure created(const std::string &reply, const Response &response, Comment &comment) {
  const auto recipe = Recipe::parse(
      R"({"list":{"url":"x"},"comment":{"id":"/id"},"errors":{"code":"/code","rules":[{"is":["wait"],"kind":"held"}]},"create":{"url":"x","reply":)" +
      reply + "}}");
  REQUIRE(recipe);
  return read_created(*recipe, recipe->operation("create"), response, comment);
}

} // namespace

TEST_CASE("what became of a comment") {
  Comment comment;
  CHECK_FALSE(created(R"({"comment":""})", {201, R"({"id":7})"}, comment));
  CHECK(comment.id == "7");
  CHECK(comment.status == Comment::Status::published);
  CHECK(created(R"({"comment":""})", {201, R"({"name":"no id"})"}, comment = {}).kind == Kind::unreachable);
  CHECK(created(R"({"comment":"/data"})", {201, R"({"id":7})"}, comment = {}).detail ==
        "the reply has nothing at \"/data\", where the recipe's /create/reply/comment should stand");
  CHECK_FALSE(created(R"({"comment":"","held":"/held"})", {201, R"({"id":7,"held":1})"}, comment = {}));
  CHECK(comment.status == Comment::Status::held);
}

TEST_CASE("a backend may not tell what it keeps") {
  Comment comment;
  CHECK_FALSE(created("{}", {200, "<html>"}, comment));
  CHECK(comment.id.empty());
  CHECK(comment.status == Comment::Status::published);
  CHECK_FALSE(created(R"({"held":true})", {200, ""}, comment = {}));
  CHECK(comment.status == Comment::Status::held);
  CHECK_FALSE(created(R"({"held":"query:unapproved"})",
                      {200, "", {}, "https://a.example/b?unapproved=7#c", true}, comment = {}));
  CHECK(comment.status == Comment::Status::held);
  CHECK_FALSE(created(R"({"comment":""})", {unseen}, comment = {}));
  CHECK(comment.status == Comment::Status::unseen);
  CHECK_FALSE(created(R"({"comment":""})", {500, R"({"code":"wait"})"}, comment = {}));
  CHECK(comment.status == Comment::Status::held);
}

TEST_CASE("what became of a subscription") {
  Subscribed subscribed{};
  CHECK_FALSE(read_subscribed(shipped_recipe(), {202, R"({"status":"pending"})"}, subscribed));
  CHECK(subscribed == Subscribed::pending);
  CHECK_FALSE(read_subscribed(shipped_recipe(), {200, R"({"status":"subscribed"})"}, subscribed));
  CHECK(subscribed == Subscribed::already);
  CHECK(read_subscribed(shipped_recipe(), {200, R"({"status":"else"})"}, subscribed).kind ==
        Kind::unreachable);
  CHECK_FALSE(read_subscribed(shipped_recipe(), {unseen}, subscribed));
  CHECK(subscribed == Subscribed::unknown);
}

TEST_CASE("a redirect can be the answer") {
  const auto recipe = Recipe::parse(R"({"subscribe":{"url":"x","reply":{
      "pending":{"at":"query:subscribe","is":["success"]},"subscribed":{"at":"query:subscribe","is":["already"]}}},
      "errors":{"failed":{"at":"query:subscribe","not":["success","already"]},
      "rules":[{"at":"query:subscribe","is":["invalid_email"],"kind":"field","field":"email","problem":"email_invalid"}]}})");
  REQUIRE(recipe);
  Subscribed subscribed{};
  const auto read = [&](const char *url) {
    return read_subscribed(*recipe, {200, "<html>", {}, url, true}, subscribed);
  };
  CHECK_FALSE(read("https://blog.example/?subscribe=success#x"));
  CHECK(subscribed == Subscribed::pending);
  CHECK_FALSE(read("https://blog.example/?a=b&subscribe=already"));
  CHECK(subscribed == Subscribed::already);
  CHECK(read("https://blog.example/?subscribe=invalid_email").problems[Field::email] ==
        rules::Problem::email_invalid);
  CHECK(read("https://blog.example/#?subscribe=success").kind == Kind::unreachable);
}

TEST_CASE("a value is there, or its place is named") {
  std::string value;
  CHECK_FALSE(read_value(shipped_recipe(), {200, R"({"followers":0})"}, "/followers/reply/followers", value));
  CHECK(value == "0");
  CHECK(read_value(shipped_recipe(), {500, R"({"followers":1})"}, "/followers/reply/followers", value));
  CHECK(read_value(shipped_recipe(), {200, "{}"}, "/followers/reply/followers", value)
            .detail.find("\"/followers\"") != std::string::npos);
  CHECK_FALSE(read_value(shipped_recipe(), {204, ""}, "/needs/login/value", value)); // a cookie, say
  CHECK(value.empty());
}
