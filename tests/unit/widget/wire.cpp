#include "afterword/widget/decode.hpp"
#include "afterword/widget/encode.hpp"
#include "catch.hpp"
#include "driver.hpp"

#include <string>

using namespace afterword;
using Type = Event::Type;

TEST_CASE("a configuration is read with its defaults") {
  const auto config = decode_config(
      R"({"backend":"https://a.example//","page":"/x","prefix":"p-","title":"Speak","depth":2,"followers":7,
          "avatars":"any","sort":"newest","show":["subscription"],"fields":["name","nonsense"],"required":["website"],"unknown":1})");
  REQUIRE(config);
  CHECK(config->backend == "https://a.example");
  CHECK(config->prefix == "p-");
  CHECK(config->title == "Speak");
  CHECK(config->depth == 2);
  CHECK(config->followers == 7u);
  CHECK(config->avatars == Avatars::any);
  CHECK(config->sort == Sort::newest);
  CHECK(decode_config(R"({"backend":"","avatars":"none"})")->avatars == Avatars::none);
  CHECK(decode_config(R"({"backend":"","avatars":"x","sort":"best"})")->avatars == Avatars::backend);
  CHECK_FALSE(decode_config(R"({"backend":"","avatars":"x","sort":"best"})")->sort);
  CHECK_FALSE(config->comments);
  CHECK(config->subscription);
  CHECK((*config->fields)[static_cast<std::size_t>(Field::name)]);
  CHECK_FALSE((*config->fields)[static_cast<std::size_t>(Field::email)]);
  CHECK(config->required[static_cast<std::size_t>(Field::website)]);
  CHECK(decode_config(R"({"backend":""})")->comments);
  for (const char *text : {"", "{}", "[]", "x"})
    CHECK_FALSE(decode_config(text));
}

TEST_CASE("an event is read, whatever else stands there") {
  const auto submit = decode_event(
      R"({"type":"submit","now":1800000000000,"form":"form","key":"k","fields":{"comment":"a","remember":true,"x":1}})");
  REQUIRE(submit);
  CHECK(submit->type == Type::submit);
  CHECK(submit->now == 1'800'000'000'000);
  CHECK(*submit->values.find(Field::comment) == "a");
  CHECK(*submit->values.find(Field::remember) == Values::ticked);
  CHECK(submit->values.find(Field::name) == nullptr);
  const auto blur = decode_event(R"({"type":"blur","form":"f","field":"email","value":"x"})");
  CHECK(blur->field == Field::email);
  CHECK(*blur->values.find(Field::email) == "x");
  const auto response = decode_event(R"({"type":"response","id":3,"status":201,"body":"{}"})");
  CHECK(response->id == 3);
  CHECK(response->response.status == 201);
  const auto failed = [](const char *reason) {
    const std::string text = R"({"type":"response","id":1,"reason":")" + std::string(reason) + "\"}";
    return decode_event(text)->response.status;
  };
  CHECK(failed("offline") == backend::no_network);
  CHECK(failed("network") == backend::no_reply);
  CHECK(failed("large") == backend::too_large);
  CHECK(failed("unseen") == backend::unseen);
  CHECK(failed("empty") == backend::not_written);
  CHECK(failed("returned") == backend::went_there);
  CHECK(decode_event(R"({"type":"loaded","key":"k","value":null})")->stored == std::nullopt);
  CHECK(decode_event(R"({"type":"loaded","key":"k","value":"v"})")->stored == "v");
  const auto marked = decode_event(
      R"({"type":"mark","form":"form","mark":"bold","before":"a","selected":"b","after":"c","text":"d"})");
  CHECK(marked->name == "bold");
  CHECK(marked->text == text::Selection{"a", "b", "c"});
  CHECK(marked->source == "d");
  CHECK(decode_event(R"({"type":"more","auto":true})")->automatic);
  CHECK_FALSE(decode_event(R"({"type":"more","auto":"yes"})")->automatic);
  const auto quoted = decode_event(R"({"type":"quote","comment":"7","text":"so"})");
  CHECK(quoted->comment == "7");
  CHECK(quoted->source == "so");
  for (const char *text : {"", "{}", "null", R"({"type":"nonsense"})", R"({"type":7})"})
    CHECK_FALSE(decode_event(text));
}

TEST_CASE("every type of event has its name on the wire") {
  constexpr std::size_t reading = std::size(reading_event_names);
  constexpr std::size_t all = reading + std::size(writing_event_names);
  CHECK(all == static_cast<std::size_t>(Type::news) + 1);
  for (std::size_t i = 0; i < all; ++i) {
    const char *name = i < reading ? reading_event_names[i] : writing_event_names[i - reading];
    const std::string event = std::string(R"({"type":")") + name + "\"}";
    CHECK(decode_event(event)->type == static_cast<Type>(i));
    CHECK(decode_event(event, nullptr).has_value() == (i < reading)); // a reader knows its own
  }
}

TEST_CASE("a frame is written with what its types have a use for") {
  Frame frame;
  frame.replace("a", html::draw<"<p>{}</p>">(std::string("\"")));
  frame.insert("b", html::draw<"<b></b>">(), "c", "d");
  frame.remove("e");
  frame.move("f", "c");
  frame.fetch(4, "create", {"POST", "/u", {{"h", "v"}}, "{}", "blind", "page", "include"});
  frame.fetch(5, "list", {"GET", "/l"});
  frame.effects.back().request.keepalive = true;
  frame.load("k");
  frame.store("k", std::nullopt);
  frame.store("k", "v");
  frame.fill("form", Values().set(Field::name, "n").set(Field::remember, Values::ticked));
  frame.focus("f");
  frame.announce("t", true);
  frame.list("p");
  frame.claim("c");
  frame.guard(true);
  frame.guard(false);
  frame.insert_text("form", {"a", "b", "c"});
  frame.preview("form", "*a*");
  frame.hide("g");
  frame.show("g");
  frame.stream(6, "/s");
  frame.abort(6);
  frame.copy("7", "https://a.example/#comment-7");
  frame.alarm(30);
  frame.later();
  frame.emit("posted").detail("id", "1");
  CHECK(
      encode(frame) ==
      R"({"patches":[{"op":"replace","region":"a","markup":"<p>&quot;</p>"},)"
      R"({"op":"insert","region":"b","markup":"<b></b>","into":"c","before":"d"},{"op":"remove","region":"e"},)"
      R"({"op":"move","region":"f","into":"c","before":""},{"op":"hide","region":"g"},{"op":"show","region":"g"}],)"
      R"("effects":[{"type":"fetch","operation":"create","id":4,"method":"POST","url":"/u","headers":{"h":"v"},"body":"{}",)"
      R"("send":"blind","elsewhere":"page","credentials":"include"},)"
      R"({"type":"fetch","operation":"list","id":5,"method":"GET","url":"/l","headers":{},"keepalive":true},)"
      R"({"type":"load","key":"k"},{"type":"store","key":"k"},{"type":"store","key":"k","value":"v"},)"
      R"({"type":"fill","form":"form","fields":{"name":"n","remember":true}},{"type":"focus","region":"f"},)"
      R"({"type":"announce","text":"t","urgent":true},{"type":"list","key":"p"},{"type":"claim","key":"c"},)"
      R"({"type":"guard","on":true},{"type":"guard","on":false},)"
      R"({"type":"insert","form":"form","before":"a","selected":"b","after":"c"},)"
      R"({"type":"preview","form":"form","text":"*a*"},{"type":"stream","id":6,"url":"/s"},{"type":"abort","id":6},)"
      R"({"type":"copy","comment":"7","text":"https://a.example/#comment-7"},{"type":"alarm","seconds":30},)"
      R"({"type":"later"},{"type":"emit","name":"posted","detail":{"id":"1"}}]})");
  CHECK(encode(Frame{}) == R"({"patches":[],"effects":[]})");
}

TEST_CASE("the same events give the same frames") {
  Driver one;
  Driver two;
  one.start("x");
  two.start("x");
  CHECK(one.frame == two.frame);
  one.respond(1, 200, two_comments);
  two.respond(1, 200, two_comments);
  CHECK(one.frame == two.frame);
}
