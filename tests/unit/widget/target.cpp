#include "reading.hpp"

using afterword::Effect;

TEST_CASE("a link to a comment of a later page brings that page, and goes there") {
  Driver driver = reading(page({listed(1), listed(2)}, "k2"), generous_recipe(), "comment-9");
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=asc&cursor=k2&through=9");
  driver.respond(driver.fetch()->id, 200, page({listed(3), listed(8), listed(9, 8)}, "k8"));
  CHECK(driver.focus() == "comment-9");
  CHECK(driver.effect(Effect::Type::fetch) == nullptr);
}

TEST_CASE("where the backend cannot tell the page, one is asked for after the other") {
  Driver driver = reading(page({listed(1)}, "k1"), changed_recipe("\"through\"", "\"unknown\""), "comment-9");
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=asc&cursor=k1");
  driver.respond(driver.fetch()->id, 200, page({listed(2)}, "k2"));
  CHECK(driver.focus().empty());
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=asc&cursor=k2");
  driver.respond(driver.fetch()->id, 200, page({listed(9)}));
  CHECK(driver.focus() == "comment-9");
}

TEST_CASE("a comment that is nowhere is looked for no longer than makes sense, and the reader told") {
  SECTION("the backend has looked") {
    Driver driver = reading(page({listed(1)}, "k1"), generous_recipe(), "comment-404");
    driver.respond(driver.fetch()->id, 200, page({listed(2)}, "k2"));
    CHECK(driver.fetch() == nullptr);
    CHECK(driver.draws("The comment that the link leads to is not here."));
    CHECK(driver.announced() == "The comment that the link leads to is not here.");
  }
  SECTION("no more pages") {
    Driver driver = reading(page({listed(1)}), generous_recipe(), "comment-404");
    CHECK(driver.fetch() == nullptr);
    CHECK(driver.draws("is not here"));
  }
  SECTION("pages without end") {
    Driver driver =
        reading(page({listed(1)}, "k"), changed_recipe("\"through\"", "\"unknown\""), "comment-404");
    int pages = 0;
    for (; driver.fetch() != nullptr; ++pages)
      driver.respond(driver.fetch()->id, 200, page({listed(2)}, "k"));
    CHECK(pages == 20);
    CHECK(driver.draws("is not here"));
  }
}

TEST_CASE("of a page that cannot be had nobody says that the comment is not there") {
  Driver driver = reading(page({listed(1)}, "k1"), generous_recipe(), "comment-9");
  driver.fail(driver.fetch()->id);
  CHECK(driver.announced() == "The comments could not be loaded.");
  CHECK_FALSE(driver.draws("is not here"));
  CHECK(driver.fetch() == nullptr);
}

TEST_CASE("a link on the page to a comment that is not loaded brings it, too") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.send({.type = Driver::Type::locate, .target = "comment-5"});
  REQUIRE(driver.fetch() != nullptr);
  driver.respond(driver.fetch()->id, 200, page({listed(5)}));
  CHECK(driver.focus() == "comment-5");
}

TEST_CASE("a fragment that names no comment asks for nothing") {
  for (const char *target : {"", "comments", "comment-", "p-comment-1"}) {
    Driver driver = reading(page({listed(1)}, "k1"), generous_recipe(), target);
    CHECK(driver.fetch() == nullptr);
    CHECK(driver.patch("thread-state") == nullptr);
  }
}

TEST_CASE("any id leads to its comment, by what its element is called") {
  Driver driver = reading(R"({"comments":[{"id":"a b/ü","content":"x"}],"total":1})");
  driver.send({.type = Driver::Type::locate, .target = "comment-a_20b_2f_c3_bc"});
  CHECK(driver.focus() == "comment-a_20b_2f_c3_bc");
  for (const char *broken : {"comment-_", "comment-_2", "comment-_zz", "comment-a_20b_2f_c3_b"})
    CHECK(driver.send({.type = Driver::Type::locate, .target = broken}).effects.size() <= 1);
}
