#include "catch.hpp"
#include "driver.hpp"

#include "afterword/widget/reader.hpp"

#include <cstddef>
#include <utility>
#include <vector>

using namespace afterword;
using Type = Event::Type;

namespace {

Config with_everything() {
  Config config = Driver::with_comments();
  config.subscription = true;
  return config;
}

Config with_box() {
  Config config = with_everything();
  config.comments = false;
  return config;
}

/// All that can be read: a list that fails and comes, in two pages, for a reader whom the browser knows.
Driver read_all() {
  Driver driver(with_everything());
  driver.start("comment-2");
  const std::size_t list = driver.fetch()->id;
  driver.send(
      {.type = Type::loaded, .key = "commenter", .stored = R"({"name":"Ada","email":"a@b.example"})"});
  driver.fail(list, true);
  driver.send({.type = Type::retry});
  driver.respond(
      driver.fetch()->id, 200,
      R"({"comments":[{"id":"1","content":"a"}],"total":2,"next":"c","followers":5,"interval":9,)"
      R"("links":1,"form":{"comment":{"max":9},"name":{},"email":{"required":true},"remember":{}}})");
  driver.send({.type = Type::more});
  driver.respond(driver.fetch()->id, 200,
                 R"({"comments":[{"id":"2","parent":"1","content":"b"}],"total":2})");
  driver.respond(99, 200, "asked by nobody");
  driver.send({.type = Type::locate, .target = "comment-1"});
  return driver;
}

/// The same, but the list comes to a form that is written in already.
Driver written_early() {
  Driver driver(with_everything());
  driver.start();
  const std::size_t list = driver.fetch()->id;
  driver.field(Type::input, "form", Field::comment, "early");
  driver.respond(list, 200, R"({"comments":[],"total":0,"closed":true})");
  return driver;
}

/// The box alone.
Driver box() {
  Driver driver(with_box());
  driver.start();
  driver.respond(driver.fetch()->id, 200, R"({"followers":3})");
  return driver;
}

/// Goes on by all that can be written.
void write_all(Driver &driver) {
  driver.send({.type = Type::reply, .comment = "1"});
  driver.field(Type::input, "reply-1", Field::comment, "Hel");
  driver.field(Type::input, "reply-1", Field::email, "ada@gmial.com");
  driver.field(Type::blur, "reply-1", Field::email, "ada@gmial.com");
  driver.send({.type = Type::accept, .form = "reply-1"});
  driver.send({.type = Type::cancel, .form = "reply-1", .values = filled("Hel")});
  driver.submit("form", filled(""));
  driver.send({.type = Type::visit, .form = "form", .field = Field::email});
  driver.submit("form", filled("Hello"));
  if (driver.fetch() != nullptr)
    driver.respond(driver.fetch()->id, 201, R"({"id":"3","content":"c"})");
  driver.field(Type::input, "form", Field::comment, "More");
  driver.now += 1000;
  driver.send({.type = Type::tick});
  driver.field(Type::blur, "subscription", Field::email, "x");
  driver.submit("subscription", Values().set(Field::email, "a@b.example"));
  driver.fail(driver.fetch()->id);
}

/// How many events of the story a reader takes before the first that it does not.
std::size_t read_part(const Driver &driver, Config config) {
  Reader reader(std::move(config), shipped_recipe());
  std::size_t count = 0;
  while (count < driver.story.size() && reader.dispatch(driver.story[count].first))
    ++count;
  return count;
}

/// Lets a reader take `count` events of the story, and give the frames of a widget for them.
Reader read(const Driver &driver, Config config, std::size_t count) {
  Reader reader(std::move(config), shipped_recipe());
  for (std::size_t i = 0; i < count; ++i)
    CHECK(reader.dispatch(driver.story[i].first) == driver.story[i].second);
  return reader;
}

struct Story {
  Driver driver;
  Config config;
  std::size_t reads; ///< so many of its events are reading
};

std::vector<Story> stories() {
  std::vector<Story> all;
  all.push_back({read_all(), with_everything(), 9});
  all.push_back({written_early(), with_everything(), 1});
  all.push_back({box(), with_box(), 2});
  for (Story &story : all)
    write_all(story.driver);
  return all;
}

} // namespace

TEST_CASE("a reader can be followed by a widget at any time, and nobody would know") {
  for (const auto &[driver, config, reads] : stories()) {
    CHECK(read_part(driver, config) == reads);
    for (std::size_t point = 0; point <= reads; ++point) {
      read(driver, config, point);
      Widget widget(Config(config), shipped_recipe());
      for (std::size_t i = 0; i < point; ++i)
        widget.dispatch(driver.story[i].first); // the page shows this already
      for (std::size_t i = point; i < driver.story.size(); ++i)
        CHECK(widget.dispatch(driver.story[i].first) == driver.story[i].second);
    }
  }
}

TEST_CASE("what takes a widget does not happen to a reader") {
  for (const auto &[driver, config, reads] : stories()) {
    for (std::size_t point = 0; point <= reads; ++point) {
      Reader reader = read(driver, config, point);
      for (std::size_t i = reads; i < driver.story.size(); ++i) {
        const Event &event = driver.story[i].first;
        // An answer to what the reader has not sent is no news to it, but to be read all the same.
        if (event.type != Type::response)
          CHECK_FALSE(reader.dispatch(event));
      }
      for (std::size_t i = point; i < reads; ++i)
        CHECK(reader.dispatch(driver.story[i].first) == driver.story[i].second);
    }
  }
}
