#include "reading.hpp"

#include <algorithm>

using Regions = std::vector<std::string>;
using afterword::Effect;
using afterword::Patch;

namespace {

/// `count` comments at the top level.
std::string many(int count, const std::string &next = {}) {
  std::vector<std::string> comments;
  for (int i = 1; i <= count; ++i)
    comments.push_back(listed(i));
  return page(comments, next);
}

std::size_t articles(const Driver &driver) {
  std::size_t count = 0;
  for (const Patch &patch : driver.frame.patches)
    for (std::size_t at = 0; (at = patch.markup.str().find("<article", at)) != std::string::npos; ++at)
      ++count;
  return count;
}

Driver begun(int count, std::string target = {}) {
  Driver driver(Driver::with_comments(), generous_recipe());
  driver.start(std::move(target));
  driver.respond(driver.fetch()->id, 200, many(count));
  return driver;
}

} // namespace

TEST_CASE("a long thread is drawn from its beginning, and goes on when that can be seen") {
  Driver driver = begun(400);
  CHECK(articles(driver) == 50);
  CHECK(driver.effect(Effect::Type::later) != nullptr);
  driver.send({.type = Driver::Type::draw});
  CHECK(articles(driver) == 200);
  CHECK(driver.patch("part-51")->into == "thread");
  CHECK(driver.effect(Effect::Type::later) != nullptr);
  driver.send({.type = Driver::Type::draw});
  CHECK(articles(driver) == 150);
  CHECK(driver.effect(Effect::Type::later) == nullptr);
  CHECK(driver.send({.type = Driver::Type::draw}) == afterword::Frame{});
}

TEST_CASE("a short thread is drawn at once") {
  Driver driver = begun(50);
  CHECK(articles(driver) == 50);
  CHECK(driver.effect(Effect::Type::later) == nullptr);
}

TEST_CASE("who comes for a comment far below is shown all down to it") {
  Driver driver = begun(400, "comment-95");
  CHECK(articles(driver) == 100);
  CHECK(driver.focus() == "comment-95");
}

TEST_CASE("what changes the top level finds all of it there") {
  Driver driver = begun(100);
  driver.send({.type = Driver::Type::resume, .key = "tab"});
  SECTION("a comment is posted") {
    driver.submit("form", filled());
    CHECK(articles(driver) == 51);
    CHECK(patched(driver, Patch::Type::insert).back().starts_with("branch-sending"));
  }
  SECTION("the order is made here") {
    driver.send({.type = Driver::Type::sort, .stored = "newest"});
    driver.respond(driver.fetch()->id, 200, many(60));
    CHECK(articles(driver) == 50); // anew
    driver.send({.type = Driver::Type::draw});
    CHECK(articles(driver) == 10);
  }
  CHECK(driver.send({.type = Driver::Type::draw}) == afterword::Frame{});
}

TEST_CASE("a page that comes before the first is drawn stands after it, once") {
  Driver driver(Driver::with_comments(), generous_recipe());
  driver.start();
  driver.respond(driver.fetch()->id, 200, many(70, "k"));
  driver.send({.type = Driver::Type::more});
  driver.respond(driver.fetch()->id, 200, page({listed(80), listed(81, 70), listed(82, 80)}));
  Regions inserted = patched(driver, Patch::Type::insert);
  CHECK(inserted == Regions{"part-51", "part-61", "part-80", "branch-70.toggle", "replies-70"});
  CHECK(articles(driver) == 20 + 3);
  CHECK(driver.send({.type = Driver::Type::draw}) == afterword::Frame{});
}
