#include "catch.hpp"
#include "driver.hpp"

#include <string>

using namespace afterword;
using Type = Event::Type;

namespace {

/// A widget whose backend has told its limits.
Driver limited() {
  Driver driver;
  driver.start();
  driver.respond(driver.fetch()->id, 200,
                 R"({"comments":[],"total":0,"limits":{"links":1,"interval":15},"form":{
                     "comment":{"max":300},"name":{"required":true},"email":{"required":true}}})");
  return driver;
}

constexpr const char *posted =
    R"({"id":"9","parent":null,"name":"Ada","content":"<p>x</p>","status":"published"})";

Values comment(std::string text) {
  return Values()
      .set(Field::comment, std::move(text))
      .set(Field::name, "Ada")
      .set(Field::email, "a@b.example");
}

/// Posts a comment, and has the backend take it.
void post(Driver &driver, std::string text) {
  driver.submit("form", comment(std::move(text)));
  REQUIRE(driver.fetch() != nullptr);
  driver.respond(driver.fetch()->id, 201, posted);
}

} // namespace

TEST_CASE("a counter appears near the limit, is heard once, and goes again") {
  Driver driver = limited();
  driver.field(Type::input, "form", Field::comment, std::string(269, 'x'));
  CHECK(driver.frame == Frame{});
  driver.field(Type::input, "form", Field::comment, std::string(270, 'x'));
  CHECK(driver.draws("form.comment.field", "30 characters left"));
  CHECK(driver.draws("form.comment.field", R"(aria-describedby="form.comment.counter")"));
  CHECK(driver.announced() == "30 characters left");
  driver.field(Type::input, "form", Field::comment, std::string(301, 'x'));
  CHECK(driver.draws("form.comment.field", "1 character too many"));
  CHECK(driver.announced().empty());
  driver.field(Type::input, "form", Field::comment, "x");
  CHECK(driver.patch("form.comment.field") != nullptr);
  CHECK_FALSE(driver.draws("form.comment.field", "counter"));
}

TEST_CASE("a comment that will wait for moderation says so while it is written, and is sent all the same") {
  Driver driver = limited();
  driver.field(Type::input, "form", Field::comment, "https://a.example/ https://b.example/");
  CHECK(driver.draws("form.outlook", "With more than one link, this will wait for moderation."));
  driver.field(Type::input, "form", Field::comment, "https://a.example/");
  CHECK(driver.patch("form.outlook")->markup.str() == R"(<p class="outlook" id="form.outlook"></p>)");
  driver.submit("form", comment("https://a.example/ https://b.example/"));
  CHECK(driver.fetch() != nullptr);
}

TEST_CASE("a comment that comes too soon is a countdown, and no mistake") {
  Driver driver = limited();
  post(driver, "First");
  CHECK(driver.effect(Effect::Type::timer) == nullptr); // nothing to wait with yet
  driver.now += 4'500;
  driver.field(Type::input, "form", Field::comment, "Second");
  CHECK(driver.draws("form.outlook", "You can post this in 11 seconds."));
  CHECK(driver.effect(Effect::Type::timer) != nullptr);
  driver.submit("form", comment("Second"));
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.announced() == "You can post this in 11 seconds.");
  CHECK_FALSE(driver.draws("form", "aria-invalid"));
  CHECK(driver.effect(Effect::Type::timer) == nullptr); // one runs already
  driver.now += 9'600;
  driver.send({.type = Type::tick});
  CHECK(driver.draws("form.outlook", "You can post this in one second."));
  CHECK(driver.effect(Effect::Type::timer) != nullptr);
  driver.now += 1'000;
  driver.send({.type = Type::tick});
  CHECK(driver.draws("form.outlook", R"(id="form.outlook"></p>)"));
  CHECK(driver.frame.effects.empty()); // and nothing runs on
  driver.submit("form", comment("Second"));
  CHECK(driver.fetch() != nullptr);
}

TEST_CASE("the backend's own call to slow down is counted down as well, and the text stays") {
  Driver driver = limited();
  driver.submit("form", comment("Hello"), "key-1");
  driver.respond(driver.fetch()->id, 429, R"({"error":{"code":"slow_down","message":"m","seconds":3}})");
  CHECK(driver.draws("form.outlook", "You can post this in 3 seconds."));
  CHECK_FALSE(driver.draws("form", "summary"));
  CHECK(driver.effect(Effect::Type::fill) == nullptr);
  CHECK(driver.effect(Effect::Type::emit) == nullptr);
  driver.now += 3'000;
  driver.submit("form", comment("Hello"), "key-2");
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.body.find("key-1") != std::string::npos); // it is the same comment
}

TEST_CASE("what was just posted is not posted again, but as a reply it may be") {
  Driver driver = limited();
  post(driver, "Hello");
  driver.now += 60'000;
  driver.submit("form", comment(" Hello\n"));
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.draws("form", "This comment was posted already."));
  CHECK(driver.focus() == "form.summary");
  driver.send({.type = Type::reply, .comment = "9"});
  driver.submit("reply-9", comment("Hello"));
  CHECK(driver.fetch() != nullptr);
}

TEST_CASE("a duplicate that only the backend knows of keeps its text") {
  Driver driver = limited();
  driver.submit("form", comment("Hello"));
  driver.respond(driver.fetch()->id, 409, R"({"error":{"code":"duplicate","message":"m"}})");
  CHECK(driver.draws("form", "This comment was posted already."));
  CHECK(driver.effect(Effect::Type::fill) == nullptr);
}

TEST_CASE("focus stays with a reader who types on while a comment is sent") {
  Driver driver = limited();
  driver.submit("form", comment("First"));
  const std::size_t id = driver.fetch()->id;
  driver.field(Type::input, "form", Field::comment, "First, and more");
  driver.respond(id, 201, posted);
  CHECK(driver.focus().empty());
  CHECK(driver.announced() == "Your comment was posted.");
  CHECK(driver.draws("form.outlook", "You can post this in 15 seconds."));
}

TEST_CASE("a slip in an e-mail address is asked about, and mended by one press") {
  Driver driver = limited();
  driver.field(Type::input, "form", Field::email, "ada@gmial.com");
  driver.field(Type::blur, "form", Field::email, "ada@gmial.com");
  CHECK(driver.draws("form.email.field", R"(data-action="accept">Did you mean ada@gmail.com?)"));
  CHECK_FALSE(driver.draws("form.email.field", "aria-invalid"));
  CHECK(driver.announced() == "Did you mean ada@gmail.com?");
  driver.field(Type::blur, "form", Field::email, "ada@gmial.com");
  CHECK(driver.frame == Frame{}); // asked once
  driver.send({.type = Type::accept, .form = "form"});
  CHECK(driver.effect(Effect::Type::fill)->values == Values().set(Field::email, "ada@gmail.com"));
  CHECK_FALSE(driver.draws("form.email.field", "accept"));
  CHECK(driver.focus() == "form.email");
  driver.field(Type::input, "form", Field::email, "ada@gmal.com");
  driver.field(Type::blur, "form", Field::email, "ada@gmal.com");
  driver.field(Type::input, "form", Field::email, "ada@gmal.example");
  CHECK_FALSE(driver.draws("form.email.field", "accept")); // the question is no longer the right one
}

TEST_CASE("the subscription box asks as well") {
  Config config = Driver::with_comments();
  config.subscription = true;
  Driver driver(config);
  driver.start();
  driver.field(Type::input, "subscription", Field::email, "ada@hotmal.com");
  driver.field(Type::blur, "subscription", Field::email, "ada@hotmal.com");
  CHECK(driver.draws("subscription.email.field", "Did you mean ada@hotmail.com?"));
  driver.field(Type::input, "subscription", Field::email, "ada@hotmal.com"); // told again, by Enter
  driver.send({.type = Type::accept, .form = "subscription"});
  CHECK(driver.effect(Effect::Type::fill)->target == "subscription");
  CHECK(driver.effect(Effect::Type::fill)->values == Values().set(Field::email, "ada@hotmail.com"));
  CHECK_FALSE(driver.draws("subscription.email.field", "accept"));
}
