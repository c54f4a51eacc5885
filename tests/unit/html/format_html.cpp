#include "afterword/html/format_html.hpp"

#include "catch.hpp"

using afterword::html::format_html;

TEST_CASE("HTML that commenters write keeps its elements, and its lines become paragraphs and breaks") {
  CHECK(format_html("a <strong>b</strong>\nc\r\n\r\nd").str() == "<p>a <strong>b</strong><br/>c</p><p>d</p>");
  CHECK(format_html("<blockquote>q</blockquote>").str() == "<blockquote>q</blockquote>");
  CHECK(format_html("a\n\n\n\nb").str() == "<p>a</p><p>b</p>");
  CHECK(format_html("a < b & c").str() == "<p>a &lt; b &amp; c</p>");
}

TEST_CASE("what commenters may not write does nothing") {
  const std::string markup =
      format_html("<script>x</script><a href=\"javascript:x\" onclick=\"y\">z</a><img src=x onerror=y>")
          .str();
  for (const char *danger : {"<script", "javascript:", "onclick", "onerror"})
    CHECK(markup.find(danger) == std::string::npos);
}
