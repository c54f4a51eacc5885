#include "afterword/html/paragraphs.hpp"
#include "catch.hpp"

using afterword::html::paragraphs;

TEST_CASE("paragraphs, items and line breaks are lines") {
  CHECK(paragraphs("<p>One</p><p>Two<br>three</p>") == "One\nTwo\nthree");
  CHECK(paragraphs("<ul><li>a</li><li>b</li></ul>after") == "a\nb\nafter");
  CHECK(paragraphs("<blockquote><p>quoted</p></blockquote><p>answer</p>") == "quoted\nanswer");
  CHECK(paragraphs("a <b>bold</b> word &amp; more") == "a bold word & more");
  CHECK(paragraphs("").empty());
  CHECK(paragraphs("<p></p>").empty());
}
