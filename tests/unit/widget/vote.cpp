#include "reading.hpp"

using afterword::Effect;

namespace {

const std::string liked = page({listed(1, 0, R"("likes":3,"dislikes":1)"), listed(2)});

Driver voting(const std::string &from = {}, const std::string &to = {}) {
  return from.empty() ? reading(liked) : reading(liked, changed_recipe(from, to));
}

} // namespace

TEST_CASE("votes are drawn as far as the backend has them") {
  Driver driver(Driver::with_comments(), generous_recipe());
  driver.start();
  driver.respond(driver.fetch()->id, 200, liked);
  CHECK(driver.draws(
      "thread",
      R"x(data-action="vote" data-value="like" aria-pressed="false"><span aria-hidden="true">▲</span><span class="visually-hidden">Like</span> 3<)x"));
  CHECK(driver.draws("thread", R"x(<span class="visually-hidden">Dislike</span> 1<)x"));

  Driver hearts(Driver::with_comments(), changed_recipe("\"dislike\": {", "\"unknown\": {"));
  hearts.start();
  hearts.respond(hearts.fetch()->id, 200, liked);
  CHECK(hearts.draws("thread", "♥\uFE0E</span><span class=\"visually-hidden\">Like</span> 3"));
  CHECK_FALSE(hearts.draws("thread", "data-value=\"dislike\""));

  Driver none(Driver::with_comments());
  none.start();
  none.respond(none.fetch()->id, 200, liked);
}

TEST_CASE("a vote is shown at once, sent under this browser's name, and counted as the backend says") {
  Driver driver = voting();
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  CHECK(driver.draws(
      "comment-1",
      R"x(aria-pressed="true"><span aria-hidden="true">▲</span><span class="visually-hidden">Like</span> 4<)x"));
  CHECK(driver.frame.patches.size() == 1); // one comment, however many there are
  CHECK(driver.fetch()->request.method == "PUT");
  CHECK(driver.fetch()->request.url == "/api/comments/1/vote");
  CHECK(member(driver.fetch(), "/value") == "1");
  CHECK(member(driver.fetch(), "/voter") == "fresh");
  CHECK(kept(driver, "voter:/api") == "fresh");
  driver.respond(driver.fetch()->id, 200, R"({"likes":6,"dislikes":1})");
  CHECK(driver.draws("comment-1", "Like</span> 6"));
  CHECK(kept(driver, "voted:/api /post:") == R"({"1":"like"})");
}

TEST_CASE("pressed again a vote is taken back; the other one replaces it") {
  Driver driver = voting();
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  driver.respond(driver.fetch()->id, 200, "{}");
  driver.send(pressed(Driver::Type::vote, "1", "dislike"));
  CHECK(driver.draws("comment-1", "Like</span> 3"));
  CHECK(driver.draws("comment-1", "Dislike</span> 2"));
  CHECK(member(driver.fetch(), "/value") == "-1");
  driver.respond(driver.fetch()->id, 200, "{}");
  driver.send(pressed(Driver::Type::vote, "1", "dislike"));
  CHECK(driver.draws("comment-1", "Dislike</span> 1"));
  CHECK(member(driver.fetch(), "/value") == "0");
  driver.respond(driver.fetch()->id, 200, "{}");
  CHECK(kept(driver, "voted:") == "{}");
}

TEST_CASE("who presses faster than the backend answers gets what they pressed last") {
  Driver driver = voting();
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  const std::size_t first = driver.fetch()->id;
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  CHECK(driver.fetch() == nullptr); // one at a time: two might pass each other
  driver.send(pressed(Driver::Type::vote, "1", "dislike"));
  CHECK(driver.draws("comment-1", "Dislike</span> 2"));
  driver.respond(first, 200, R"({"likes":4,"dislikes":1})");
  REQUIRE(driver.fetch() != nullptr);
  CHECK(member(driver.fetch(), "/value") == "-1");
  CHECK(driver.patch("comment-1") == nullptr); // what is shown already is what is wanted
  driver.respond(driver.fetch()->id, 200, R"({"likes":3,"dislikes":2})");
  CHECK(driver.fetch() == nullptr);
}

TEST_CASE("a vote that was not taken is taken back, and said so under its comment") {
  Driver driver = voting();
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  driver.fail(driver.fetch()->id);
  CHECK(driver.draws(
      "comment-1",
      R"x(aria-pressed="false"><span aria-hidden="true">▲</span><span class="visually-hidden">Like</span> 3<)x"));
  CHECK(
      driver.draws("comment-1", R"(<p class="problem">Your vote could not be sent. Please try again.</p>)"));
  CHECK(driver.announced() == "Your vote could not be sent. Please try again.");
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  CHECK_FALSE(driver.draws("could not be sent"));
}

TEST_CASE("who has to log in for a vote is told so") {
  Driver driver = voting();
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  driver.respond(driver.fetch()->id, 401, "{}");
  CHECK(driver.draws("comment-1", R"(aria-pressed="false"><span aria-hidden="true">▲</span>)"));
  CHECK(driver.draws("comment-1", R"(<p class="problem">Please log in first.</p>)"));
}

TEST_CASE("of two votes of which the second is not taken the first stands") {
  Driver driver = voting();
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  const std::size_t first = driver.fetch()->id;
  driver.send(pressed(Driver::Type::vote, "1", "dislike"));
  driver.respond(first, 200, "{}");
  driver.fail(driver.fetch()->id);
  CHECK(driver.draws("comment-1", "Like</span> 4"));
  CHECK(driver.draws("comment-1", "Dislike</span> 1"));
}

TEST_CASE("a vote that was set already, unknown to the list, is no failure and counts once") {
  const std::string from = "\"report\":";
  const std::string to = R"("errors": {"rules": [{"status": [400], "kind": "duplicate"}]}, )" + from;
  Driver driver = voting(from, to);
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  CHECK(driver.draws("comment-1", "Like</span> 4"));
  driver.respond(driver.fetch()->id, 400, "{}");
  CHECK(driver.draws(
      "comment-1",
      R"x(aria-pressed="true"><span aria-hidden="true">▲</span><span class="visually-hidden">Like</span> 3<)x"));
  CHECK(kept(driver, "voted:") == R"({"1":"like"})");
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  CHECK(driver.draws("comment-1", "Like</span> 2"));
  driver.respond(driver.fetch()->id, 400, "{}"); // nor was it there to be taken back
  CHECK(driver.draws(
      "comment-1",
      R"x(aria-pressed="false"><span aria-hidden="true">▲</span><span class="visually-hidden">Like</span> 3<)x"));

  Driver quick = voting(from, to);
  quick.send(pressed(Driver::Type::vote, "1", "like"));
  const std::size_t first = quick.fetch()->id;
  quick.send(pressed(Driver::Type::vote, "1", "dislike"));
  quick.respond(first, 400, "{}");
  CHECK(quick.draws(
      "comment-1",
      R"x(aria-pressed="false"><span aria-hidden="true">▲</span><span class="visually-hidden">Like</span> 2<)x"));
  CHECK(quick.draws("comment-1", "Dislike</span> 2"));
}

TEST_CASE("where a vote cannot be taken back, a second press does nothing") {
  Driver driver = voting("\"clear\": {", "\"unknown\": {");
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  driver.respond(driver.fetch()->id, 200, "{}");
  CHECK(driver.send(pressed(Driver::Type::vote, "1", "like")).patches.empty());
}

TEST_CASE("what this browser has voted is known after a reload, and is counted already") {
  Driver driver = voting();
  driver.send(loaded("voter:/api", "me"));
  driver.send(loaded("voted:/api /post:", R"({"1":"dislike","2":7,"404":"like"})"));
  CHECK(driver.draws("comment-1", R"x(data-value="dislike" aria-pressed="true")x"));
  driver.send(pressed(Driver::Type::vote, "1", "like"));
  CHECK(driver.draws("comment-1", "Dislike</span> <"));
  CHECK(member(driver.fetch(), "/voter") == "me");
  CHECK_FALSE(kept(driver, "voter:").has_value());
}

TEST_CASE("what is kept of votes may be anything") {
  for (const char *stored : {"", "7", "[]", "{\"1\":", R"({"1":{"like":1}})", R"(["like"])"}) {
    Driver driver = voting();
    CHECK_FALSE(driver.send(loaded("voted:/api /post:", stored)).patches.size() > 1);
  }
}

TEST_CASE("what cannot be voted on is not") {
  Driver driver = reading(page({listed(1, 0, R"("status":"deleted")")}));
  for (const auto &event :
       {pressed(Driver::Type::vote, "1", "like"), pressed(Driver::Type::vote, "404", "like"),
        pressed(Driver::Type::vote, "1", "love"), pressed(Driver::Type::vote, "1")})
    CHECK(driver.send(event).effects.empty());
}

TEST_CASE("a vote that was pressed before the browser said who votes is counted under that name, and once") {
  Driver driver(Driver::with_comments(), generous_recipe());
  driver.start();
  driver.respond(driver.fetch()->id, 200, liked);
  driver.send({.type = Driver::Type::resume, .key = "tab"});
  driver.send(pressed(Driver::Type::vote, "2", "like"));
  driver.send(pressed(Driver::Type::report, "1"));
  CHECK(driver.frame == afterword::Frame{});
  driver.send(loaded("voter:/api", "me"));
  driver.send(loaded("voted:/api /post:", R"({"1":"like"})"));
  REQUIRE(driver.fetch() != nullptr);
  CHECK(member(driver.fetch(), "/voter") == "me");
  CHECK(driver.draws("comment-2", R"(data-value="like" aria-pressed="true")"));
  CHECK(driver.draws("comment-1", R"(data-value="like" aria-pressed="true")"));
  CHECK_FALSE(kept(driver, "voter:").has_value());
  std::size_t sent = 0;
  for (const Effect &effect : driver.frame.effects)
    sent += effect.type == Effect::Type::fetch ? 1 : 0;
  CHECK(sent == 2);
}
