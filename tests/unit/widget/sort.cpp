#include "reading.hpp"

using Regions = std::vector<std::string>;
using afterword::Field;
using afterword::Patch;

TEST_CASE("the order is the backend's first, or the owner's, and is offered with the others") {
  Driver driver(Driver::with_comments(), generous_recipe());
  driver.start();
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=asc");
  driver.respond(driver.fetch()->id, 200, page({listed(1)}));
  CHECK(driver.draws("thread-tools", "class=\"thread-tools is-reserved\""));
  driver.send({.type = Driver::Type::resume, .key = "tab"});
  CHECK(driver.draws("thread-tools", R"(<option value="oldest" selected="selected">Oldest</option>)"));
  CHECK(driver.draws("thread-tools", R"(<option value="liked">Most liked</option>)"));

  afterword::Config config = Driver::with_comments();
  config.sort = afterword::Sort::newest;
  Driver newest(std::move(config), generous_recipe());
  newest.start();
  CHECK(newest.fetch()->request.url == "/api/comments?page=%2Fpost&sort=desc");
}

TEST_CASE("an order that the recipe does not know is not asked for") {
  afterword::Config config = Driver::with_comments();
  config.sort = afterword::Sort::liked;
  Driver driver(std::move(config), changed_recipe(R"(, "liked": "top")", ""));
  driver.start();
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=asc");
}

TEST_CASE("another order is asked for, and drawn when it is here") {
  Driver driver = reading(page({listed(1), listed(2)}, "k2"));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=desc");
  CHECK(driver.patch("thread") == nullptr); // until then the old one can be read
  driver.respond(driver.fetch()->id, 200, page({listed(9), listed(8)}, "k8"));
  REQUIRE(driver.patch("thread") != nullptr);
  const std::string markup = driver.patch("thread")->markup.str();
  CHECK(markup.find("comment-9") < markup.find("comment-8"));
  CHECK(markup.find("comment-1\"") == std::string::npos);
  CHECK(driver.announced() == "Newest");
  driver.send({.type = Driver::Type::more});
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=desc&cursor=k8");
}

TEST_CASE("an order that does not come leaves everything as it was") {
  Driver driver = reading(page({listed(1), listed(2)}, "k2"));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  driver.fail(driver.fetch()->id);
  CHECK(driver.patch("thread") == nullptr);
  CHECK(patched(driver, Patch::Type::remove) == Regions{"thread-sort"});
  CHECK(driver.draws(R"(<option value="oldest" selected)"));
  CHECK(driver.patch("thread-tools") == nullptr); // what is typed beside it stays
  CHECK(driver.announced() == "The comments could not be loaded.");
  driver.send({.type = Driver::Type::more});
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=asc&cursor=k2");
}

TEST_CASE("a page that comes after another order was chosen is not mixed in") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.send({.type = Driver::Type::more});
  const std::size_t late = driver.fetch()->id;
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  const std::size_t wanted = driver.fetch()->id;
  CHECK(driver.respond(late, 200, page({listed(2)})).patches.empty());
  driver.respond(wanted, 200, page({listed(9)}));
  CHECK(driver.draws("thread", "comment-9"));
}

TEST_CASE("what is being written outlives another order, with its comment or without") {
  Driver driver = reading(page({listed(1), listed(2)}, "k2"));
  driver.send(pressed(Driver::Type::reply, "1"));
  driver.field(Driver::Type::input, "reply-1", Field::comment, "half a thought");
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  const std::size_t id = driver.fetch()->id;
  SECTION("its comment is there again") {
    driver.respond(id, 200, page({listed(9), listed(1)}));
    REQUIRE(driver.patch("reply-1") != nullptr);
    REQUIRE(driver.effect(afterword::Effect::Type::fill) != nullptr);
    CHECK(*driver.effect(afterword::Effect::Type::fill)->values.find(Field::comment) == "half a thought");
  }
  SECTION("its comment comes later") {
    driver.respond(id, 200, page({listed(9)}, "k9"));
    CHECK(driver.patch("reply-1") == nullptr);
    driver.send({.type = Driver::Type::more});
    driver.respond(driver.fetch()->id, 200, page({listed(1)}));
    CHECK(driver.patch("reply-1") != nullptr);
  }
}

TEST_CASE("a comment that waits for its moderator is not lost with the old order") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.submit("form", filled());
  driver.respond(driver.fetch()->id, 201,
                 R"({"id":"50","name":"Ada","content":"<p>Hello</p>","status":"held"})");
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  driver.respond(driver.fetch()->id, 200, page({listed(9)}));
  CHECK(driver.draws("thread", "comment-50"));
}

TEST_CASE("with the newest on top, one's own stands there, below what is pinned") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  driver.respond(driver.fetch()->id, 200, page({listed(3, 0, R"("pinned":true)"), listed(9)}, "k9"));
  driver.submit("form", filled());
  bool found = false;
  for (const Patch &patch : driver.frame.patches)
    if (patch.into == "thread") {
      found = true;
      CHECK(patch.before == "branch-9");
    }
  CHECK(found);
}

TEST_CASE("where the backend knows one order only, the widget makes the others of what is here") {
  const std::string sorts = R"("sorts": {"oldest": "asc", "newest": "desc", "liked": "top"},)";
  const std::string likes = page({listed(1, 0, R"("likes":2)"), listed(2, 1), listed(3, 0, R"("likes":7)"),
                                  listed(4, 0, R"("pinned":true)")});
  Driver driver = reading(page({listed(1), listed(3), listed(5)}), changed_recipe(sorts, ""));
  CHECK(driver.draws("thread-tools", R"(<option value="oldest" selected)"));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  CHECK(driver.fetch() == nullptr);
  // Each is put after all others.
  CHECK(patched(driver, Patch::Type::move) == Regions{"branch-5", "branch-3", "branch-1"});

  Driver liked = reading(page({listed(1, 0, R"("likes":2)"), listed(2, 1), listed(3, 0, R"("likes":7)"),
                               listed(4, 0, R"("pinned":true)")}),
                         changed_recipe(sorts, ""));
  CHECK_FALSE(liked.draws("thread-tools", "<select")); // what is pinned stands last: that is no order of time
  Driver paged = reading(page({listed(1), listed(3)}, "k3"), changed_recipe(sorts, ""));
  CHECK_FALSE(paged.draws("thread-tools", "<select"));
  paged.send({.type = Driver::Type::more});
  paged.respond(paged.fetch()->id, 200, page({listed(5)}));
  CHECK(paged.draws("thread-tools", "<select"));
}

TEST_CASE("an order that is none is no order") {
  Driver driver = reading(page({listed(1)}));
  for (const char *name : {"", "best", "oldest"})
    CHECK(driver.send({.type = Driver::Type::sort, .stored = name}).effects.empty());
}

TEST_CASE("of two orders of which the second does not come, that is shown which the page shows") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  driver.send({.type = Driver::Type::sort, .stored = "liked"});
  driver.fail(driver.fetch()->id);
  CHECK(driver.draws(R"(<option value="oldest" selected)"));
  driver.send({.type = Driver::Type::more});
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=asc&cursor=k1");
}

TEST_CASE("votes outlive another order, those that are on their way included") {
  Driver driver = reading(page({listed(1), listed(2)}, "k2"));
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  driver.respond(driver.fetch()->id, 200, "{}");
  driver.send(pressed(Driver::Type::vote, "2", "dislike"));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  driver.respond(driver.fetch()->id, 200, page({listed(2), listed(1, 0, R"("likes":1)")}));
  CHECK(driver.draws("comment-1", R"(data-value="like" aria-pressed="true")"));
  CHECK(driver.draws("comment-1", "Like</span> 1"));
  CHECK(driver.draws("comment-2", R"(data-value="dislike" aria-pressed="true")"));
  CHECK(driver.draws("comment-2", "Dislike</span> 1"));
}

TEST_CASE("what was posted while another order was on its way stays, and stands there once") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  const std::size_t list = driver.fetch()->id;
  driver.submit("form", filled());
  driver.respond(driver.fetch()->id, 201, listed(50));
  SECTION("the list was older") {
    driver.respond(list, 200, page({listed(9)}));
  }
  SECTION("the list has it") {
    driver.respond(list, 200, page({listed(50), listed(9)}));
  }
  const std::string markup = driver.patch("thread")->markup.str();
  CHECK(markup.find("id=\"comment-50\"") != std::string::npos);
  CHECK(markup.find("id=\"comment-50\"") == markup.rfind("id=\"comment-50\""));
}

TEST_CASE("an answer that was posted here comes again with the page of what it answers") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.send(pressed(Driver::Type::reply, "1"));
  driver.submit("reply-1", filled());
  driver.respond(driver.fetch()->id, 201, listed(50, 1));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  driver.respond(driver.fetch()->id, 200, page({listed(9)}, "k9"));
  CHECK_FALSE(driver.draws("comment-50"));
  driver.send({.type = Driver::Type::more});
  driver.respond(driver.fetch()->id, 200, page({listed(1), listed(50, 1)}));
  CHECK(driver.draws("comment-50"));
}
