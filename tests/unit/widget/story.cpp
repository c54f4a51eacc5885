#include "catch.hpp"
#include "driver.hpp"

#include "afterword/backend/json.hpp"

#include <string>
#include <utility>

using namespace afterword;
using Type = Event::Type;

namespace {

/// A widget with two comments on it.
Driver loaded() {
  Driver driver;
  driver.start();
  driver.respond(driver.fetch()->id, 200, two_comments);
  return driver;
}

std::string member(const Effect *fetch, const char *pointer) {
  backend::Json json;
  REQUIRE(backend::parse_json(fetch->request.body, json));
  return backend::as_text(backend::find(json, pointer));
}

} // namespace

TEST_CASE("load: the widget is drawn at once, the list when it is there") {
  Driver driver;
  driver.start();
  CHECK(driver.draws("afterword", "Leave a Comment"));
  CHECK(driver.draws("afterword", "Loading comments"));
  CHECK(driver.fetch()->request == backend::Request{"GET", "/api/comments?page=%2Fpost&sort=oldest", {}, {}});
  CHECK(driver.effect(Effect::Type::load)->target == "commenter");
  driver.respond(driver.fetch()->id, 200, two_comments);
  CHECK(driver.draws("thread", "First"));
  CHECK(driver.draws("thread", "Second"));
  CHECK(driver.draws("thread-title", "2 comments"));
  CHECK_FALSE(driver.draws("thread-state", "Loading"));
  CHECK(driver.effect(Effect::Type::emit)->target == "loaded");
}

TEST_CASE("an invalid submit says what is wrong, where, and moves there") {
  Driver driver = loaded();
  driver.submit("form", filled("", "nonsense"));
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.draws("form", "Please write a comment."));
  CHECK(driver.draws("form", "Please enter an email address"));
  CHECK(driver.draws("form", "these 2 things"));
  CHECK(driver.focus() == "form.comment");
  CHECK(driver.effect(Effect::Type::announce)->urgent);
  driver.send({.type = Type::visit, .form = "form", .field = Field::email});
  CHECK(driver.focus() == "form.email");
}

TEST_CASE("a field is checked when it is left, and eased while it is mended") {
  Driver driver = loaded();
  driver.field(Type::blur, "form", Field::email, "");
  CHECK(driver.frame == Frame{}); // only passed through
  driver.field(Type::input, "form", Field::email, "x");
  CHECK(driver.frame == Frame{}); // not at the first key
  driver.field(Type::blur, "form", Field::email, "x");
  CHECK(driver.draws("form.email.field", R"(aria-invalid="true")"));
  driver.field(Type::input, "form", Field::email, "x@y");
  CHECK(driver.patch("form.email.field") != nullptr);
  CHECK_FALSE(driver.draws("form.email.field", "aria-invalid"));
  driver.field(Type::input, "form", Field::email, "x@");
  CHECK(driver.frame == Frame{}); // a new problem waits
}

TEST_CASE("a valid submit is drawn at once, sent once, and becomes real") {
  Driver driver = loaded();
  driver.submit("form", filled(), "uuid");
  REQUIRE(driver.fetch() != nullptr);
  const std::size_t id = driver.fetch()->id;
  CHECK(driver.fetch()->request.url == "/api/comments");
  CHECK(member(driver.fetch(), "/comment") == "Hello <there>");
  CHECK(member(driver.fetch(), "/key") == "uuid");
  const std::string sending = driver.frame.patches.front().region;
  CHECK(driver.frame.patches.front().into == "thread");
  CHECK(driver.draws(sending, "Hello &lt;there&gt;"));
  CHECK(driver.draws(sending, "is-sending"));
  CHECK(driver.draws("form", "aria-disabled"));
  CHECK(driver.submit("form", filled(), "other") == Frame{}); // a second click
  driver.respond(id, 201, R"({"id":"3","name":"Ada","content":"<p>Hello</p>","status":"published"})");
  CHECK(driver.patch(sending)->type == Patch::Type::remove);
  CHECK(driver.draws("branch-3", "Hello"));
  CHECK(driver.draws("thread-title", "3 comments"));
  CHECK(driver.effect(Effect::Type::fill)->target == "form");
  CHECK(driver.effect(Effect::Type::fill)->values == Values().set(Field::comment, ""));
  CHECK(driver.focus() == "comment-3");
  CHECK(driver.announced() == "Your comment was posted.");
  CHECK(driver.effect(Effect::Type::store)->text == std::nullopt); // without consent nothing is kept
  CHECK(driver.respond(id, 201, "{}") == Frame{});                 // answered already
}

TEST_CASE("reply: the form opens under its comment, keeps its text, and its answer stands there") {
  Driver driver = loaded();
  driver.send({.type = Type::reply, .comment = "1"});
  REQUIRE(driver.patch("reply-1") != nullptr);
  CHECK(driver.patch("reply-1")->into == "branch-1");
  CHECK(driver.patch("reply-1")->before == "branch-1.toggle");
  CHECK(driver.focus() == "reply-1.comment");
  driver.send({.type = Type::cancel, .form = "reply-1", .values = filled("half a thought")});
  CHECK(driver.patch("reply-1")->type == Patch::Type::remove);
  CHECK(driver.focus() == "comment-1.reply");
  driver.send({.type = Type::reply, .comment = "1"});
  CHECK(*driver.effect(Effect::Type::fill)->values.find(Field::comment) == "half a thought");
  driver.submit("reply-1", filled("a whole thought"));
  CHECK(member(driver.fetch(), "/parent") == "1");
  CHECK(driver.frame.patches.front().into == "replies-1");
  driver.respond(driver.fetch()->id, 201, R"({"id":"4","parent":"1","name":"Ada","content":"x"})");
  CHECK(driver.patch("reply-1")->type == Patch::Type::remove);
  CHECK(driver.patch("branch-4")->into == "replies-1");
  driver.send({.type = Type::reply, .comment = "4"});
  CHECK(driver.patch("reply-4")->before.empty());
  driver.submit("reply-4", filled());
  CHECK(driver.frame.patches.front().region == "branch-4.toggle"); // the first reply brings the list along
  CHECK(driver.send({.type = Type::reply, .comment = "nobody"}) == Frame{});
}

TEST_CASE("a held comment is shown to its author, and not counted") {
  Driver driver = loaded();
  driver.submit("form", filled());
  driver.respond(driver.fetch()->id, 201, R"({"id":"9","name":"Ada","content":"x","status":"held"})");
  CHECK(driver.draws("branch-9", "awaiting moderation"));
  CHECK(driver.draws("thread-title", "2 comments"));
  CHECK(driver.announced() == "Your comment is awaiting moderation.");
}

TEST_CASE("what the backend finds wrong stands beside the field") {
  Driver driver = loaded();
  driver.submit("form", filled());
  driver.respond(driver.fetch()->id, 422,
                 R"({"error":{"code":"invalid","problems":[{"field":"name","code":"too_long"}]}})");
  CHECK(driver.draws("form", "form.name.problem"));
  CHECK(driver.focus() == "form.name");
  driver.submit("form", filled());
  driver.respond(driver.fetch()->id, 422, R"({"error":{"code":"x","message":"<Not> today"}})");
  CHECK(driver.draws("form", "&lt;Not&gt; today"));
  driver.submit("form", filled());
  driver.respond(driver.fetch()->id, 403, R"({"error":{"code":"closed"}})");
  CHECK(driver.draws("form", "Comments are closed now. Your text is still here."));
}

TEST_CASE("a list that failed can be asked for again") {
  Driver driver;
  driver.start();
  driver.respond(driver.fetch()->id, 200, "<html>");
  CHECK(driver.draws("thread-state", "Try again"));
  CHECK(driver.effect(Effect::Type::emit)->target == "error");
  driver.send({.type = Type::retry});
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.draws("thread-state", "Loading"));
  CHECK(driver.focus() == "thread-title");
  driver.respond(driver.fetch()->id, 200, two_comments);
  CHECK(driver.draws("thread", "First"));
  CHECK(driver.send({.type = Type::retry}) == Frame{});
}

TEST_CASE("more: the next page is added to the first") {
  Driver driver;
  driver.start();
  driver.respond(driver.fetch()->id, 200, R"({"comments":[{"id":"1","content":"a"}],"total":3,"next":"c1"})");
  CHECK(driver.draws("more", "Show more comments"));
  driver.send({.type = Type::more});
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.url == "/api/comments?page=%2Fpost&sort=oldest&cursor=c1");
  const std::size_t id = driver.fetch()->id;
  CHECK(driver.send({.type = Type::more}) == Frame{});
  driver.respond(
      id, 200,
      R"({"comments":[{"id":"1","content":"a"},{"id":"2","content":"b"},{"id":"3","parent":"1","content":"c"},)"
      R"({"id":"4","parent":"1","content":"d"}],"total":4})");
  CHECK(driver.patch("branch-1") == nullptr);
  CHECK(driver.patch("part-2")->into == "thread");
  CHECK(driver.draws("part-2", "branch-2"));
  CHECK(driver.patch("replies-1")->into == "branch-1"); // with all that is new in it
  CHECK(driver.draws("replies-1", "branch-4"));
  CHECK(driver.patch("branch-4") == nullptr);
  CHECK_FALSE(driver.draws("more", "button"));
  CHECK(driver.focus() == "comment-2");
}

TEST_CASE("a backend that does not tell how many comments there are has them counted") {
  auto recipe = backend::Recipe::parse(
      R"({"list":{"url":"x","more":"y","reply":{"comments":"/c","next":"/n"}},"comment":{"id":"/id"}})");
  REQUIRE(recipe);
  Driver driver(Driver::with_comments(), std::move(*recipe));
  driver.start();
  driver.respond(driver.fetch()->id, 200, R"({"c":[{"id":1},{"id":2}],"n":"2"})");
  CHECK(driver.draws("thread-title", "2 "));
  driver.send({.type = Type::more});
  driver.respond(driver.fetch()->id, 200, R"({"c":[{"id":3}]})");
  CHECK(driver.draws("thread-title", "3 "));
}

TEST_CASE("an address that names a comment leads to it, once it is here") {
  Driver driver;
  driver.start("comment-2");
  driver.respond(driver.fetch()->id, 200, two_comments);
  CHECK(driver.focus() == "comment-2");
  driver.send({.type = Type::locate, .target = "comment-1"});
  CHECK(driver.focus() == "comment-1");
  CHECK(driver.send({.type = Type::locate, .target = "elsewhere"}) == Frame{});
}

TEST_CASE("details are kept with consent only, and filled in where they are wanted") {
  Driver driver = loaded();
  Values values = filled();
  driver.submit("form", Values()
                            .set(Field::comment, "x")
                            .set(Field::name, "Ada")
                            .set(Field::email, "ada@example.org")
                            .set(Field::website, "a.example")
                            .set(Field::remember, "true"));
  driver.respond(driver.fetch()->id, 201, R"({"id":"3","content":"x"})");
  const std::string stored = driver.effect(Effect::Type::store)->text.value();
  Driver next;
  next.start();
  next.send({.type = Type::loaded, .key = "commenter", .stored = stored});
  CHECK(*next.effect(Effect::Type::fill)->values.find(Field::name) == "Ada");
  CHECK(*next.effect(Effect::Type::fill)->values.find(Field::remember) == "true");
  CHECK(next.effect(Effect::Type::fill)->values.find(Field::comment) == nullptr);
  for (const char *hostile : {"", "{", "[]", "null", R"({"name":{"x":1},"email":7})"})
    next.send({.type = Type::loaded, .key = "commenter", .stored = hostile});
  next.send({.type = Type::loaded, .key = "else", .stored = stored});
  CHECK(next.frame == Frame{});
}

TEST_CASE("a closed page takes no comment, but no text away either") {
  constexpr const char *closed = R"({"comments":[{"id":"1","content":"a"}],"total":1,"closed":true})";
  Driver untouched;
  untouched.start();
  untouched.respond(untouched.fetch()->id, 200, closed);
  CHECK(untouched.draws("form", "Comments are closed."));
  CHECK_FALSE(untouched.draws("thread", "data-action=\"reply\""));
  CHECK(untouched.send({.type = Type::reply, .comment = "1"}) == Frame{});
  Driver typed;
  typed.start();
  const std::size_t id = typed.fetch()->id;
  typed.field(Type::input, "form", Field::comment, "a long text");
  typed.respond(id, 200, closed);
  CHECK(typed.draws("form", "<textarea"));
  CHECK(typed.draws("form", "Your text is still here."));
}

TEST_CASE("the backend says which fields there are") {
  Driver driver;
  driver.start();
  driver.respond(driver.fetch()->id, 200, R"({"comments":[],"form":{"comment":{"max":3},"name":{}}})");
  CHECK(driver.draws("thread-state", "No comments yet"));
  CHECK_FALSE(driver.draws("form", "Email"));
  driver.submit("form", Values().set(Field::comment, "four"));
  CHECK(driver.draws("form", "Please shorten this to 3 characters."));
}

TEST_CASE("what is typed while a comment is on its way stays, in either form") {
  for (const char *region : {"form", "reply-1"}) {
    Driver driver = loaded();
    driver.send({.type = Type::reply, .comment = "1"});
    driver.submit(region, filled("first"), "one");
    const std::size_t id = driver.fetch()->id;
    driver.field(Type::input, region, Field::comment, "first, and more");
    driver.respond(id, 201, R"({"id":"3","content":"x"})");
    CHECK(driver.effect(Effect::Type::fill) == nullptr);
    CHECK(driver.patch(region)->type == Patch::Type::replace);
    driver.submit(region, filled("first, and more"), "two");
    CHECK(member(driver.fetch(), "/key") == "two");
  }
}
