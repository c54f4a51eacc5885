#include "catch.hpp"

#include "afterword/text/selection.hpp"

#include <string>

using namespace afterword::text;

namespace {

Selection markdown(Mark kind, Selection text) {
  return mark(std::move(text), kind, Syntax::markdown);
}

Selection html(Mark kind, Selection text) {
  return mark(std::move(text), kind, Syntax::html);
}

} // namespace

TEST_CASE("what is selected is marked, and unmarked again") {
  const Selection plain{"say ", "it", " now"};
  CHECK(markdown(Mark::bold, plain) == Selection{"say **", "it", "** now"});
  CHECK(markdown(Mark::italic, plain) == Selection{"say _", "it", "_ now"});
  CHECK(markdown(Mark::code, plain) == Selection{"say `", "it", "` now"});
  CHECK(html(Mark::quote, plain) == Selection{"say <blockquote>", "it", "</blockquote> now"});
  for (const Mark kind : {Mark::bold, Mark::italic, Mark::code, Mark::quote}) {
    CHECK(html(kind, html(kind, plain)) == plain);
    if (kind != Mark::quote)
      CHECK(markdown(kind, markdown(kind, plain)) == plain);
  }
  CHECK(mark(plain, Mark::bold, Syntax::text) == plain);
}

TEST_CASE("a caret gets marks to type between") {
  CHECK(markdown(Mark::bold, {"a ", "", ""}) == Selection{"a **", "", "**"});
}

TEST_CASE("lines of code get a fence") {
  CHECK(markdown(Mark::code, {"", "a\nb", ""}) == Selection{"```\n", "a\nb", "\n```"});
}

TEST_CASE("whole lines are quoted, apart from what stands around") {
  CHECK(markdown(Mark::quote, {"one\ntw", "o\nth", "ree\nfour"}) ==
        Selection{"one\n\n", "> two\n> three", "\n\nfour"});
  CHECK(markdown(Mark::quote, {"", "> a\n> b", ""}) == Selection{"", "a\nb", ""});
  CHECK(markdown(Mark::quote, {"", "> a\nb", ""}) == Selection{"", "> > a\n> b", ""});
  CHECK(markdown(Mark::quote, {"", "", ""}) == Selection{"", "> ", ""});
}

TEST_CASE("of a link that is selected which is still to be filled in") {
  CHECK(markdown(Mark::link, {"see ", "this", "."}) == Selection{"see [this](", "https://", ")."});
  CHECK(markdown(Mark::link, {"", "https://a.example/", ""}) == Selection{"[", "", "](https://a.example/)"});
  CHECK(markdown(Mark::link, {"", "", ""}) == Selection{"[", "", "](https://)"});
  CHECK(html(Mark::link, {"see ", "this", "."}) == Selection{"see <a href=\"", "https://", "\">this</a>."});
  CHECK(html(Mark::link, {"", "https://a.example/", ""}) ==
        Selection{"<a href=\"https://a.example/\">", "", "</a>"});
}
