#include "reading.hpp"

using afterword::Effect;
using afterword::Event;
using afterword::Patch;

namespace {

const std::string two = page({listed(1), listed(2)}, {}, 2);

/// What an update says.
std::string update(const std::vector<std::string> &comments, const std::string &cursor, int total = 3) {
  std::string json = page(comments, {}, total);
  return json.replace(json.find("\"c1\""), 4, "\"" + cursor + "\"");
}

afterword::backend::Recipe polling() {
  return changed_recipe("\"stream\"", "\"unknown\"");
}

std::size_t alarm(const Driver &driver) {
  const Effect *found = driver.effect(Effect::Type::alarm);
  return found != nullptr ? found->id : 0;
}

Event streamed(std::size_t id, std::optional<std::string> message) {
  return {.type = Driver::Type::streamed, .id = id, .stored = std::move(message)};
}

/// Answers the request that the frame asks for, with headers.
void answer(Driver &driver, int status, std::string body, const std::string &etag = {}) {
  REQUIRE(driver.fetch() != nullptr);
  Event event{
      .type = Driver::Type::response, .id = driver.fetch()->id, .response = {status, std::move(body)}};
  if (!etag.empty())
    event.response.headers.push_back({"etag", etag});
  driver.send(std::move(event));
}

} // namespace

TEST_CASE("new comments are asked for now and then, and wait behind a button") {
  Driver driver = reading(two, polling());
  CHECK(alarm(driver) == 30);
  driver.send({.type = Driver::Type::alarm});
  CHECK(driver.fetch()->request.url == "/api/updates?page=%2Fpost&after=c1");
  CHECK(driver.fetch()->request.headers.empty()); // nothing is known to be unchanged
  answer(driver, 200, update({listed(3), listed(4, 1)}, "c2", 4), "\"abc\"");
  CHECK(patched(driver, Patch::Type::insert).empty()); // nothing moves
  CHECK(driver.draws("news", R"(data-action="news">2 new comments<)"));
  CHECK(driver.announced() == "2 new comments");
  CHECK(alarm(driver) == 30);
  driver.send({.type = Driver::Type::alarm});
  CHECK(driver.fetch()->request.url == "/api/updates?page=%2Fpost&after=c2");
  REQUIRE(driver.fetch()->request.headers.size() == 1);
  CHECK(driver.fetch()->request.headers.front().name == "if-none-match");
  CHECK(driver.fetch()->request.headers.front().value == "\"abc\"");
  answer(driver, 304, "");
  CHECK(driver.frame.patches.empty());
  CHECK(alarm(driver) == 30);

  driver.send({.type = Driver::Type::news});
  CHECK(patched(driver, Patch::Type::insert) ==
        std::vector<std::string>{"branch-3", "branch-1.toggle", "replies-1"});
  CHECK(driver.draws("thread-title", "4 comments"));
  CHECK(driver.draws("news", "id=\"news\"></div>"));
  CHECK(driver.focus() == "comment-3");
}

TEST_CASE("a stream says it at once") {
  Driver driver = reading(two);
  const Effect *stream = driver.effect(Effect::Type::stream);
  REQUIRE(stream != nullptr);
  CHECK(stream->request.url == "/api/events?page=%2Fpost&after=c1");
  CHECK(alarm(driver) == 0);
  driver.send(streamed(stream->id, update({listed(3)}, "c2")));
  CHECK(driver.draws("news", "One new comment"));
  driver.send({.type = Driver::Type::alarm}); // an old one
  CHECK(driver.fetch() == nullptr);
}

TEST_CASE("where the stream is refused the widget asks instead, and tries the stream again later") {
  Driver driver = reading(two);
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  driver.send(streamed(stream, std::nullopt));
  for (int i = 0; i < 4; ++i) {
    answer(driver, 200, update({}, "c2"));
    CHECK(driver.effect(Effect::Type::stream) == nullptr);
    CHECK(alarm(driver) == 30);
    driver.send({.type = Driver::Type::alarm});
  }
  answer(driver, 200, update({}, "c3"));
  REQUIRE(driver.effect(Effect::Type::stream) != nullptr);
  CHECK(driver.effect(Effect::Type::stream)->request.url == "/api/events?page=%2Fpost&after=c3");
  CHECK(alarm(driver) == 0);
  CHECK(driver.send(streamed(stream, update({listed(9)}, "c4"))).patches.empty()); // the old one
}

TEST_CASE("while the backend is gone it is asked less and less, and again as before when it is back") {
  Driver driver = reading(two, polling());
  std::vector<std::size_t> paces;
  for (int i = 0; i < 8; ++i) {
    driver.send({.type = Driver::Type::alarm});
    driver.fail(driver.fetch()->id);
    paces.push_back(alarm(driver));
    CHECK((driver.effect(Effect::Type::emit) != nullptr) == (i == 0)); // the page is told once
  }
  CHECK(paces == std::vector<std::size_t>{60, 120, 240, 480, 900, 900, 900, 900});
  driver.send({.type = Driver::Type::alarm});
  answer(driver, 200, update({}, "c2"));
  CHECK(alarm(driver) == 30);
}

TEST_CASE("nobody listens while nobody looks") {
  SECTION("to a stream") {
    Driver driver = reading(two);
    const std::size_t stream = driver.effect(Effect::Type::stream)->id;
    driver.send({.type = Driver::Type::leave});
    REQUIRE(driver.effect(Effect::Type::abort) != nullptr);
    CHECK(driver.effect(Effect::Type::abort)->id == stream);
    driver.send({.type = Driver::Type::visible});
    CHECK(driver.effect(Effect::Type::stream) != nullptr);
    CHECK(driver.send({.type = Driver::Type::visible}).effects.empty()); // told twice
  }
  SECTION("by asking") {
    Driver driver = reading(two, polling());
    driver.send({.type = Driver::Type::leave});
    driver.send({.type = Driver::Type::alarm});
    CHECK(driver.fetch() == nullptr);
    driver.send({.type = Driver::Type::visible});
    CHECK(driver.fetch() != nullptr); // at once
  }
  SECTION("before the list is here there is nothing to come back to") {
    Driver driver(Driver::with_comments(), generous_recipe());
    driver.start();
    driver.send({.type = Driver::Type::resume, .key = "tab"});
    CHECK(driver.effect(Effect::Type::stream) == nullptr);
    driver.send({.type = Driver::Type::visible});
    CHECK(driver.effect(Effect::Type::stream) == nullptr);
  }
}

TEST_CASE("what is known is not new, nor what nobody may see, nor what said its name before") {
  Driver driver = reading(two);
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  driver.send(streamed(
      stream,
      update({listed(1), listed(5, 0, R"("status":"held")"), listed(6, 0, R"("status":"deleted")")}, "c2")));
  CHECK(driver.frame.patches.empty());
  driver.send(streamed(stream, update({listed(3), listed(3)}, "c3")));
  CHECK(driver.draws("news", "One new comment"));
  CHECK(driver.send(streamed(stream, update({listed(3)}, "c4"))).patches.empty());
}

TEST_CASE("an answer to what is not loaded yet comes with its page") {
  Driver driver = reading(page({listed(1)}, "k1"));
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  driver.send(streamed(stream, update({listed(9, 7)}, "c2")));
  CHECK(driver.frame.patches.empty());
  driver.send(streamed(stream, update({listed(10), listed(11, 10)}, "c3")));
  CHECK(driver.draws("news", "2 new comments"));
}

TEST_CASE("one's own comment is no news, however the messages pass each other") {
  Driver driver = reading(two);
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  driver.submit("form", filled());
  const std::size_t post = driver.fetch()->id;
  driver.send(streamed(stream, update({listed(3)}, "c2")));
  CHECK_FALSE(driver.draws("new comment")); // it may be just this one
  CHECK(driver.announced().empty());
  SECTION("it was") {
    driver.respond(post, 201, listed(3));
    CHECK_FALSE(driver.draws("new comment"));
  }
  SECTION("it was somebody else's") {
    driver.respond(post, 201, listed(4));
    CHECK(driver.draws("news", "One new comment"));
  }
}

TEST_CASE("the newest on top, if that is the order") {
  Driver driver = reading(page({listed(2), listed(1)}));
  driver.send({.type = Driver::Type::sort, .stored = "newest"});
  driver.respond(driver.fetch()->id, 200, page({listed(2), listed(1)}));
  driver.send({.type = Driver::Type::leave});
  driver.send({.type = Driver::Type::visible});
  driver.send(streamed(driver.effect(Effect::Type::stream)->id, update({listed(3), listed(4)}, "c2")));
  driver.send({.type = Driver::Type::news});
  std::vector<std::string> places;
  for (const Patch &patch : driver.frame.patches)
    if (patch.into == "thread")
      places.push_back(patch.region + " before " + patch.before);
  CHECK(places == std::vector<std::string>{"branch-3 before branch-2", "branch-4 before branch-3"});
}

TEST_CASE("a new answer in a branch that is hidden shows when somebody goes there") {
  Driver driver = reading(page({listed(1), listed(2, 1)}));
  driver.send(pressed(Driver::Type::toggle, "1"));
  driver.send(streamed(1, "")); // no stream of this name
  driver.send({.type = Driver::Type::leave});
  driver.send({.type = Driver::Type::visible});
  driver.send(streamed(driver.effect(Effect::Type::stream)->id, update({listed(3), listed(4, 1)}, "c2")));
  driver.send({.type = Driver::Type::news});
  CHECK(patched(driver, Patch::Type::show).empty()); // the first is elsewhere
  CHECK(driver.draws("branch-1.toggle", "Show 2 replies"));
}

TEST_CASE("without a cursor the date tells what is new") {
  Driver driver = reading(
      two,
      changed_recipe(R"(    "reply": {"comments": "/comments", "total": "/total", "cursor": "/latest"}})",
                     R"(    "reply": {"comments": "/comments"}})"));
  driver.send({.type = Driver::Type::leave});
  driver.send({.type = Driver::Type::visible});
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  std::string old = listed(9);
  old.replace(old.find("2026-11-09"), 10, "2026-10-09");
  driver.send(streamed(stream, page({old, listed(3)})));
  CHECK(driver.draws("news", "One new comment"));
}

TEST_CASE("messages that make no sense are told to the page, and change nothing") {
  Driver driver = reading(two);
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  for (const char *message : {"", "hello", "{}", "[]", R"({"comments":7})"}) {
    driver.send(streamed(stream, message));
    CHECK(driver.frame.patches.empty());
    CHECK(driver.effect(Effect::Type::emit) != nullptr);
  }
  driver.send(streamed(stream, R"({"comments":[{},{"id":""},7]})"));
  CHECK(driver.frame.patches.empty());
}

TEST_CASE("a recipe that knows no updates, or too many, does no harm") {
  Driver none = reading(two, changed_recipe("\"updates\"", "\"unknown\""));
  CHECK(none.effect(Effect::Type::stream) == nullptr);
  CHECK(alarm(none) == 0);
  Driver often = reading(two, changed_recipe(R"("seconds": 30,
    "stream")",
                                             R"("seconds": 0, "unknown")"));
  CHECK(alarm(often) == 10);
}

TEST_CASE("what stands on pages that are not loaded is old, not new") {
  const std::string no_cursor = R"(    "reply": {"comments": "/comments"}})";
  Driver driver = reading(
      page({listed(1), listed(2)}, "k2"),
      changed_recipe(R"(    "reply": {"comments": "/comments", "total": "/total", "cursor": "/latest"}})",
                     no_cursor));
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  std::string young = listed(30);
  young.replace(young.find("2026-11-30"), 10, "2099-11-30"); // later than the clock of the test
  driver.send(streamed(stream, page({listed(3), listed(4), young})));
  CHECK(driver.draws("news", "One new comment"));
}

TEST_CASE(
    "an update that begins with the newest is put in from the oldest on, answers below what they answer") {
  Driver driver = reading(two);
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  driver.send(streamed(stream, update({listed(6, 5), listed(5), listed(4)}, "c2")));
  CHECK(driver.draws("news", "3 new comments"));
  driver.send({.type = Driver::Type::news});
  CHECK(patched(driver, Patch::Type::insert) ==
        std::vector<std::string>{"branch-4", "branch-5", "branch-5.toggle", "replies-5"});
  CHECK(driver.focus() == "comment-4");
}

TEST_CASE("a comment of one's own that the backend took in without a name gets it, and is no news") {
  Driver driver = reading(two, changed_recipe(R"(, "reply": {"comment": ""}},
  "vote")",
                                              R"(},
  "vote")"));
  const std::size_t stream = driver.effect(Effect::Type::stream)->id;
  driver.submit("form", filled("Comment 3"));
  driver.respond(driver.fetch()->id, 201, "{}");
  driver.send(streamed(stream, update({listed(3)}, "c2")));
  CHECK(driver.draws("branch-3", "Comment 3"));
  CHECK(patched(driver, Patch::Type::remove).size() == 1);
  CHECK_FALSE(driver.draws("new comment"));
}

TEST_CASE("who was gone before the list came is not listened for until they are back") {
  Driver driver(Driver::with_comments(), generous_recipe());
  driver.start();
  driver.send({.type = Driver::Type::resume, .key = "tab"});
  const std::size_t list = 1;
  driver.send({.type = Driver::Type::leave});
  driver.respond(list, 200, two);
  CHECK(driver.effect(Effect::Type::stream) == nullptr);
  driver.send({.type = Driver::Type::visible});
  CHECK(driver.effect(Effect::Type::stream) != nullptr);
}

TEST_CASE("the first comments of a page bring the tools of a thread along") {
  Driver driver = reading(page({}, {}, 0));
  driver.send(streamed(driver.effect(Effect::Type::stream)->id, update({listed(1), listed(2)}, "c2", 2)));
  driver.send({.type = Driver::Type::news});
  CHECK(driver.draws("name=\"search\""));
}
