/// @file Toolbar, preview and hints while somebody writes.

#include "writer.hpp"

#include <string>
#include <utility>

using namespace afterword;
using Type = Event::Type;

namespace {

backend::Recipe writing(const std::string &syntax, const std::string &more = {}) {
  auto recipe = backend::Recipe::parse(
      R"({"list":{"url":"x","reply":{"comments":"/comments"}},"create":{"url":"y","body":{}},"comment":{"id":"/id",)"
      R"("content":"/content","syntax":")" +
      syntax + "\"}" + more + "}");
  return std::move(recipe.value());
}

Event mark(const char *name, text::Selection selection) {
  return {.type = Type::mark, .form = "form", .name = name, .text = std::move(selection)};
}

text::Selection marked(Driver &driver, const char *name, text::Selection selection) {
  driver.send(mark(name, std::move(selection)));
  const Effect *insert = driver.effect(Effect::Type::insert);
  return insert != nullptr ? insert->selection : text::Selection();
}

void preview(Driver &driver, const std::string &comment) {
  driver.send({.type = Type::preview, .form = "form", .values = Values().set(Field::comment, comment)});
}

} // namespace

TEST_CASE("the tools come with the widget, and nothing moves for them") {
  Driver driver;
  driver.start();
  CHECK(driver.draws("afterword", R"(<div class="tools" id="form.tools"></div>)"));
  driver.respond(driver.fetch()->id, 200, two_comments);
  driver.send({.type = Type::resume, .key = "tab"});
  CHECK(driver.draws("form", R"(data-mark="bold")"));
  CHECK(driver.draws("form", R"(data-action="preview")"));
  CHECK(driver.send({.type = Type::resume, .key = "again"}) == Frame{});
}

TEST_CASE("a backend that shows plain text gets no marks, but a preview") {
  Driver driver = resumed(writing("text"));
  CHECK_FALSE(driver.draws("form", "data-mark"));
  CHECK(driver.draws("form", R"(data-action="preview")"));
}

TEST_CASE("a button marks what is selected, in the backend's syntax") {
  Driver markdown = resumed(writing("markdown"));
  CHECK(marked(markdown, "bold", {"a ", "b", " c"}) == text::Selection{"a **", "b", "** c"});
  Driver html = resumed(writing("html"));
  CHECK(marked(html, "italic", {"a ", "b", " c"}) == text::Selection{"a <em>", "b", "</em> c"});
  html.send(mark("nonsense", {}));
  CHECK(html.frame == Frame{});
}

TEST_CASE("text is previewed as the backend would show it") {
  Driver driver = resumed(writing("text"));
  preview(driver, "a < b\n\nc");
  CHECK(driver.draws("form.preview", "<p>a &lt; b</p><p>c</p>"));
  CHECK(driver.draws("form.tools", R"(aria-pressed="true")"));
  preview(driver, "a");
  CHECK_FALSE(driver.draws("<p>a</p>"));
  CHECK(driver.draws("form.tools", R"(aria-pressed="false")"));
  preview(driver, " ");
  CHECK(driver.draws("form.preview", "Nothing to preview yet."));
}

TEST_CASE("HTML is previewed through the sanitizer") {
  Driver driver = resumed(writing("html"));
  preview(driver, "<b>a</b>\nb\n\n<script>c</script><a href=\"javascript:x\">d</a>");
  CHECK(driver.draws("form.preview", "<p><b>a</b><br/>b</p>"));
  CHECK_FALSE(driver.draws("<script"));
  CHECK_FALSE(driver.draws("javascript:"));
}

TEST_CASE("Markdown is drawn by the host, and sanitised") {
  Driver driver = resumed(writing("markdown"));
  preview(driver, "*a*");
  REQUIRE(driver.effect(Effect::Type::preview) != nullptr);
  CHECK(driver.effect(Effect::Type::preview)->text == "*a*");
  driver.send({.type = Type::previewed,
               .form = "form",
               .stored = "<p><em onclick='x'>a</em></p><script>x</script>",
               .source = "*a*"});
  CHECK(driver.draws("form.preview", "<p><em>a</em></p>"));
  CHECK_FALSE(driver.draws("script"));
  driver.send({.type = Type::previewed, .form = "form", .stored = "<p>late</p>", .source = "*b*"});
  CHECK(driver.frame == Frame{}); // of another text
  driver.send({.type = Type::previewed, .form = "form", .source = "*a*"});
  CHECK(driver.draws("form.preview", "cannot be shown now"));
}

TEST_CASE("a preview follows what is typed") {
  Driver driver = resumed(writing("markdown"));
  preview(driver, "a");
  driver.field(Type::input, "form", Field::comment, "ab");
  CHECK(driver.effect(Effect::Type::preview) == nullptr);
  CHECK(driver.effect(Effect::Type::timer) != nullptr);
  driver.send({.type = Type::tick});
  CHECK(driver.effect(Effect::Type::preview)->text == "ab");
}

TEST_CASE("a backend that draws previews is asked, and if it does not answer the host is") {
  Driver driver = resumed(
      writing("markdown", R"(,"preview":{"url":"/p","body":{"t":"{comment}"},"reply":{"content":"/html"}})"));
  preview(driver, "*a*");
  REQUIRE(driver.fetch() != nullptr);
  CHECK(driver.fetch()->target == "preview");
  CHECK(member(driver.fetch(), "/t") == "*a*");
  driver.respond(driver.fetch()->id, 200, R"({"html":"<p><em>a</em></p><script>x</script>"})");
  CHECK(driver.draws("form.preview", "<p><em>a</em></p>"));
  driver.field(Type::input, "form", Field::comment, "*b*");
  driver.send({.type = Type::tick});
  driver.fail(driver.fetch()->id, true);
  CHECK(driver.effect(Effect::Type::preview)->text == "*b*");
}

TEST_CASE("whoever stops to type an address is asked about it, and Enter takes the answer") {
  Driver driver = resumed();
  driver.field(Type::input, "form", Field::email, "ada@gmial.co");
  driver.now += 300;
  driver.send({.type = Type::tick});
  CHECK_FALSE(driver.draws("Did you mean")); // still typing
  driver.field(Type::input, "form", Field::email, "ada@gmial.com");
  driver.now += 1000;
  driver.send({.type = Type::tick});
  CHECK(driver.draws("form.email.field", "Did you mean ada@gmail.com?"));
  CHECK(driver.announced() == "Did you mean ada@gmail.com? Press Enter to use it.");
  driver.field(Type::input, "form", Field::email, "ada@gmial.com"); // as Enter has browsers tell of a change
  CHECK(driver.frame == Frame{});
  driver.send({.type = Type::submit,
               .form = "form",
               .key = "k",
               .field = Field::email,
               .values = filled("x", "ada@gmial.com")});
  CHECK(driver.fetch() == nullptr);
  CHECK(driver.effect(Effect::Type::fill)->values == Values().set(Field::email, "ada@gmail.com"));
  CHECK(driver.focus() == "form.email");
  driver.send({.type = Type::submit,
               .form = "form",
               .key = "k",
               .field = Field::email,
               .values = filled("x", "ada@gmail.com")});
  CHECK(driver.fetch() != nullptr);
}
