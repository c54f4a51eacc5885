#include "reading.hpp"

using Regions = std::vector<std::string>;
using afterword::Patch;

namespace {
const std::string family = page({listed(1), listed(2, 1), listed(3, 2), listed(4)});
}

TEST_CASE("a branch is hidden, tells how many it holds, and is shown again") {
  Driver driver = reading(family);
  driver.send(pressed(Driver::Type::toggle, "1"));
  CHECK(patched(driver, Patch::Type::hide) == Regions{"replies-1"});
  CHECK(driver.draws("branch-1.toggle", "aria-expanded=\"false\""));
  CHECK(driver.draws("branch-1.toggle", "Show 2 replies"));
  CHECK(driver.frame.patches.size() == 2); // nothing else is drawn, however long the branch
  driver.send(pressed(Driver::Type::toggle, "1"));
  CHECK(patched(driver, Patch::Type::show) == Regions{"replies-1"});
  CHECK(driver.draws("branch-1.toggle", "Hide replies"));
}

TEST_CASE("what nobody has answered cannot be hidden") {
  Driver driver = reading(family);
  CHECK(driver.send(pressed(Driver::Type::toggle, "4")).patches.empty());
  CHECK(driver.send(pressed(Driver::Type::toggle, "404")).patches.empty());
}

TEST_CASE("who goes to a hidden comment sees it") {
  Driver driver = reading(family);
  driver.send(pressed(Driver::Type::toggle, "1"));
  driver.send({.type = Driver::Type::locate, .target = "comment-3"});
  CHECK(patched(driver, Patch::Type::show) == Regions{"replies-1"});
  CHECK(driver.focus() == "comment-3");
}

TEST_CASE("one's own answer is never hidden from oneself") {
  Driver driver = reading(family);
  driver.send(pressed(Driver::Type::reply, "2"));
  driver.send(pressed(Driver::Type::toggle, "1"));
  driver.submit("reply-2", filled());
  CHECK(patched(driver, Patch::Type::show) == Regions{"replies-1"});
}

TEST_CASE("the button comes with the first reply, and goes with the last") {
  Driver driver = reading(family);
  driver.send(pressed(Driver::Type::reply, "4"));
  driver.submit("reply-4", filled());
  CHECK(patched(driver, Patch::Type::insert) == Regions{"branch-4.toggle", "replies-4"});
  driver.respond(driver.fetch()->id, 401, "{}");
  CHECK(patched(driver, Patch::Type::remove) == Regions{"branch-4.toggle", "replies-4"});
}

TEST_CASE("a form under a comment stands before the button of its replies") {
  Driver driver = reading(family);
  driver.send(pressed(Driver::Type::reply, "1"));
  REQUIRE(driver.patch("reply-1") != nullptr);
  CHECK(driver.patch("reply-1")->before == "branch-1.toggle");
}

TEST_CASE("who comes for an answer that a later page brings into a hidden branch sees it") {
  Driver driver = reading(page({listed(1), listed(2, 1)}, "k2"));
  driver.send(pressed(Driver::Type::toggle, "1"));
  driver.send({.type = Driver::Type::locate, .target = "comment-9"});
  driver.respond(driver.fetch()->id, 200, page({listed(9, 1)}));
  CHECK(driver.focus() == "comment-9");
  CHECK(patched(driver, Patch::Type::show) == Regions{"replies-1"});
}

TEST_CASE("answers that waited at the top level for what they answer take their places by date") {
  Driver driver = reading(page({listed(9, 1), listed(5, 1)}, "k"));
  driver.send({.type = Driver::Type::more});
  driver.respond(driver.fetch()->id, 200, page({listed(7, 1), listed(1)}));
  std::vector<std::string> moves;
  for (const Patch &patch : driver.frame.patches)
    if (patch.type == Patch::Type::move)
      moves.push_back(patch.region + " into " + patch.into + " before " + patch.before);
  CHECK(moves == std::vector<std::string>{"branch-9 into replies-1 before ",
                                          "branch-5 into replies-1 before branch-7"});
}
