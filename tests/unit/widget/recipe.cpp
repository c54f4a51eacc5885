#include "catch.hpp"
#include "driver.hpp"

#include <string>
#include <utility>

using namespace afterword;
using Type = Event::Type;

namespace {

/// A widget with a recipe that lists `{"c":[…]}`, and of which `more` says the rest.
Driver with(const std::string &more, Config config = Driver::with_comments()) {
  auto recipe = backend::Recipe::parse(
      R"({"comment":{"id":"/id","parent":"/parent","name":"/name","content":"/content"},)" + more + "}");
  REQUIRE(recipe);
  return Driver(std::move(config), std::move(*recipe));
}

constexpr const char *plain_list =
    R"("list":{"url":"/list","more":"/list?after={cursor}","reply":{"comments":"/c","next":"/next"}})";

/// The same, and its list is there.
Driver loaded(const std::string &more) {
  Driver driver = with(std::string(plain_list) + "," + more);
  driver.start();
  driver.respond(driver.fetch()->id, 200,
                 R"({"c":[{"id":"1","name":"Ines"},{"id":"2","parent":"1","name":"Tom"}]})");
  return driver;
}

std::string url(const Driver &driver) {
  return driver.fetch() != nullptr ? driver.fetch()->request.url : "none";
}

} // namespace

TEST_CASE("what is needed first is fetched first, in order, and only then what needs it") {
  Driver driver = loaded(
      R"("needs":{"session":{"url":"/session","value":"/id"},"token":{"url":"/token?{session}","value":"text:"}},
      "create":{"url":"/post","needs":["session","token"],"headers":{"x-token":"{token}"},"body":{"text":"{comment}"},"reply":{"comment":""}})");
  driver.submit("form", filled());
  CHECK(driver.fetch()->target == "needs");
  CHECK(url(driver) == "/session");
  driver.respond(driver.fetch()->id, 200, R"({"id":7})");
  CHECK(url(driver) == "/token?7");
  driver.field(Type::input, "form", Field::comment, "typed meanwhile");
  driver.frame = {};
  driver.respond(4, 200, " t0ken\n");
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->target == "create");
  CHECK(driver.fetch()->request.headers.back() == backend::Header{"x-token", "t0ken"});
  CHECK(driver.fetch()->request.body ==
        R"({"text":"Hello <there>"})"); // as it was sent, not as it is typed on
  driver.respond(driver.fetch()->id, 201, R"({"id":"3","name":"Ada","content":"<p>Hello</p>"})");
  CHECK(driver.patch("branch-3") != nullptr);
}

TEST_CASE("what is needed and cannot be had fails what needs it, and the text stays") {
  const char *more =
      R"("needs":{"token":{"url":"/token","value":"/token"}},"create":{"url":"/post","needs":["token"],"body":{}})";
  Driver driver = loaded(more);
  driver.submit("form", filled(), "one");
  driver.respond(driver.fetch()->id, 200, "<html>");
  CHECK(driver.draws("gave no proper answer"));
  REQUIRE(driver.effect(Effect::Type::emit) != nullptr);
  CHECK(driver.effect(Effect::Type::emit)->detail.back().value.find("/needs/token/value") !=
        std::string::npos);
  driver.submit("form", filled(), "two");
  driver.respond(driver.fetch()->id, 401, "");
  CHECK(driver.draws("form", "Please log in"));
  driver.submit("form", filled(), "two");
  driver.fail(driver.fetch()->id, true);
  CHECK(driver.draws("offline"));
}

TEST_CASE("what is kept is fetched once, and anew when it is good no more") {
  Driver driver = loaded(R"("needs":{"nonce":{"url":"/nonce","value":"text:","keep":true}},
      "errors":{"code":"/code","message":"/text","rules":[{"is":["stale"],"kind":"renew"}]},
      "create":{"url":"/post?{nonce}","needs":["nonce"],"body":{"a":1},"reply":{"comment":""}})");
  driver.submit("form", filled());
  CHECK(url(driver) == "/nonce");
  driver.respond(driver.fetch()->id, 200, "a");
  CHECK(url(driver) == "/post?a");
  driver.respond(driver.fetch()->id, 201, R"({"id":"3"})");
  driver.submit("form", filled("Another"));
  CHECK(url(driver) == "/post?a");
  driver.respond(driver.fetch()->id, 403, R"({"code":"stale"})");
  CHECK(url(driver) == "/nonce");
  driver.respond(driver.fetch()->id, 200, "b");
  CHECK(url(driver) == "/post?b");
  driver.respond(driver.fetch()->id, 403, R"({"code":"stale"})"); // once is enough
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.draws("form", "Please log in"));
}

TEST_CASE("where one way to post is closed the next is tried") {
  Driver driver =
      loaded(R"("errors":{"code":"/code","message":"/text","rules":[{"is":["guests"],"kind":"next"}]},
      "create":[{"url":"/rest","body":{"text":"{comment}"},"reply":{"comment":""}},
                {"url":"/classic","as":"form","body":{"text":"{comment}"},"reply":{"held":"query:unapproved"}}])");
  driver.submit("form", filled("a b"));
  CHECK(url(driver) == "/rest");
  driver.respond(driver.fetch()->id, 401, R"({"code":"guests"})");
  CHECK(url(driver) == "/classic");
  CHECK(driver.fetch()->request.body == "text=a%20b");
  driver.send({.type = Type::response,
               .id = driver.fetch()->id,
               .response = {200, "<html>", {}, "/post?unapproved=9", true}});
  CHECK(driver.announced() == "Your comment is awaiting moderation.");
  const Patch *drawn = nullptr;
  for (const Patch &patch : driver.frame.patches)
    if (patch.type == Patch::Type::insert)
      drawn = &patch;
  REQUIRE(drawn != nullptr); // what was typed stands for what the backend keeps
  CHECK(drawn->markup.str().find("<p>a b</p>") != std::string::npos);

  driver.submit("form", filled("shown"));
  driver.respond(driver.fetch()->id, 401, R"({"code":"guests"})");
  driver.send(
      {.type = Type::response, .id = driver.fetch()->id, .response = {200, "<html>", {}, "/post", true}});
  CHECK(driver.announced() == "Your comment was posted.");
  for (const Patch &patch : driver.frame.patches)
    if (patch.type == Patch::Type::insert)
      drawn = &patch;
  CHECK(drawn->markup.str().find("<p>shown</p>") != std::string::npos);
  CHECK(drawn->markup.str().find("Reply") == std::string::npos); // under what id, the backend has not said

  driver.submit("form", filled("again"));
  driver.respond(driver.fetch()->id, 401, R"({"code":"guests"})");
  driver.respond(driver.fetch()->id, 401, R"({"code":"guests"})");
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.draws("form", "Please log in"));
}

TEST_CASE("a comment that was sent without seeing the answer says so") {
  Driver driver =
      loaded(R"("create":{"url":"/post","send":"blind","as":"form","body":{"text":"{comment}"}})");
  driver.submit("form", filled());
  CHECK(driver.fetch()->request.send == "blind");
  driver.send({.type = Type::response, .id = driver.fetch()->id, .response = {backend::unseen}});
  CHECK(driver.announced() == "Your comment was sent.");
  CHECK(driver.effect(Effect::Type::emit)->detail.back().value == "unseen");
}

TEST_CASE("who comes back from the backend's own page still has the text") {
  Driver driver =
      loaded(R"("create":{"url":"/post","elsewhere":"page","as":"form","body":{"text":"{comment}"}})");
  driver.submit("form", filled());
  CHECK(driver.fetch()->request.elsewhere == "page");
  driver.send({.type = Type::response, .id = driver.fetch()->id, .response = {backend::went_there}});
  CHECK(driver.draws("form", "If the site did not take your comment: your text is still here."));
  CHECK(driver.effect(Effect::Type::fill) == nullptr); // nobody touches what was typed
  CHECK(driver.focus() == "form.summary");
  driver.submit("form", filled());
  CHECK(driver.fetch() != nullptr);
}

TEST_CASE("a reply names its parent, the comment on top, and whom it answers") {
  Driver driver = loaded(
      R"("create":{"url":"/post","body":{"pid":"{#parent}","rid":"{root?}","at":"{parent_name?}"},"reply":{"comment":""}})");
  driver.submit("form", filled());
  CHECK(driver.fetch()->request.body == R"({"pid":null})");
  driver.send({.type = Type::reply, .comment = "2"});
  driver.submit("reply-2", filled("A reply"));
  CHECK(driver.fetch()->request.body == R"({"pid":2,"rid":"1","at":"Tom"})");
}

TEST_CASE("who is signed in is not asked for name and address") {
  Driver driver =
      with(std::string(plain_list) + R"(,"me":{"url":"/me","credentials":"include","reply":{"name":"/name"},
      "login":"/login?to={address}","logout":"/logout"},"create":{"url":"/post","body":{"name":"{name?}"},"reply":{"comment":""}})");
  driver.start();
  CHECK(driver.draws("afterword", "Email"));
  const Effect *me = nullptr;
  for (const Effect &effect : driver.frame.effects)
    if (effect.type == Effect::Type::fetch && effect.target == "me")
      me = &effect;
  REQUIRE(me != nullptr);
  CHECK(me->request.credentials == "include");
  driver.respond(me->id, 200, R"({"name":"Ada <L>"})");
  CHECK(driver.draws("form", "Logged in as Ada &lt;L&gt;."));
  CHECK(driver.draws("form", R"(<a href="/logout">Log out</a>)"));
  CHECK_FALSE(driver.draws("form", "Email"));
  driver.submit("form", Values().set(Field::comment, "Hello"));
  CHECK(driver.fetch()->request.body == "{}");
}

TEST_CASE("where only members comment, the others are shown the way in") {
  const std::string more =
      std::string(plain_list) +
      R"(,"me":{"url":"/me","reply":{"name":"/name"},"login":"{backend}/in","required":true},"create":{"url":"/post","body":{}})";
  for (const int status : {204, 401, 200}) {
    Driver driver = with(more);
    driver.start();
    CHECK_FALSE(driver.draws("afterword", "<form"));
    CHECK_FALSE(driver.draws("afterword", "Please log in")); // it is not known yet
    driver.respond(1, 200, R"({"c":[{"id":"1"}]})");
    CHECK_FALSE(driver.draws("thread", "Reply"));
    driver.respond(2, status, status == 200 ? R"({"name":"Ada"})" : "");
    CHECK(driver.draws("form", "Please log in to leave a comment.") == (status != 200));
    CHECK(driver.draws("form", R"(<a href="/api/in">Log in</a>)") == (status != 200));
    CHECK(driver.draws("form", "<form") == (status == 200));
    CHECK(driver.draws("thread", "Reply") == (status == 200));
    driver.send({.type = Type::reply, .comment = "1"});
    CHECK((driver.patch("reply-1") != nullptr) == (status == 200));
  }
}

TEST_CASE("a recipe's fields have its rules, and are sent under its names") {
  Driver driver = loaded(
      R"("form":{"comment":{"max":20},"extra":[{"name":"mood","type":"choice","label":"Mood","options":["Sad",{"value":"Happy","label":"In good spirits"}]},
      {"name":"agree","type":"box","label":"I agree","required":true}]},
      "create":{"url":"/post","body":{"mood":"{mood}","agree":"{agree}"},"reply":{"comment":""}})");
  driver.submit("form", Values().set(Field::comment, "Hello").set(Field::text1, "Happy"));
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.draws("form",
                     R"(<option value="Sad">Sad</option><option value="Happy">In good spirits</option>)"));
  CHECK(driver.draws("form", "Please tick this box."));
  CHECK(driver.focus() == "form.box1");
  driver.field(Type::input, "form", Field::box1, Values::ticked);
  CHECK_FALSE(driver.draws("form.box1.field", "Please tick"));
  CHECK(driver.patch("form.box1.field") != nullptr);
  driver.submit(
      "form",
      Values().set(Field::comment, "Hello").set(Field::text1, "Happy").set(Field::box1, Values::ticked));
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->request.body == R"({"mood":"Happy","agree":true})");
  driver.respond(driver.fetch()->id, 200, "[]");
  CHECK(driver.draws("gave no proper answer"));
}

TEST_CASE("a backend's words about a field stand at the field") {
  Driver driver =
      loaded(R"("errors":{"message":"/m","fields":{"at":"/params"},"names":{"author_email":"email"}},
      "create":{"url":"/post","body":{},"reply":{"comment":""}})");
  driver.submit("form", filled());
  driver.respond(driver.fetch()->id, 400,
                 R"({"m":"Invalid.","params":{"author_email":"No mail server for <that>."}})");
  CHECK(driver.draws("form", R"(id="form.email.problem">No mail server for &lt;that&gt;.)"));
  CHECK(driver.focus() == "form.email");
}

TEST_CASE("a list can be asked for by POST, and a text be no markup") {
  Driver driver = with(
      R"("list":{"url":"/api","headers":{"x-key":"{app}"},"body":{"event":"GET","page":"{page}","before":"{cursor?}"},"reply":{"comments":"/c","next":"/next"}},
      "comment":{"id":"/id","content":"/text","format":"markdown"})");
  driver.start();
  CHECK(driver.fetch()->request.method == "POST");
  CHECK(driver.fetch()->request.body == R"({"event":"GET","page":"/post"})");
  driver.respond(driver.fetch()->id, 200,
                 R"({"c":[{"id":1,"text":"a **b** <i> https://a.example/"}],"next":5})");
  CHECK(driver.draws("thread", R"(a **b** &lt;i&gt; <a href="https://a.example/")"));
  driver.send({.type = Type::more});
  CHECK(driver.fetch()->request.body == R"({"event":"GET","page":"/post","before":"5"})");
}

TEST_CASE("an answer whose comment comes with a later page moves to it, with all that stands in it") {
  Driver driver = with(plain_list);
  driver.start();
  driver.respond(driver.fetch()->id, 200, R"({"c":[{"id":"5","parent":"2"},{"id":"4"}],"next":"x"})");
  driver.send({.type = Type::more});
  CHECK(url(driver) == "/list?after=x");
  driver.respond(driver.fetch()->id, 200, R"({"c":[{"id":"2"},{"id":"1"}]})");
  const Patch *replies = driver.patch("replies-2");
  REQUIRE(replies != nullptr);
  CHECK(replies->type == Patch::Type::insert);
  CHECK(replies->into == "branch-2");
  const Patch *moved = driver.patch("branch-5");
  REQUIRE(moved != nullptr);
  CHECK(moved->type == Patch::Type::move);
  CHECK(moved->into == "replies-2");
  CHECK_FALSE(driver.draws("branch-2", "branch-5"));
}

TEST_CASE("the owner of a misconfigured site is told which pointer failed") {
  Driver driver = with(plain_list);
  driver.start();
  driver.respond(driver.fetch()->id, 200, "<html>It works!");
  CHECK(driver.draws("thread-state", "The comments could not be loaded."));
  CHECK(driver.effect(Effect::Type::emit)->detail.back().value ==
        "the reply is not JSON, so it has nothing at \"/c\", where the recipe's /list/reply/comments should "
        "stand");
}

TEST_CASE(
    "why a list failed is told in the backend's words, but not what its server says when it is broken") {
  for (const int status : {403, 500}) {
    Driver driver = with(std::string(plain_list) + R"(,"errors":{"message":"/m"})");
    driver.start();
    driver.respond(driver.fetch()->id, status, R"({"m":"connect ECONNREFUSED 127.0.0.1:3306"})");
    CHECK(driver.draws("thread-state", "The comments could not be loaded."));
    CHECK(driver.draws("thread-state", "ECONNREFUSED") == (status == 403));
  }
}

TEST_CASE("a recipe that would send anything elsewhere sends nothing") {
  Driver driver = loaded(R"x("create":{"url":"javascript:alert(1)","body":{}})x");
  driver.submit("form", filled());
  CHECK(url(driver).empty()); // the host sends nothing to nowhere, and says so
  driver.send({.type = Type::response, .id = driver.fetch()->id, .response = {backend::not_written}});
  CHECK(driver.draws("is-failed"));
  CHECK(driver.effect(Effect::Type::emit)->detail.back().value ==
        "the recipe writes no request that may be sent");
}

TEST_CASE("a recipe without a subscription draws no box for it") {
  Config config = Driver::with_comments();
  config.subscription = true;
  Driver driver = with(plain_list, config);
  driver.start();
  CHECK_FALSE(driver.draws("afterword", "Sign me up"));
}

TEST_CASE("where a recipe has no way to post there is no form, and no reply") {
  Driver driver = loaded(R"("form":{})");
  CHECK_FALSE(driver.draws("thread", "Reply"));
  driver.start();
  CHECK_FALSE(driver.draws("afterword", "<form"));
}

TEST_CASE("where a recipe has no list there is no thread that loads for ever") {
  auto recipe = backend::Recipe::parse(R"({"subscribe":{"url":"/s","body":{}}})");
  REQUIRE(recipe);
  Config config = Driver::with_comments();
  config.subscription = true;
  Driver driver(std::move(config), std::move(*recipe));
  driver.start();
  CHECK(driver.draws("afterword", "Sign me up"));
  CHECK_FALSE(driver.draws("afterword", "Loading"));
}

TEST_CASE("what the page says is there for templates") {
  Config config = Driver::with_comments();
  config.values = {{"site", "a b"}, {"page", "not this"}};
  Driver driver = with(R"("list":{"url":"/{site}/{page}?{language}","reply":{"comments":"/c"}})", config);
  driver.start();
  CHECK(url(driver) == "/a%20b/%2Fpost?en");
}
