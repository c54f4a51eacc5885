#include "afterword/locale/catalog.hpp"

#include "afterword/locale/english.hpp"
#include "catch.hpp"

using namespace afterword::locale;

TEST_CASE("English counts one thing, and any other number of things") {
  CHECK(english.count(Message::subscription_followers, 0) == "Join 0 other followers");
  CHECK(english.count(Message::subscription_followers, 1) == "Join 1 other follower");
  CHECK(english.count(Message::subscription_followers, 2) == "Join 2 other followers");
  CHECK(english.count(Message::subscription_followers, 212) == "Join 212 other followers");
  CHECK(english.count(Message::subscription_followers, 1'234'567) == "Join 1,234,567 other followers");
  CHECK(english.count(Message::comment_count, 1) == "One comment");
}

TEST_CASE("a language with other forms finds its own") {
  Catalog other = english;
  other.plural = [](std::size_t count) noexcept {
    return count == 0 ? Plural::zero : count == 2 ? Plural::two : Plural::other;
  };
  other.forms = {Plural::zero, Plural::two, Plural::other};
  other.reading[static_cast<std::size_t>(Message::comment_count)] = "none|both|{count} of them";
  CHECK(other.count(Message::comment_count, 0) == "none");
  CHECK(other.count(Message::comment_count, 2) == "both");
  CHECK(other.count(Message::comment_count, 7) == "7 of them");
}

TEST_CASE("a value stands where its name stood, and is not looked into") {
  CHECK(english.say(Message::comment_reply_to, "name", "{name}") == "Reply to {name}");
  CHECK(english.say(Message::comment_reply_to, "other", "x") == "Reply to {name}");
}
