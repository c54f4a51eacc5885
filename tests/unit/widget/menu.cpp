#include "reading.hpp"

using afterword::Effect;
using afterword::Field;

TEST_CASE("a menu opens under its comment, and closes where another opens") {
  Driver driver = reading(page({listed(1), listed(2)}));
  driver.send(pressed(Driver::Type::menu, "1"));
  CHECK(driver.draws("comment-1", R"(data-action="menu" aria-expanded="true")"));
  CHECK(driver.draws("comment-1", R"(data-action="copy">Copy link<)"));
  CHECK(driver.draws("comment-1", R"(data-action="quote">Quote<)"));
  CHECK(driver.draws("comment-1", R"(data-action="report">Report<)"));
  driver.send(pressed(Driver::Type::menu, "2"));
  CHECK_FALSE(driver.draws("comment-1", "data-action=\"copy\""));
  CHECK(driver.draws("comment-2", "data-action=\"copy\""));
  driver.send(pressed(Driver::Type::menu, "2"));
  CHECK_FALSE(driver.draws("data-action=\"copy\""));
}

TEST_CASE("the link to a comment goes to the clipboard, or is there to be copied by hand") {
  afterword::Config config = Driver::with_comments();
  config.address = "https://blog.example/post?x=1";
  config.prefix = "p-";
  Driver driver(std::move(config), generous_recipe());
  driver.start();
  driver.respond(driver.fetch()->id, 200, page({listed(1)}));
  driver.send({.type = Driver::Type::resume, .key = "tab"});
  driver.send(pressed(Driver::Type::menu, "1"));
  driver.send(pressed(Driver::Type::copy, "1"));
  REQUIRE(driver.effect(Effect::Type::copy) != nullptr);
  CHECK(driver.effect(Effect::Type::copy)->text == "https://blog.example/post?x=1#p-comment-1");
  CHECK(driver.focus() == "comment-1.more"); // the button that had it is gone
  driver.send(pressed(Driver::Type::copied, "1", "yes"));
  CHECK(driver.draws("comment-1", "<p class=\"note\">Link copied.</p>"));
  driver.send(pressed(Driver::Type::copied, "1"));
  CHECK(driver.draws("comment-1", "Copy this link: https://blog.example/post?x=1#p-comment-1"));
}

TEST_CASE("what is selected is quoted in the reply, after what stands there") {
  Driver driver = reading(page({listed(1)}));
  afterword::Event event = pressed(Driver::Type::reply, "1");
  event.source = "Comment 1\nand more ";
  driver.send(event);
  REQUIRE(driver.effect(Effect::Type::insert) != nullptr);
  CHECK(driver.effect(Effect::Type::insert)->target == "reply-1");
  CHECK(driver.effect(Effect::Type::insert)->selection.before == "> Comment 1\n> and more\n\n");
  CHECK(driver.focus() == "reply-1.comment");
  driver.field(Driver::Type::input, "reply-1", Field::comment, "> Comment 1\n\nNo.");
  event.type = Driver::Type::quote;
  event.source = "more";
  driver.send(event);
  CHECK(driver.effect(Effect::Type::insert)->selection.before == "> Comment 1\n\nNo.\n\n> more\n\n");
}

TEST_CASE("without a selection all of the comment is quoted, paragraph by paragraph, and as what it is") {
  const std::string comment =
      R"({"comments":[{"id":"1","content":"<p>One <b>&lt;bold&gt;</b></p><p>Two<br>lines</p>"}],"total":1})";
  Driver driver = reading(comment);
  driver.send(pressed(Driver::Type::quote, "1"));
  CHECK(driver.effect(Effect::Type::insert)->selection.before == "> One <bold>\n> Two\n> lines\n\n");
  Driver html = reading(comment, changed_recipe("\"markdown\"", "\"html\""));
  html.send(pressed(Driver::Type::quote, "1"));
  CHECK(html.effect(Effect::Type::insert)->selection.before ==
        "<blockquote>One &lt;bold&gt;\nTwo\nlines</blockquote>\n\n");
  Driver text = reading(comment, changed_recipe("\"markdown\"", "\"text\""));
  text.send(pressed(Driver::Type::quote, "1"));
  CHECK(text.effect(Effect::Type::insert)->selection.before == "> One <bold>\n> Two\n> lines\n\n");
}

TEST_CASE("a reply without a selection has nothing quoted") {
  Driver driver = reading(page({listed(1)}));
  driver.send(pressed(Driver::Type::reply, "1"));
  CHECK(driver.effect(Effect::Type::insert) == nullptr);
}

TEST_CASE("a closed page quotes nothing, and its comments still have links") {
  std::string closed = page({listed(1)});
  closed.insert(closed.size() - 1, R"(,"closed":true)");
  Driver driver = reading(closed);
  driver.send(pressed(Driver::Type::menu, "1"));
  CHECK(driver.draws("comment-1", "Copy link"));
  CHECK_FALSE(driver.draws("comment-1", "Quote"));
  CHECK(driver.send(pressed(Driver::Type::quote, "1")).effects.empty());
}

TEST_CASE("a report is sent once, and thanked for") {
  Driver driver = reading(page({listed(1)}));
  driver.send(pressed(Driver::Type::menu, "1"));
  driver.send(pressed(Driver::Type::report, "1"));
  CHECK(driver.fetch()->request.url == "/api/comments/1/reports");
  CHECK(member(driver.fetch(), "/voter") == "fresh");
  const std::size_t id = driver.fetch()->id;
  CHECK(driver.send(pressed(Driver::Type::report, "1")).effects.empty());
  SECTION("taken") {
    driver.respond(id, 201, "{}");
    CHECK(driver.draws("comment-1", "Reported. Thank you."));
    driver.send(pressed(Driver::Type::menu, "1"));
    CHECK_FALSE(driver.draws("data-action=\"report\""));
  }
  SECTION("not taken") {
    driver.fail(id);
    CHECK(driver.draws("comment-1",
                       R"(<p class="problem">The report could not be sent. Please try again.</p>)"));
    driver.send(pressed(Driver::Type::menu, "1"));
    CHECK(driver.draws("data-action=\"report\""));
  }
}

TEST_CASE("nothing is reported where nobody takes reports") {
  Driver driver = reading(page({listed(1)}), changed_recipe("\"report\"", "\"unknown\""));
  driver.send(pressed(Driver::Type::menu, "1"));
  CHECK_FALSE(driver.draws("Report"));
  CHECK(driver.send(pressed(Driver::Type::report, "1")).effects.empty());
}
