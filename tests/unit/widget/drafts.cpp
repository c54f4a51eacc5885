/// @file Drafts: what was typed comes back, to the right tab, and to nobody else.

#include "writer.hpp"

#include <cstdint>
#include <optional>
#include <string>

using namespace afterword;
using Type = Event::Type;

namespace {

constexpr const char *mine = "draft:/api /post:form:tab";

std::string draft(const std::string &comment, std::int64_t age = 0, const std::string &more = {}) {
  return R"({"comment":")" + comment + R"(","key":"k","sent":"","parent":"","time":)" +
         std::to_string(1'800'000'000'000 - age) + more + "}";
}

void end_list(Driver &driver) {
  driver.send(loaded("draft:/api /post:", std::nullopt));
}

std::string filled_in(const Driver &driver) {
  const Effect *fill = driver.effect(Effect::Type::fill);
  const std::string *comment = fill != nullptr ? fill->values.find(Field::comment) : nullptr;
  return comment != nullptr ? *comment : "";
}

} // namespace

TEST_CASE("what is typed is kept a second later, without a name or an address") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::name, "Ada");
  driver.field(Type::input, "form", Field::email, "ada@example.org");
  driver.field(Type::input, "form", Field::comment, "Half a thought");
  CHECK(kept(driver, "draft:") == std::nullopt);
  driver.now += 1000;
  driver.send({.type = Type::tick});
  const std::string stored = kept(driver, mine).value().value();
  CHECK(stored.find("Half a thought") != std::string::npos);
  CHECK(stored.find("Ada") == std::string::npos);
  CHECK(stored.find("example.org") == std::string::npos);
  CHECK(driver.draws("form.kept", "Draft saved"));
  driver.send({.type = Type::tick});
  CHECK(driver.frame == Frame{}); // nothing new, no clock
  driver.field(Type::input, "form", Field::comment, " ");
  driver.send({.type = Type::leave});
  CHECK(kept(driver, mine).value() == std::nullopt); // there is nothing to keep
}

TEST_CASE("one clock runs while there is something to keep, and no other") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::comment, "a");
  CHECK(driver.effect(Effect::Type::timer) != nullptr);
  driver.field(Type::input, "form", Field::comment, "ab");
  CHECK(driver.effect(Effect::Type::timer) == nullptr);
}

TEST_CASE("a reader who may be gone has the last letters kept at once") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::comment, "gone");
  driver.send({.type = Type::leave});
  CHECK(kept(driver, mine).value().value().find("gone") != std::string::npos);
}

TEST_CASE("a draft comes back, and moves in with the widget that shows it") {
  Driver driver = resumed();
  driver.send(loaded("draft:/api /post:form:old", draft("Half a thought")));
  end_list(driver);
  CHECK(filled_in(driver) == "Half a thought");
  CHECK(kept(driver, "draft:/api /post:form:old").value() == std::nullopt);
  CHECK(kept(driver, mine).value().has_value());
  CHECK(driver.draws("form", "Draft saved"));
  CHECK(driver.effect(Effect::Type::guard)->urgent);
  driver.submit("form", filled("Half a thought"), "new");
  CHECK(member(driver.fetch(), "/key") == "new"); // it was never sent before
  driver.respond(driver.fetch()->id, 201, R"({"id":"3","content":"x"})");
  CHECK(kept(driver, mine).value() == std::nullopt);
  CHECK_FALSE(driver.effect(Effect::Type::guard)->urgent);
}

TEST_CASE("two tabs: each has its own text back, and no text is lost") {
  Driver driver;
  driver.start();
  driver.respond(driver.fetch()->id, 200, two_comments);
  driver.send({.type = Type::resume, .key = "tab", .stored = "mine"}); // the one that was here before
  driver.send(loaded("draft:/api /post:form:other", draft("the other tab's")));
  driver.send(loaded("draft:/api /post:form:mine", draft("this tab's", 5000)));
  end_list(driver);
  CHECK(filled_in(driver) == "this tab's");
  CHECK(kept(driver, "draft:/api /post:form:other") == std::nullopt); // it stays where it is
  Driver third = resumed();                                           // a tab without a past has the youngest
  third.send(loaded("draft:/api /post:form:a", draft("older", 5000)));
  third.send(loaded("draft:/api /post:form:b", draft("younger", 1000)));
  third.send(loaded("draft:/api /post:form:c", draft("oldest", 9000)));
  end_list(third);
  CHECK(filled_in(third) == "younger");
}

TEST_CASE("a draft never takes the place of what is being typed") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::comment, "quick");
  driver.send(loaded("draft:/api /post:form:old", draft("slow")));
  end_list(driver);
  CHECK(driver.effect(Effect::Type::fill) == nullptr);
  CHECK(kept(driver, "draft:") == std::nullopt);
}

TEST_CASE("a reply that was begun is gone on with under its comment, once that is here") {
  const std::string name = "draft:/api /post:reply-2:old";
  const std::string stored = R"({"comment":"begun","parent":"2","time":1800000000000})";
  Driver driver = resumed();
  driver.send(loaded(name, stored));
  end_list(driver);
  CHECK(driver.patch("reply-2")->into == "branch-2");
  CHECK(filled_in(driver) == "begun");
  CHECK(driver.focus().empty()); // nobody has asked for it now
  Driver early;
  early.start();
  const std::size_t list = early.fetch()->id;
  early.send({.type = Type::resume, .key = "tab"});
  early.send(loaded(name, stored));
  end_list(early);
  CHECK(early.patch("reply-2") == nullptr);
  early.respond(list, 200, two_comments);
  CHECK(early.patch("reply-2")->into == "branch-2");
}

TEST_CASE("a reply that was cancelled stays closed, and is there when it is asked for") {
  Driver driver = resumed();
  driver.send({.type = Type::reply, .comment = "1"});
  driver.send({.type = Type::cancel, .form = "reply-1", .values = Values().set(Field::comment, "no")});
  const std::string stored = kept(driver, "draft:/api /post:reply-1:tab").value().value();
  Driver next = resumed();
  next.send(loaded("draft:/api /post:reply-1:tab", stored));
  end_list(next);
  CHECK(next.patch("reply-1") == nullptr);
  next.send({.type = Type::reply, .comment = "1"});
  CHECK(filled_in(next) == "no");
}

TEST_CASE("after 30 days a draft is forgotten") {
  constexpr std::int64_t day = 86'400'000;
  Driver driver = resumed();
  driver.send(loaded("draft:/api /post:form:old", draft("old", 31 * day)));
  CHECK(kept(driver, "draft:/api /post:form:old").value() == std::nullopt);
  driver.send(loaded("draft:/api /post:form:new", draft("new", 29 * day)));
  end_list(driver);
  CHECK(filled_in(driver) == "new");
}

TEST_CASE("Discard empties the form, and can be taken back until somebody types") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::comment, "gone?");
  driver.send({.type = Type::leave});
  driver.send({.type = Type::discard, .form = "form"});
  CHECK(kept(driver, mine).value() == std::nullopt);
  CHECK(driver.effect(Effect::Type::fill)->values == Values().set(Field::comment, ""));
  CHECK(driver.draws("form", "Draft discarded"));
  CHECK(driver.focus() == "form.comment");
  CHECK_FALSE(driver.effect(Effect::Type::guard)->urgent);
  driver.send({.type = Type::undo, .form = "form"});
  CHECK(filled_in(driver) == "gone?");
  CHECK(kept(driver, mine).value().has_value());
  driver.send({.type = Type::discard, .form = "form"});
  driver.field(Type::input, "form", Field::comment, "n");
  CHECK_FALSE(driver.draws("form.kept", "Undo"));
  CHECK(driver.send({.type = Type::undo, .form = "form"}) == Frame{});
}

TEST_CASE("a reader is asked to stay only while there is unsent text") {
  Driver driver = resumed();
  CHECK(driver.effect(Effect::Type::guard) == nullptr);
  driver.field(Type::input, "form", Field::comment, "a");
  CHECK(driver.effect(Effect::Type::guard)->urgent);
  driver.field(Type::input, "form", Field::comment, "ab");
  CHECK(driver.effect(Effect::Type::guard) == nullptr); // once is enough
  driver.field(Type::input, "form", Field::comment, "");
  CHECK_FALSE(driver.effect(Effect::Type::guard)->urgent);
}

TEST_CASE("a comment that the browser took to the backend's own page is not there again if that took it in") {
  Driver away = resumed();
  away.submit("form", filled("classic"), "first");
  away.send({.type = Type::left, .id = away.fetch()->id});
  const std::string stored = kept(away, mine).value().value();
  CHECK_FALSE(away.effect(Effect::Type::guard)->urgent); // the browser would ask whether to go
  // The backend sends the reader to the comment's place.
  Driver posted;
  posted.start("comment-17");
  posted.respond(posted.fetch()->id, 200, two_comments);
  posted.send({.type = Type::resume, .key = "next", .stored = "tab"});
  posted.send(loaded(mine, stored));
  end_list(posted);
  CHECK(filled_in(posted).empty());
  CHECK(kept(posted, mine).value() == std::nullopt);
  // Or the reader comes back from a page that says no.
  Driver back = resumed();
  back.send(loaded(mine, stored));
  end_list(back);
  CHECK(filled_in(back) == "classic");
  CHECK(back.draws("form", "If the site did not take your comment: your text is still here."));
}

TEST_CASE("drafts that somebody else wrote do no harm") {
  Driver driver = resumed();
  for (const char *name : {"draft:/api /post:form:x", "draft:/api /post:reply-1:x", "draft:/api /post:x",
                           "draft:/api /post:a:b:c", "draft:/api /post:"})
    for (const char *hostile :
         {"", "{", "[]", "null", R"({"comment":{"x":1}})", R"({"comment":"x","parent":"2"})",
          R"({"comment":"x","time":99999999999999999999})", R"({"comment":"x","time":-1})"})
      driver.send(loaded(name, hostile));
  end_list(driver);
  CHECK(filled_in(driver).empty());
}

TEST_CASE("what is told once more, as a browser does when a field or the page is left, changes nothing") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::comment, "gone?");
  driver.send({.type = Type::discard, .form = "form"});
  driver.field(Type::input, "form", Field::comment, "");
  CHECK(driver.frame == Frame{});
  driver.send({.type = Type::undo, .form = "form"});
  CHECK(filled_in(driver) == "gone?");
}

TEST_CASE("an element that is drawn anew leaves no second draft behind") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::comment, "Half a thought"); // put back by the host
  driver.send(loaded("draft:/api /post:form:former", draft("Half a thought")));
  end_list(driver);
  CHECK(kept(driver, "draft:/api /post:form:former").value() == std::nullopt);
}
