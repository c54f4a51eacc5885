#include "afterword/html/format.hpp"

#include "catch.hpp"

using namespace afterword::html;

TEST_CASE("plain text becomes paragraphs, breaks and links") {
  CHECK(format_text("a\nb\r\n\r\n\nc").str() == "<p>a<br/>b</p><p>c</p>");
  CHECK(format_text("  \n \n").str().empty());
  CHECK(format_text("<b>&").str() == "<p>&lt;b&gt;&amp;</p>");
  CHECK(format_text("see https://a.example/x. Or (http://b.example/(c)), ok").str() ==
        "<p>see <a href=\"https://a.example/x\" rel=\"nofollow ugc noopener\">https://a.example/x</a>. Or "
        "(<a href=\"http://b.example/(c)\" rel=\"nofollow ugc noopener\">http://b.example/(c)</a>), ok</p>");
}

TEST_CASE("what only looks like an address is left alone") {
  for (const std::string_view text :
       {"https://", "http://.", "xhttps://a.example", "javascript:alert(1)", "http:/a"})
    CHECK(format_text(text).str().find("<a") == std::string::npos);
}
