#include "afterword/widget/recent.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace afterword;
using Type = Event::Type;

namespace {

Recent make(const std::string &limit = {}, const char *recipe = nullptr) {
  Config config;
  config.backend = "/api";
  if (!limit.empty())
    config.values.push_back({"limit", limit});
  return {std::move(config),
          recipe == nullptr ? shipped_recipe() : std::move(*backend::Recipe::parse(recipe))};
}

const Effect *effect(const Frame &frame, Effect::Type type) {
  for (const Effect &each : frame.effects)
    if (each.type == type)
      return &each;
  return nullptr;
}

std::string drawn(const Frame &frame) {
  std::string all;
  for (const Patch &patch : frame.patches)
    all += patch.markup.str();
  return all;
}

Frame respond(Recent &recent, std::size_t id, const std::string &body, int status = 200) {
  return *recent.dispatch({.type = Type::response, .id = id, .response = {status, body}});
}

std::string detail(const Frame &frame, std::size_t place) {
  const Effect *emit = effect(frame, Effect::Type::emit);
  REQUIRE(emit != nullptr);
  return std::next(emit->detail.begin(), static_cast<std::ptrdiff_t>(place))->value;
}

constexpr const char *one = R"({"comments":[{"id":"1","name":"Ada","content":"<p>Hello"}]})";

} // namespace

TEST_CASE("the latest comments are asked for, and shown") {
  Recent recent = make();
  const Frame first = *recent.dispatch({.type = Type::start});
  CHECK(first.patches.front().region == "afterword");
  CHECK(drawn(first).find("Loading comments") != std::string::npos);
  REQUIRE(effect(first, Effect::Type::fetch) != nullptr);
  CHECK(effect(first, Effect::Type::fetch)->target == "recent");
  CHECK(effect(first, Effect::Type::fetch)->request.url == "/api/recent?limit=5");
  const Frame shown = respond(recent, 1, one);
  CHECK(shown.patches.front().region == "recent");
  CHECK(drawn(shown).find("Hello") != std::string::npos);
  CHECK(effect(shown, Effect::Type::emit)->target == "loaded");
  CHECK(detail(shown, 0) == "1");
  CHECK(effect(shown, Effect::Type::announce) == nullptr);
  CHECK(respond(recent, 1, one) == Frame());
}

TEST_CASE("how many is the page's to say, within reason; nobody gets more") {
  for (const auto &[limit, asked] : std::vector<std::pair<std::string, std::string>>{
           {"3", "3"}, {"0", "1"}, {"500", "20"}, {"many", "5"}, {"-1", "5"}, {"", "5"}}) {
    Recent recent = make(limit);
    const Frame frame = *recent.dispatch({.type = Type::start});
    CHECK(effect(frame, Effect::Type::fetch)->request.url == "/api/recent?limit=" + asked);
  }
  Recent recent = make("1");
  recent.dispatch({.type = Type::start});
  const Frame shown = respond(recent, 1, R"({"comments":[{"id":"1","name":"Ada"},{"id":"2","name":"Ben"}]})");
  CHECK(drawn(shown).find("Ada") != std::string::npos);
  CHECK(drawn(shown).find("Ben") == std::string::npos);
}

TEST_CASE("what fails can be asked for again, and says so then") {
  Recent recent = make();
  recent.dispatch({.type = Type::start});
  CHECK(*recent.dispatch({.type = Type::retry}) == Frame()); // it is on its way
  const Frame failed = respond(recent, 1, "", 503);
  CHECK(drawn(failed).find("Try again") != std::string::npos);
  CHECK(effect(failed, Effect::Type::announce) == nullptr);
  CHECK(effect(failed, Effect::Type::emit)->target == "error");
  CHECK(detail(failed, 0) == "recent");
  CHECK(detail(failed, 1) == "unreachable");
  CHECK(detail(failed, 2) == "HTTP 503");
  const Frame again = *recent.dispatch({.type = Type::retry});
  CHECK(effect(again, Effect::Type::focus)->target == "recent");
  CHECK(effect(again, Effect::Type::fetch)->id == 2);
  CHECK(respond(recent, 1, one) == Frame()); // too late
  const Frame worse = respond(recent, 2, "<html>");
  REQUIRE(effect(worse, Effect::Type::announce) != nullptr);
  recent.dispatch({.type = Type::retry});
  CHECK(drawn(respond(recent, 3, R"({"comments":[]})")).find("No comments yet.") != std::string::npos);
}

TEST_CASE("a recipe may have no list of the latest, or want more than a plain GET") {
  Recent recent = make({}, R"({"list":{"url":"/l"}})");
  const Frame frame = *recent.dispatch({.type = Type::start});
  CHECK(effect(frame, Effect::Type::fetch) == nullptr);
  CHECK(detail(frame, 2) == "the recipe has no \"recent\"");
  Recent other = make(
      {}, R"({"list":{"url":"/l"},"recent":{"url":"/r","headers":{"x-key":"k"},"credentials":"include"}})");
  const Frame asked = *other.dispatch({.type = Type::start});
  CHECK(effect(asked, Effect::Type::fetch)->request.headers == std::list<backend::Header>{{"x-key", "k"}});
  CHECK(effect(asked, Effect::Type::fetch)->request.credentials == "include");
}

TEST_CASE("content that is no HTML is shown as it was written") {
  Recent recent = make({}, R"({"list":{"url":"/l","reply":{"comments":""}},"recent":{"url":"/r"},
    "comment":{"id":"/id","content":"/text","format":"text"}})");
  recent.dispatch({.type = Type::start});
  CHECK(drawn(respond(recent, 1, R"([{"id":1,"text":"a < b\n<script>"}])")).find("a &lt; b &lt;script&gt;") !=
        std::string::npos);
}

TEST_CASE("events that are not its own change nothing") {
  Recent recent = make();
  recent.dispatch({.type = Type::start});
  for (const Type type : {Type::locate, Type::loaded, Type::draw, Type::more, Type::response})
    CHECK(*recent.dispatch({.type = type}) == Frame());
}
