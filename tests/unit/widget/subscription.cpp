#include "catch.hpp"
#include "driver.hpp"

#include <string>

using namespace afterword;
using Type = Event::Type;

namespace {

Config box_alone() {
  Config config = Driver::with_comments();
  config.comments = false;
  config.subscription = true;
  return config;
}

Values email(std::string address) {
  return Values().set(Field::email, std::move(address));
}

} // namespace

TEST_CASE("a box alone asks how many follow, unless the page says so") {
  Driver driver(box_alone());
  driver.start();
  CHECK_FALSE(driver.draws("afterword", "Leave a Comment"));
  CHECK(driver.fetch()->request.url == "/api/subscriptions");
  driver.respond(driver.fetch()->id, 200, R"({"followers":1})");
  CHECK(driver.draws("subscription", "Join 1 other follower<"));
  Config told = box_alone();
  told.followers = 212;
  Driver other(told);
  other.start();
  CHECK(other.fetch() == nullptr);
  CHECK(other.draws("afterword", "Join 212 other followers"));
}

TEST_CASE("beside comments, the list tells") {
  Config config = box_alone();
  config.comments = true;
  Driver driver(config);
  driver.start();
  driver.respond(driver.fetch()->id, 200, two_comments);
  CHECK(driver.draws("subscription", "Join 5 other followers"));
}

TEST_CASE("signing up, all the ways it can go") {
  Driver driver(box_alone());
  driver.start();
  driver.field(Type::blur, "subscription", Field::email, "");
  CHECK(driver.frame == Frame{});
  driver.field(Type::blur, "subscription", Field::email, "x");
  CHECK(driver.draws("subscription.email.field", "aria-invalid"));
  driver.field(Type::input, "subscription", Field::email, "x@y");
  CHECK_FALSE(driver.draws("subscription.email.field", "aria-invalid"));
  driver.submit("subscription", email(" "));
  CHECK(driver.draws("subscription", "Please enter your email address."));
  CHECK(driver.focus() == "subscription.email");
  driver.submit("subscription", email(" a@b.example "));
  CHECK(driver.fetch()->request.body == R"({"email":"a@b.example"})");
  CHECK(driver.draws("subscription", "Signing you up"));
  const std::size_t first = driver.fetch()->id;
  CHECK(driver.submit("subscription", email("a@b.example")) == Frame{});
  driver.fail(first);
  CHECK(driver.draws("subscription", "Please try again."));
  CHECK(driver.draws("subscription", "<form"));
  driver.submit("subscription", email("a@b.example"));
  driver.respond(driver.fetch()->id, 422, R"({"error":{"code":"no","message":"Not you."}})");
  CHECK(driver.draws("subscription", "Not you."));
  driver.submit("subscription", email("a@b.example"));
  driver.respond(driver.fetch()->id, 422,
                 R"({"error":{"code":"invalid","problems":[{"field":"email","code":"email_invalid"}]}})");
  CHECK(driver.draws("subscription", "subscription.email.problem"));
  driver.submit("subscription", email("a@b.example"));
  driver.respond(driver.fetch()->id, 202, R"({"status":"pending"})");
  CHECK(driver.draws("subscription", "check your inbox"));
  CHECK(driver.focus() == "subscription.outcome");
  CHECK(driver.effect(Effect::Type::emit)->target == "subscribed");
}

TEST_CASE("who is subscribed already is told so") {
  Driver driver(box_alone());
  driver.start();
  driver.submit("subscription", email("a@b.example"));
  driver.respond(driver.fetch()->id, 200, R"({"status":"subscribed"})");
  CHECK(driver.draws("subscription", "a@b.example is already subscribed."));
}
