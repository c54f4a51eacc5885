/// @file Comments on their way, from the moment that they are posted: what becomes of them, and of their
/// text.

#include "catch.hpp"
#include "writer.hpp"

#include <cstdint>
#include <optional>
#include <string>

using namespace afterword;
using Type = Event::Type;

namespace {

constexpr const char *posted = R"({"id":"3","name":"Ada","content":"<p>Hello</p>","status":"published"})";

/// A widget after a comment, with the key "first", was posted that no answer came to.
Driver unanswered(bool offline) {
  Driver driver = resumed();
  driver.submit("form", filled(), "first");
  driver.fail(driver.fetch()->id, offline);
  return driver;
}

/// The id of the comment that is on its way, as the page knows it.
std::string drawn_id(const Driver &driver) {
  for (const Patch &patch : driver.frame.patches)
    if (const std::size_t at = patch.markup.str().find("data-comment=\"sending-"); at != std::string::npos) {
      const std::size_t start = at + std::string("data-comment=\"").size();
      return patch.markup.str().substr(start, patch.markup.str().find('"', start) - start);
    }
  return {};
}

} // namespace

TEST_CASE("a comment that got no answer is drawn as failed, and its form is free") {
  Driver driver = unanswered(false);
  CHECK(driver.draws("is-failed"));
  CHECK(driver.draws("This was not posted: the site gave no proper answer."));
  CHECK(driver.draws(R"(data-action="edit">Edit)"));
  CHECK(driver.draws(R"(data-action="resend">Try again)"));
  CHECK(driver.effect(Effect::Type::fill)->values == Values().set(Field::comment, ""));
  CHECK(driver.effect(Effect::Type::announce)->urgent);
  CHECK(driver.focus() == "comment-sending_2d2");
  CHECK(kept(driver, "outbox:/api first").value().has_value());
  CHECK_FALSE(kept(driver, "draft:").value().has_value());
}

TEST_CASE("a comment made offline waits, says so, and goes out when there is a network again") {
  Driver driver = unanswered(true);
  CHECK(driver.draws("This will be posted when the connection is back."));
  CHECK_FALSE(driver.effect(Effect::Type::announce)->urgent);
  const std::string stored = kept(driver, "outbox:/api first").value().value();
  CHECK(driver.effect(Effect::Type::load)->target == "outbox:/api first");
  driver.send(loaded("outbox:/api first", stored));
  driver.submit("form", filled("Another, meanwhile"), "second");
  CHECK(member(driver.fetch(), "/key") == "second");
  driver.respond(driver.fetch()->id, 201, R"({"id":"9","content":"x"})");
  driver.send({.type = Type::online});
  CHECK(driver.fetch() == nullptr); // another tab may be as quick
  CHECK(driver.effect(Effect::Type::claim)->target == "outbox:/api first");
  driver.send({.type = Type::claimed, .key = "outbox:/api first", .stored = stored});
  CHECK(member(driver.fetch(), "/key") == "first");
  CHECK(driver.draws("is-sending"));
  driver.respond(driver.fetch()->id, 201, posted);
  CHECK(driver.patch("branch-3") != nullptr);
  CHECK_FALSE(kept(driver, "outbox:/api first").value().has_value());
  CHECK(driver.announced() == "Your comment was posted.");
  CHECK(driver.focus().empty()); // whoever reads elsewhere is left there
}

TEST_CASE("what no browser keeps goes out all the same") {
  Driver driver = unanswered(true);
  driver.send(loaded("outbox:/api first", std::nullopt)); // storage is forbidden
  CHECK(driver.frame == Frame{});
  driver.send({.type = Type::online});
  CHECK(member(driver.fetch(), "/key") == "first");
}

TEST_CASE("what another tab sends is not sent twice, and not waited for") {
  Driver driver = unanswered(true);
  const auto stored = kept(driver, "outbox:").value();
  driver.send(loaded("outbox:/api first", stored));
  driver.send({.type = Type::online});
  driver.send({.type = Type::claimed, .key = "outbox:/api first"});
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.effect(Effect::Type::load)->target == "outbox:/api first");
  driver.send(loaded("outbox:/api first", stored)); // it is on its way there
  CHECK(driver.frame == Frame{});
  driver.now += 1000;
  driver.send({.type = Type::tick});
  CHECK(driver.effect(Effect::Type::claim) == nullptr);
  driver.now += 1000; // it may have died with it, or be done
  driver.send({.type = Type::tick});
  CHECK(driver.effect(Effect::Type::claim)->target == "outbox:/api first");
  driver.send({.type = Type::claimed, .key = "outbox:/api first"});
  driver.send(loaded("outbox:/api first", std::nullopt)); // and it has arrived
  CHECK(driver.draws("It will be here as soon as the site shows it."));
  driver.send({.type = Type::online});
  CHECK(driver.frame == Frame{});
}

TEST_CASE("what waits outlives its tab, and goes out from the next one") {
  Driver before = unanswered(true);
  const std::string stored = kept(before, "outbox:/api first").value().value();
  CHECK(stored.find("ada@example.org") != std::string::npos); // it could not be sent without
  Driver driver = resumed();
  driver.send(loaded("outbox:/api first", stored));
  driver.send(loaded("outbox:/api ", std::nullopt));
  CHECK(driver.draws("branch-sending_2d2", "Hello &lt;there&gt;"));
  CHECK(driver.effect(Effect::Type::claim)->target == "outbox:/api first");
  driver.send({.type = Type::claimed, .key = "outbox:/api first", .stored = stored});
  CHECK(member(driver.fetch(), "/key") == "first");
  CHECK(member(driver.fetch(), "/email") == "ada@example.org");
  CHECK(driver.fetch()->request.body.find(R"("notify_comments":true)") != std::string::npos);
  driver.fail(driver.fetch()->id, true);
  CHECK(driver.draws("is-sending")); // it waits on
  CHECK(driver.draws("when the connection is back"));
}

TEST_CASE("what waits for another page goes out from this one, for that page, and is not drawn here") {
  Driver driver = resumed();
  driver.send(loaded(
      "outbox:/api far",
      R"({"key":"far","page":"/far","address":"https://b.example/far","time":1800000000000,"fields":{"comment":"x"}})"));
  driver.send(loaded("outbox:/api ", std::nullopt));
  CHECK_FALSE(driver.draws("sending-"));
  driver.send({.type = Type::claimed, .key = "outbox:/api far", .stored = ""});
  CHECK(member(driver.fetch(), "/page") == "/far");
  driver.respond(driver.fetch()->id, 201, posted);
  CHECK(driver.patch("branch-3") == nullptr);
  CHECK_FALSE(kept(driver, "outbox:/api far").value().has_value());
}

TEST_CASE("a lost answer is settled: the same key, and a duplicate means that it was there") {
  Driver driver = unanswered(false);
  const std::string id = drawn_id(driver);
  driver.send({.type = Type::resend, .comment = id});
  CHECK(member(driver.fetch(), "/key") == "first");
  CHECK(driver.draws("is-sending"));
  CHECK(driver.focus() == "comment-sending_2d2");
  const std::size_t fetch = driver.fetch()->id;
  CHECK(driver.send({.type = Type::resend, .comment = id}) == Frame{}); // a second click
  driver.respond(fetch, 409, R"({"error":{"code":"duplicate","message":"Said before"}})");
  CHECK(driver.draws("Your comment was sent."));
  CHECK_FALSE(driver.draws("is-failed"));
  CHECK(driver.send({.type = Type::resend, .comment = id}) == Frame{});
}

TEST_CASE("a comment that failed can be edited: it goes back, before what was typed meanwhile") {
  Driver driver = unanswered(false);
  const std::string id = drawn_id(driver);
  driver.field(Type::input, "form", Field::comment, "A new thought");
  driver.send({.type = Type::edit, .comment = id});
  CHECK(driver.patch("branch-sending_2d2")->type == Patch::Type::remove);
  const Effect *fill = driver.effect(Effect::Type::fill);
  CHECK(*fill->values.find(Field::comment) == "Hello <there>\n\nA new thought");
  CHECK(*fill->values.find(Field::email) == "ada@example.org");
  CHECK(driver.focus() == "form.comment");
  driver.submit("form", filled("Hello <there>"), "second");
  CHECK(member(driver.fetch(), "/key") == "first"); // the same text is the same comment
  driver.fail(driver.fetch()->id);
  driver.send({.type = Type::edit, .comment = drawn_id(driver)});
  driver.submit("form", filled("Hello!"), "third");
  CHECK(member(driver.fetch(), "/key") == "third");
}

TEST_CASE("a reply that failed goes back into its own form") {
  Driver driver = resumed();
  driver.send({.type = Type::reply, .comment = "1"});
  driver.submit("reply-1", filled("half"), "r");
  driver.respond(driver.fetch()->id, 502, "<html>");
  CHECK(driver.draws("The site is busy"));
  CHECK(driver.patch("reply-1")->type == Patch::Type::remove);
  driver.send({.type = Type::edit, .comment = drawn_id(driver)});
  CHECK(driver.patch("reply-1")->into == "branch-1");
  CHECK(driver.focus() == "reply-1.comment");
}

TEST_CASE("what was refused goes back into its form, with the reason") {
  Driver driver = resumed();
  driver.submit("form", filled(), "first");
  driver.respond(driver.fetch()->id, 403, R"({"error":{"code":"closed"}})");
  CHECK(driver.draws("form", "Comments are closed now. Your text is still here."));
  CHECK(driver.effect(Effect::Type::fill) == nullptr); // nobody touches what was typed
  CHECK(kept(driver, "outbox:") == std::nullopt);
}

TEST_CASE("what waited and is refused then stays, with the reason and its text") {
  Driver driver = unanswered(true);
  driver.send({.type = Type::online});
  driver.respond(driver.fetch()->id, 422, R"({"error":{"code":"x","message":"<Not> today"}})");
  CHECK(driver.draws("is-failed"));
  CHECK(driver.draws("&lt;Not&gt; today"));
  CHECK(driver.draws(R"(data-action="edit")"));
}

TEST_CASE(
    "what waits is kept for 30 days, and a reader who leaves it where nothing is kept is asked to stay") {
  Driver driver = unanswered(true);
  CHECK(driver.effect(Effect::Type::guard) ==
        nullptr); // as while the text stood in the form: 'submit' held it
  const std::string stored = kept(driver, "outbox:/api first").value().value();
  driver.send(loaded("outbox:/api first", stored));
  CHECK_FALSE(driver.effect(Effect::Type::guard)->urgent);
  Driver late = resumed();
  late.now += std::int64_t{31} * 86'400'000;
  late.send(loaded("outbox:/api first", stored));
  CHECK(kept(late, "outbox:/api first").value() == std::nullopt);
  late.send(loaded("outbox:/api ", std::nullopt));
  CHECK(late.effect(Effect::Type::claim) == nullptr);
}

TEST_CASE("Markdown that waits is drawn by the host") {
  Driver driver = resumed();
  driver.submit("form", filled("*Hello*"), "first");
  driver.fail(driver.fetch()->id, true);
  REQUIRE(driver.effect(Effect::Type::preview) != nullptr);
  const std::string region = driver.effect(Effect::Type::preview)->target;
  driver.send({.type = Type::previewed,
               .form = region,
               .stored = "<p><em>Hello</em><script>x</script></p>",
               .source = "*Hello*"});
  CHECK(driver.draws(region, "<em>Hello</em>"));
  CHECK_FALSE(driver.draws("<script"));
  driver.send({.type = Type::previewed, .form = region, .stored = "<p>x</p>", .source = "*another*"});
  CHECK(driver.frame == Frame{});
}

TEST_CASE("an outbox that somebody else wrote does no harm") {
  Driver driver = resumed();
  for (const char *hostile : {"", "{", "[]", "null", R"({"time":1800000000000,"fields":7})",
                              R"({"fields":{"comment":{"a":1}}})", R"({"fields":{"comment":"  "}})"})
    driver.send(loaded("outbox:/api x", hostile));
  driver.send(loaded("outbox:/api ", std::nullopt));
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.effect(Effect::Type::claim) == nullptr);
  driver.send({.type = Type::claimed, .key = "outbox:/api nobody", .stored = ""});
  driver.send({.type = Type::claimed, .key = "x", .stored = ""});
  CHECK(driver.frame == Frame{});
}

TEST_CASE("one key a draft: double clicks, retries and reloads included") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::comment, "Hello <there>");
  driver.submit("form", filled(), "first");
  CHECK(driver.submit("form", filled(), "again") == Frame{});
  // The tab is closed before an answer came: the next one has the draft, and its key.
  Driver next = resumed();
  const std::string name = "draft:/api /post:form:tab";
  std::string stored;
  for (const auto &[event, frame] : driver.story)
    for (const Effect &effect : frame.effects)
      if (effect.type == Effect::Type::store && effect.target == name)
        stored = effect.text.value_or("");
  next.send(loaded(name, stored));
  next.send(loaded("draft:/api /post:", std::nullopt));
  next.submit("form", filled(), "second");
  CHECK(member(next.fetch(), "/key") == "first");
}

TEST_CASE(
    "what a backend refused for good goes out no more by itself, keeps its time, and can be discarded") {
  Driver driver = unanswered(true);
  driver.send({.type = Type::online});
  driver.now += 1000;
  driver.respond(driver.fetch()->id, 403, R"({"error":{"code":"closed"}})");
  CHECK(driver.draws("is-failed"));
  const std::string stored = kept(driver, "outbox:/api first").value().value();
  CHECK(stored.find(R"("time":1800000000000)") != std::string::npos); // as it was posted
  driver.send({.type = Type::online});
  CHECK(driver.fetch() == nullptr);
  Driver next = resumed();
  next.send(loaded("outbox:/api first", stored));
  next.send(loaded("outbox:/api ", std::nullopt));
  CHECK(next.draws("is-failed"));
  CHECK(next.draws("Comments are closed now."));
  CHECK(next.effect(Effect::Type::claim) == nullptr);
  next.send({.type = Type::discard, .comment = drawn_id(next)});
  CHECK(kept(next, "outbox:/api first").value() == std::nullopt);
  CHECK(next.patch("branch-sending_2d2")->type == Patch::Type::remove);
  CHECK(next.focus() == "thread-title");
}

TEST_CASE("no page is left for a comment out of the outbox, unless somebody asks for that") {
  auto recipe = backend::Recipe::parse(
      R"({"list":{"url":"x","reply":{"comments":"/comments"}},"comment":{"id":"/id","content":"/content"},)"
      R"("create":{"url":"/classic","as":"form","elsewhere":"page","body":{"text":"{comment}"}}})");
  Driver driver = resumed(std::move(recipe.value()));
  driver.submit("form", filled("train"), "first");
  CHECK(driver.fetch()->request.url == "/classic");
  driver.fail(driver.fetch()->id, true);
  const std::string id = drawn_id(driver);
  driver.send({.type = Type::online});
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.url.empty()); // the host sends nothing to nowhere, and says so
  driver.send({.type = Type::response, .id = driver.fetch()->id, .response = {backend::not_written}});
  CHECK(driver.draws("data-action=\"resend\""));
  driver.send({.type = Type::resend, .comment = id});
  CHECK(driver.fetch()->request.url == "/classic");
  driver.send({.type = Type::left, .id = driver.fetch()->id});
  CHECK(kept(driver, "outbox:/api first").value() == std::nullopt);
  CHECK(kept(driver, "draft:").value().value().find(R"("left":true)") != std::string::npos);
}

TEST_CASE("a reply out of the outbox names what it answers, even where that is not loaded") {
  auto recipe = backend::Recipe::parse(
      R"({"list":{"url":"x","reply":{"comments":"/comments"}},"comment":{"id":"/id","parent":"/parent","name":"/name"},)"
      R"("create":{"url":"/p","body":{"rid":"{root}","at":"{parent_name}","pid":"{parent}"}}})");
  Driver driver = resumed(recipe.value());
  driver.send({.type = Type::reply, .comment = "2"});
  driver.submit("reply-2", filled("x"), "first");
  const std::string body = driver.fetch()->request.body;
  CHECK(body == R"({"rid":"1","at":"Tom","pid":"2"})");
  driver.fail(driver.fetch()->id, true);
  const std::string stored = kept(driver, "outbox:").value().value();
  Driver elsewhere(Driver::with_comments(), std::move(recipe.value()));
  elsewhere.start();
  elsewhere.send({.type = Type::resume, .key = "tab"});
  const std::string name = "outbox:" + Driver::with_comments().backend + " first";
  elsewhere.send(loaded(name, stored));
  elsewhere.send({.type = Type::claimed, .key = name, .stored = stored});
  CHECK(elsewhere.fetch()->request.body == body);
}
