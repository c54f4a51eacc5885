#include "afterword/backend/recent.hpp"

#include "catch.hpp"
#include "fixture.hpp"
#include "recipe.hpp"

#include <list>
#include <string>
#include <vector>

using namespace afterword;
using namespace afterword::backend;

namespace {

std::vector<RecentComment> read(const std::string &body, const Recipe &recipe = shipped_recipe()) {
  std::list<RecentComment> recent;
  const Failure failure = read_recent(recipe, {200, body}, recent);
  INFO(failure.detail);
  CHECK_FALSE(failure);
  return {recent.begin(), recent.end()};
}

} // namespace

TEST_CASE("the latest comments come with their pages") {
  const auto recent = read(
      R"({"comments":[{"id":2,"name":"Ada","created":"2026-11-24T12:00:00+02:00","content":"<p onclick=x>a</p>",
        "status":"published","page":{"path":"/a-post","title":"A\u202e post"}}]})");
  REQUIRE(recent.size() == 1);
  CHECK(recent[0].comment.id == "2");
  CHECK(recent[0].comment.created == "2026-11-24T10:00:00Z");
  CHECK(recent[0].comment.content.str() == "<p>a</p>");
  CHECK(recent[0].title == "A post");
  REQUIRE(recent[0].address);
  CHECK(recent[0].address->str() == "/a-post");
}

TEST_CASE("a page's address is http or relative, and ends before its fragment") {
  const auto address = [](const std::string &path) {
    const auto recent = read(R"({"comments":[{"id":1,"page":{"path":")" + path + R"("}}]})");
    REQUIRE(recent.size() == 1);
    return recent[0].address ? recent[0].address->str() : "none";
  };
  CHECK(address("https://blog.example/a?b=c#d") == "https://blog.example/a?b=c");
  CHECK(address("javascript:alert(1)") == "none");
  CHECK(address(" java\\nscript:alert(1)") == "none");
  CHECK(address("data:text/html,x") == "none");
  CHECK(address("mailto:a@b.example") == "none");
  CHECK(address("#comment-1") == "none");
  CHECK(address("") == "none");
}

TEST_CASE("nobody sees what is held or deleted, or what has no id") {
  const auto recent = read(
      R"({"comments":[{"id":1,"status":"held"},{"id":2,"status":"deleted"},{"name":"x"},"y",null,{"id":3}]})");
  REQUIRE(recent.size() == 1);
  CHECK(recent[0].comment.id == "3");
  CHECK(recent[0].title.empty());
}

TEST_CASE("a recipe says where they stand, and that titles are HTML") {
  const auto recipe = Recipe::parse(
      R"({"list":{"url":"/l","reply":{"comments":"/nowhere"}},"recent":{"url":"/r","reply":{"comments":"/data"}},
        "comment":{"inner":"/it","id":"/id","escaped":true,"title":"/title","address":"/url"}})");
  REQUIRE(recipe);
  const auto recent =
      read(R"({"data":[{"it":{"id":"a","title":"B &amp; <i>C</i>","url":"x/y"}},{"id":"no"}]})", *recipe);
  REQUIRE(recent.size() == 1);
  CHECK(recent[0].title == "B & C");
  CHECK(recent[0].address->str() == "x/y");
}

TEST_CASE("what is no list of comments is a failure that says what was missing") {
  std::list<RecentComment> recent;
  const auto detail = [&](int status, const std::string &body) {
    return read_recent(shipped_recipe(), {status, body}, recent).detail;
  };
  CHECK(detail(200, "<html>").find("not JSON") != std::string::npos);
  CHECK(detail(200, R"({"comments":{}})").find("/list/reply/comments") != std::string::npos);
  CHECK(detail(200, R"({"comments":[{"nr":1}]})").find("/comment/id") != std::string::npos);
  CHECK(detail(503, "{}") == "HTTP 503");
  CHECK(detail(no_reply, "") == "no reply");
  CHECK(recent.empty());
  CHECK(detail(200, R"({"comments":[]})").empty());
}

TEST_CASE("real servers say what page each of the latest is on") {
  const auto pages = [](const std::string &preset) {
    const auto recipe = Recipe::parse(read_file("web/recipes/" + preset + ".json"));
    REQUIRE(recipe);
    std::list<RecentComment> recent;
    CHECK_FALSE(read_recent(*recipe, read_fixture(preset + "/recent.ok.json").response, recent));
    REQUIRE_FALSE(recent.empty());
    REQUIRE(recent.back().address);
    const std::string &address = recent.back().address->str();
    return recent.back().title + " | " + address.substr(0, address.find(':'));
  };
  CHECK(pages("wordpress") == "A post | http");
  CHECK(pages("waline") == " | /2026/11/coalition");
  CHECK(pages("ghost") == "The New Coalition of the Willing | http");
}
