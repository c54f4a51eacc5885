#include "afterword/html/sanitizer.hpp"

#include "catch.hpp"
#include "corpora.hpp"
#include "html/grammar.hpp"

#include <cstdint>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>

using namespace afterword::html;

namespace {

/// Checks all that holds for whatever comes in.
void check_properties(std::string_view html) {
  const Markup once = sanitize(html);
  INFO(html);
  INFO(once.str());
  CHECK(grammar::flaw(once.str()).empty());
  CHECK(sanitize(once.str()) == once);
}

} // namespace

TEST_CASE("the sanitizer keeps the allow-list and writes it anew") {
  const struct {
    std::string_view in;
    std::string_view out;
  } cases[] = {
      {"<p>a<p>b", "<p>a</p><p>b</p>"},
      {"<b>x<i>y</b>z", "<b>x<i>y</i></b>z"},
      {"<strike>a</strike><acronym>b</acronym>", "<s>a</s><abbr>b</abbr>"},
      {"<h2>T</h2>text", "<p><strong>T</strong></p>text"},
      {"<div>a</div><span>b</span>", "ab"},
      {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
       "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"},
      {"<img src=x onerror=alert(1) alt='a < b'>", "a &lt; b"},
      {"<br><hr></br>", "<br/><hr/><br/>"},
      {"a &lt b &amp; &copy; &notit; &#x41; &#128; &hellip; &bogus;",
       "a &lt; b &amp; \xC2\xA9 \xC2\xAC"
       "it; A \xE2\x82\xAC \xE2\x80\xA6 &amp;bogus;"},
      {"<pre>\n\nx</pre>", "<pre>\n\nx</pre>"},
      {"<pre></br>\nx</pre>", "<pre><br/>\nx</pre>"},
      {"a<!-- b --><!doctype c><?d?></>e", "ae"},
      {"<p title='a\"b' lang=ar dir=rtl class=c id=d style=e onclick=f>x",
       "<p title=\"a&quot;b\" lang=\"ar\" dir=\"rtl\">x</p>"},
      {"<a href=/x title=1 title=2>l", "<a href=\"/x\" rel=\"nofollow ugc noopener\" title=\"1\">l</a>"},
      {"unfinished <b", "unfinished "},
      {"a < b", "a &lt; b"},
      {"a\rb\r\nc\r\r\n\nd\r", "a\nb\nc\n\n\nd\n"},
  };
  for (const auto &[in, out] : cases) {
    CHECK(sanitize(in).str() == out);
    check_properties(in);
  }
}

TEST_CASE("raw text and foreign content go with what they hold") {
  CHECK(sanitize("a<script>alert(1)</script>b<style>x</style>c").str() == "abc");
  CHECK(sanitize("a<svg><a href=x>b</a><svg></svg></svg>c<math>d</math>e").str() == "ace");
  CHECK(sanitize("a<textarea><b>x</textarea>b<iframe><img></iframe>c").str() == "abc");
  CHECK(sanitize("a<script>x</scripty></script >b<plaintext><b>c").str() == "ab");
  CHECK(sanitize("a<script>never closed <b>x</b>").str() == "a");
}

TEST_CASE("a link keeps only an address that runs nothing") {
  CHECK(sanitize("<a href='https://a.example/?a=1&copy=2'>x</a>").str() ==
        R"(<a href="https://a.example/?a=1&amp;copy=2" rel="nofollow ugc noopener">x</a>)");
  for (const std::string_view url : {"javascript:x", "java&#10;script:x", "&#1;javascript:x",
                                     "JAVASCRIPT&#58;x", "data:text/html,x", "&#x6A&#x61vascript:x"})
    CHECK(sanitize("<a href=\"" + std::string(url) + "\">x</a>").str() == "<a>x</a>");
  CHECK(
      sanitize("<a href=/a>1<a href=/b>2</a></a>").str() ==
      "<a href=\"/a\" rel=\"nofollow ugc noopener\">1</a><a href=\"/b\" rel=\"nofollow ugc noopener\">2</a>");
}

TEST_CASE("tables are completed, and text in between gets a cell") {
  CHECK(sanitize("<table>a<tr>b<td>c<td>d</table>e").str() ==
        "<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td><td>d</td></tr></tbody></table>e");
  CHECK(sanitize("<table></br>").str() == "<table><tbody><tr><td><br/></td></tr></tbody></table>");
  CHECK(sanitize("<td>x</td>").str() == "x");
  CHECK(sanitize("<table><caption>c</caption><thead><tr><th>h</table>").str() ==
        "<table><caption>c</caption><thead><tr><th>h</th></tr></thead></table>");
}

TEST_CASE("foreign content goes where a browser ends it") {
  const struct {
    std::string_view in;
    std::string_view out;
  } cases[] = {
      {"<svg>a<p>b</p>c", "<p>b</p>c"},                  // HTML breaks out
      {"<math><mi>a</math>b<svg><b>c</b>", "b<b>c</b>"}, // even if nothing closes the rest
      {"<svg><desc><p>a</p></desc>b</svg>c", "c"},       // but not where HTML is at home in it
      {"<svg><![CDATA[</svg>a]]></svg>b", "b"},          // a section of text, in there
      {"<![CDATA[a>b]]>", "b]]&gt;"},                    // a bogus comment, out here
      {"<svg/>a<template/>b</template>c", "ac"},         // only foreign elements close themselves
      {"<template><script></template></script></template>a", "a"},
  };
  for (const auto &[in, out] : cases) {
    CHECK(sanitize(in).str() == out);
    check_properties(in);
  }
}

TEST_CASE("a NUL in text is ignored, wherever else it stands it is a character like any") {
  CHECK(sanitize(std::string_view("a\0b&am\0p;", 9)).str() == "ab&amp;amp;");
  CHECK(sanitize(std::string_view("<b title='a\0b'>c<i\0>d", 22)).str() == "<b title=\"a\xEF\xBF\xBD"
                                                                           "b\">cd</b>");
}

TEST_CASE("an image is shown only where the page allows it, and only over https") {
  constexpr std::string_view image =
      "<img src='https://a.example/b.png' alt='a \"b\"' width=12 height='1e9' onerror=x srcset=y>";
  CHECK(sanitize(image).str() == "a &quot;b&quot;");
  CHECK(sanitize(image, Images::shown).str() ==
        R"(<img src="https://a.example/b.png" alt="a &quot;b&quot;" width="12" loading="lazy" )"
        R"(referrerpolicy="no-referrer"/>)");
  for (const std::string_view source :
       {"http://a.example/b.png", "data:image/png,x", "/b.png", "//a.example", ""})
    CHECK(sanitize("<img alt=x src=\"" + std::string(source) + "\">", Images::shown).str() == "x");
  const Markup once =
      sanitize("<table>" + std::string(image) + "</table><pre>" + std::string(image), Images::shown);
  CHECK(sanitize(once.str(), Images::shown) == once);
}

TEST_CASE("what comes after the most that is looked at is left out") {
  CHECK(sanitize("<b>abc</b>d", Images::as_text, 5).str() == "<b>ab</b>");
  CHECK(sanitize("a<b>b</b>", Images::as_text, 3).str() == "a");
  CHECK(sanitize(std::string(most_html + 1, 'x')).str().size() == most_html);
}

TEST_CASE("deep nesting ends, and ends well") {
  std::string deep;
  for (int i = 0; i < 50'000; ++i)
    deep += "<b>";
  check_properties(deep + "x");
  std::string lists;
  for (int i = 0; i < 5'000; ++i)
    lists += "<ul><li><table><td>";
  check_properties(lists + "x");
  // Wherever the end falls in the twenty tables: there is always a cell for the text.
  for (std::size_t around = 0; around < 4; ++around)
    check_properties(deep.substr(0, 3 * around) + lists.substr(0, 20 * 19) + "x");
}

TEST_CASE("tag soup comes out in the grammar, and stays as it is") {
  static constexpr const char *pieces[] = {"<p>",
                                           "</p>",
                                           "<b>",
                                           "</b>",
                                           "<a href=/x>",
                                           "</a>",
                                           "<ul>",
                                           "<li>",
                                           "</ul>",
                                           "<table>",
                                           "<tr>",
                                           "<td>",
                                           "</td>",
                                           "</table>",
                                           "<thead>",
                                           "<caption>",
                                           "<pre>",
                                           "\n",
                                           "<blockquote>",
                                           "</blockquote>",
                                           "<h3>",
                                           "</h3>",
                                           "<br></br>",
                                           "<hr>",
                                           "text",
                                           " ",
                                           "&lt;",
                                           "&#0;",
                                           "&",
                                           "<",
                                           ">",
                                           "\"",
                                           "<!--",
                                           "-->",
                                           "<svg>",
                                           "</svg>",
                                           "<script>",
                                           "</script>",
                                           "<i title=\"",
                                           "'>",
                                           "<div>",
                                           "</div>",
                                           "\xC0\xBC",
                                           "\xF0\x9F\x98\x80",
                                           "</",
                                           "<th>",
                                           "<tbody>",
                                           "</li>",
                                           "<q cite=x>"};
  std::uint32_t seed = 12345;
  for (int round = 0; round < 3'000; ++round) {
    std::string soup;
    const std::uint32_t length = 1 + round % 25;
    for (std::uint32_t i = 0; i < length; ++i) {
      seed = seed * 1664525u + 1013904223u;
      soup += pieces[(seed >> 8) % std::size(pieces)];
    }
    check_properties(soup);
  }
}

TEST_CASE("payloads that others wrote", "[corpora]") {
  const auto corpus = find_corpus("dompurify");
  if (!corpus)
    return;
  std::size_t files = 0;
  for (const auto &entry : std::filesystem::directory_iterator(*corpus)) {
    const std::string text = read_case(entry.path());
    check_properties(text);
    for (std::size_t at = 0; at < text.size();) { // the file line by line as well: a payload often fills one
      const std::size_t end = std::min(text.find('\n', at), text.size());
      check_properties(std::string_view(text).substr(at, end - at));
      at = end + 1;
    }
    ++files;
  }
  CHECK(files > 0);
}
