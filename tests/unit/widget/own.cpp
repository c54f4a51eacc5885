/// @file Comments of the reader's own: edited and deleted while the backend lets them, and taken back in
/// time.

#include "writer.hpp"

#include <string>

using namespace afterword;
using Type = Event::Type;

namespace {

constexpr const char *stored_name = "own:/api /post:3";

/// What the backend answers: the comment, a proof, and 15 minutes from 2027-01-15T08:00:00Z, which is now.
constexpr const char *created =
    R"({"id":"3","name":"Ada","content":"<p>Hello</p>","edit":{"token":"t0ken","until":"2027-01-15T08:15:00Z"}})";

/// A widget on which a comment was just posted.
Driver posted() {
  Driver driver = resumed();
  driver.submit("form", filled("Hello"), "first");
  driver.respond(driver.fetch()->id, 201, created);
  return driver;
}

void wait(Driver &driver, int milliseconds) {
  driver.now += milliseconds;
  driver.send({.type = Type::tick});
}

} // namespace

TEST_CASE("one's own comment can be edited and deleted, and says how long") {
  Driver driver = posted();
  CHECK(driver.draws("branch-3", R"(data-action="edit">Edit)"));
  CHECK(driver.draws("branch-3", R"(data-action="erase">Delete)"));
  CHECK(driver.draws("branch-3", "15:00 left to change this"));
  CHECK(kept(driver, stored_name).value().value().find("t0ken") != std::string::npos);
  CHECK(driver.effect(Effect::Type::timer) != nullptr);
  wait(driver, 1000);
  CHECK(driver.draws("comment-3.time-left", "14:59 left"));
  CHECK(driver.effect(Effect::Type::timer) != nullptr);
  wait(driver, 15 * 60 * 1000);
  CHECK(driver.patch("comment-3") != nullptr);
  CHECK_FALSE(driver.draws("comment-3", "data-action=\"edit\""));
  CHECK(kept(driver, stored_name).value() == std::nullopt);
  CHECK(driver.effect(Effect::Type::timer) == nullptr);
}

TEST_CASE("a form that is open when the time is up stays, and no time is left") {
  Driver driver = posted();
  driver.send({.type = Type::edit, .comment = "3"});
  wait(driver, 15 * 60 * 1000);
  REQUIRE(driver.patch("comment-3.time-left") != nullptr);
  CHECK_FALSE(driver.draws("comment-3.time-left", "left to change"));
  CHECK(driver.patch("edit-3") == nullptr);
}

TEST_CASE("a browser that knows the proof offers the same after a reload") {
  const std::string stored = kept(posted(), stored_name).value().value();
  Driver driver = resumed();
  driver.send({.type = Type::reply, .comment = "2"});
  driver.send(loaded("own:/api /post:2", stored));
  CHECK(driver.draws("comment-2", "15:00 left"));
  driver.send({.type = Type::edit, .comment = "2"});
  CHECK(*driver.effect(Effect::Type::fill)->values.find(Field::comment) == "Hello"); // as it was written
  driver.now += 16 * 60 * 1000;
  driver.send(loaded("own:/api /post:1", stored));
  CHECK(kept(driver, "own:/api /post:1").value() == std::nullopt); // too late
  for (const char *hostile : {"", "{", "7", R"({"until":{}})"})
    driver.send(loaded("own:/api /post:1", hostile));
}

TEST_CASE("an edit is seen at once, sent some seconds later, and stands as the backend keeps it") {
  Driver driver = posted();
  driver.send({.type = Type::edit, .comment = "3"});
  CHECK(driver.patch("edit-3")->into == "branch-3");
  CHECK(driver.draws("edit-3", "Edit your comment"));
  CHECK(driver.draws("edit-3", ">Save<"));
  CHECK_FALSE(driver.draws("edit-3", "name=\"email\""));
  CHECK(driver.focus() == "edit-3.comment");
  driver.submit("edit-3", Values().set(Field::comment, "Hello, world"));
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.patch("edit-3")->type == Patch::Type::remove);
  CHECK(driver.draws("comment-3", "Hello, world"));
  CHECK(driver.draws("comment-3", "Changed."));
  CHECK(driver.draws("comment-3", "Undo"));
  wait(driver, 3000);
  CHECK(driver.draws("comment-3.time-left", "0:03"));
  CHECK(driver.fetch() == nullptr);
  wait(driver, 3000);
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.method == "PUT");
  CHECK(driver.fetch()->request.url == "/api/comments/3");
  CHECK(driver.fetch()->request.headers.back() == backend::Header{"authorization", "Bearer t0ken"});
  CHECK(member(driver.fetch(), "/comment") == "Hello, world");
  CHECK_FALSE(driver.fetch()->request.keepalive);
  CHECK_FALSE(driver.draws("comment-3", "Undo"));
  driver.respond(
      driver.fetch()->id, 200,
      R"({"id":"3","name":"Ada","content":"<p>Hello, <em>world</em></p>","edit":{"token":"next"}})");
  CHECK(driver.draws("comment-3", "<em>world</em>"));
  CHECK(driver.draws("comment-3", "data-action=\"edit\""));
  CHECK(kept(driver, stored_name).value().value().find("next") != std::string::npos);
}

TEST_CASE("an edit that is taken back was never sent, and its text is in the form again") {
  Driver driver = posted();
  driver.send({.type = Type::edit, .comment = "3"});
  driver.submit("edit-3", Values().set(Field::comment, "Rash"));
  driver.send({.type = Type::undo, .comment = "3"});
  CHECK(driver.draws("comment-3", "<p>Hello</p>"));
  CHECK(*driver.effect(Effect::Type::fill)->values.find(Field::comment) == "Rash");
  wait(driver, 10'000);
  CHECK(driver.fetch() == nullptr);
  driver.send({.type = Type::cancel, .form = "edit-3"});
  CHECK(driver.focus() == "comment-3");
}

TEST_CASE("an edit without a change is none, and one without text is asked for") {
  Driver driver = posted();
  driver.send({.type = Type::edit, .comment = "3"});
  driver.submit("edit-3", Values().set(Field::comment, " "));
  CHECK(driver.draws("edit-3", "Please write a comment."));
  driver.submit("edit-3", Values().set(Field::comment, "Hello"));
  CHECK(driver.patch("edit-3")->type == Patch::Type::remove);
  wait(driver, 10'000);
  CHECK(driver.fetch() == nullptr);
}

TEST_CASE("a deletion can be taken back, or is sent") {
  Driver driver = posted();
  driver.send({.type = Type::erase, .comment = "3"});
  CHECK(driver.draws("comment-3", "Deleted."));
  driver.send({.type = Type::undo, .comment = "3"});
  CHECK(driver.draws("comment-3", "data-action=\"erase\""));
  driver.send({.type = Type::erase, .comment = "3"});
  wait(driver, 6000);
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.method == "DELETE");
  driver.respond(driver.fetch()->id, 204, "");
  CHECK(driver.patch("branch-3")->type == Patch::Type::remove);
  CHECK(driver.draws("thread-title", "2 comments"));
  CHECK(kept(driver, stored_name).value() == std::nullopt);
  CHECK(driver.announced() == "Your comment was deleted.");
}

TEST_CASE("what was answered leaves its place") {
  Driver driver = resumed();
  driver.send(loaded("own:/api /post:1", R"({"token":"t","source":"First","until":0})"));
  driver.send({.type = Type::erase, .comment = "1"});
  wait(driver, 6000);
  driver.respond(driver.fetch()->id, 204, "");
  CHECK(driver.draws("comment-1", "This comment was deleted."));
  CHECK_FALSE(driver.draws("comment-1", "First"));
}

TEST_CASE("a change that is not taken is undone, and loses no text") {
  Driver driver = posted();
  driver.send({.type = Type::edit, .comment = "3"});
  driver.submit("edit-3", Values().set(Field::comment, "Too late"));
  wait(driver, 6000);
  driver.respond(driver.fetch()->id, 410, R"({"error":{"code":"expired","message":"x"}})");
  CHECK(driver.draws("comment-3", "It is too late to change this comment."));
  CHECK(driver.draws("comment-3", "<p>Hello</p>"));
  CHECK(*driver.effect(Effect::Type::fill)->values.find(Field::comment) == "Too late");
  driver.send({.type = Type::cancel, .form = "edit-3"});
  driver.send({.type = Type::erase, .comment = "3"});
  wait(driver, 6000);
  driver.fail(driver.fetch()->id, true);
  CHECK(driver.draws("comment-3", "You seem to be offline."));
  CHECK(driver.draws("comment-3", "data-action=\"erase\""));
}

TEST_CASE("a reader who goes does not take a change along") {
  Driver driver = posted();
  driver.send({.type = Type::erase, .comment = "3"});
  driver.send({.type = Type::leave});
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.keepalive);
  CHECK(driver.send({.type = Type::leave}) == Frame{}); // once
}

TEST_CASE("what the backend says is the reader's own can be changed without a proof") {
  auto recipe = backend::Recipe::parse(
      R"({"list":{"url":"x","reply":{"comments":"/c"}},"comment":{"id":"/id","content":"/t","own":"/own"},)"
      R"("create":{"url":"y","body":{}},"edit":{"url":"/e/{id}","body":{"t":"{comment}"}}})");
  Driver driver(Driver::with_comments(), std::move(recipe.value()));
  driver.start();
  driver.respond(driver.fetch()->id, 200,
                 R"({"c":[{"id":"1","t":"<p>a &amp; b</p>","own":true},{"id":"2"}]})");
  CHECK_FALSE(driver.draws("data-action=\"edit\"")); // it takes all of the widget
  driver.send({.type = Type::resume, .key = "tab"});
  CHECK(driver.draws("comment-1", "data-action=\"edit\""));
  CHECK_FALSE(driver.draws("comment-1", "data-action=\"erase\""));
  CHECK(driver.patch("comment-2") == nullptr);
  driver.send({.type = Type::edit, .comment = "1"});
  CHECK(*driver.effect(Effect::Type::fill)->values.find(Field::comment) == "a & b");
  driver.send({.type = Type::edit, .comment = "2"});
  CHECK(driver.frame == Frame{});
}

TEST_CASE("a comment under which somebody writes an answer keeps its place when it is deleted") {
  Driver driver = posted();
  driver.send({.type = Type::reply, .comment = "3"});
  driver.send({.type = Type::erase, .comment = "3"});
  wait(driver, 6000);
  driver.respond(driver.fetch()->id, 204, "");
  CHECK(driver.patch("branch-3") == nullptr);
  CHECK(driver.draws("comment-3", "This comment was deleted."));
}

TEST_CASE("an edit that is being written outlives another order of the thread") {
  Driver driver = resumed();
  driver.send(loaded("own:/api /post:1", R"({"token":"t","source":"First","until":0})"));
  driver.send({.type = Type::edit, .comment = "1"});
  driver.field(Type::input, "edit-1", Field::comment, "Better words");
  driver.send({.type = Type::sort, .stored = "newest"});
  const std::size_t list = driver.fetch()->id;
  SECTION("it comes later") {
    driver.respond(list, 200, R"({"comments":[{"id":"9","content":"x"}],"total":2,"next":"k"})");
    CHECK(driver.patch("edit-1") == nullptr);
    driver.send({.type = Type::more});
    driver.respond(driver.fetch()->id, 200, R"({"comments":[{"id":"1","content":"First"}],"total":2})");
  }
  SECTION("it is there") {
    driver.respond(list, 200, R"({"comments":[{"id":"1","content":"First"}],"total":1})");
  }
  REQUIRE(driver.patch("edit-1") != nullptr);
  REQUIRE(driver.effect(Effect::Type::fill) != nullptr);
  CHECK(*driver.effect(Effect::Type::fill)->values.find(Field::comment) == "Better words");
}
