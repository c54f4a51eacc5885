#include "afterword/backend/updates.hpp"
#include "catch.hpp"

#include <string>
#include <utility>

using namespace afterword::backend;

namespace {

Recipe recipe(const std::string &reply) {
  auto parsed = Recipe::parse(
      R"({"list":{"url":"x","reply":{"comments":"/list"}},"comment":{"id":"/id","content":"/c"},)"
      R"("updates":{"url":"y","reply":)" +
      reply + "}}");
  REQUIRE(parsed);
  return std::move(*parsed);
}

} // namespace

TEST_CASE("an update is read where the recipe says, or where the list has its comments") {
  Updates updates;
  CHECK_FALSE(read_updates(
      recipe(R"({"comments":"/new","total":"/t","cursor":"/at"})"),
      {200, R"({"new":[{"id":1,"c":"<b onclick=x>hi</b>"}],"t":7,"at":42})", {{"etag", "\"e\""}}}, updates));
  REQUIRE(updates.comments.size() == 1);
  CHECK(updates.comments.front().id == "1");
  CHECK(updates.comments.front().content.str() == "<b>hi</b>");
  CHECK(updates.total == 7);
  CHECK(updates.cursor == "42");
  CHECK(updates.etag == "\"e\"");
  Updates other;
  CHECK_FALSE(read_updates(recipe("{}"), {200, R"({"list":[{"id":2}]})"}, other));
  CHECK(other.comments.front().id == "2");
  CHECK_FALSE(other.total);
  CHECK(other.cursor.empty());
}

TEST_CASE("nothing new, and nothing that can be read") {
  Updates updates;
  CHECK_FALSE(read_updates(recipe("{}"), {304, ""}, updates));
  CHECK(updates.comments.empty());
  for (const auto &[status, body] : {std::pair<int, const char *>{200, ""},
                                     {200, "{}"},
                                     {200, R"({"list":{}})"},
                                     {500, R"({"list":[]})"},
                                     {0, ""}}) {
    CAPTURE(status, body);
    CHECK(read_updates(recipe("{}"), {status, body}, updates));
  }
  CHECK(updates.comments.empty());
}
