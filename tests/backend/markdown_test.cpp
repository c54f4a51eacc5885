/// @file What Markdown becomes, asked for as the form asks: by the preview.

#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <array>
#include <chrono>
#include <utility>

using namespace afterword::test;

namespace {

std::string preview(const DemoServer &server, const std::string &comment) {
  const Reply reply = post(server.port(), "/api/preview", Json{{"comment", comment}});
  CAPTURE(comment.substr(0, 80), reply.body.substr(0, 200));
  REQUIRE(reply.status == 200);
  return reply.json()["content"].get<std::string>();
}

/// As many of `unit` as make a comment of the greatest length.
std::string filled(const std::string &unit, std::size_t code_points = 8000) {
  std::size_t size = 0;
  for (const char c : unit)
    size += (c & 0xC0) != 0x80 ? 1 : 0;
  std::string out;
  for (std::size_t i = 0; i < code_points / size; ++i)
    out += unit;
  return out;
}

} // namespace

TEST_CASE("What the toolbar writes is shown as it means", "[markdown]") {
  const DemoServer server;
  const std::string rel = "\" rel=\"nofollow ugc noopener\">";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"**b** *i* __b__ _i_ ~~s~~", "<p><strong>b</strong> <em>i</em> <strong>b</strong> <em>i</em> "
                                    "<del>s</del></p>"},
      {"`a < b`", "<p><code>a &lt; b</code></p>"},
      {"> a\n> b\n\nc", "<blockquote><p>a<br/>b</p></blockquote><p>c</p>"},
      {"- a\n- b\n\n1. c\n2. d", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>"},
      {"# a", "<p><strong>a</strong></p>"},
      {"a\n\n---\n\nb", "<p>a</p><hr/><p>b</p>"},
      {"[a](https://a.example/?b&c)", "<p><a href=\"https://a.example/?b&amp;c" + rel + "a</a></p>"},
      {"[a](/b \"c\")", "<p><a href=\"/b\" rel=\"nofollow ugc noopener\" title=\"c\">a</a></p>"},
      {"See https://a.example/b_c_d, (http://e.example).",
       "<p>See <a href=\"https://a.example/b_c_d" + rel +
           "https://a.example/b_c_d</a>, (<a href=\"http://e.example" + rel + "http://e.example</a>).</p>"},
      {"![a *b* \"c\"](https://d.example/e.png)", "<p>a b &quot;c&quot;</p>"},
      {"[a](javascript:alert(1))", "<p><a>a</a></p>"},
      {"&copy; &amp; &lt;b&gt; &foo; &#0;", "<p>© &amp; &lt;b&gt; &amp;foo; \xEF\xBF\xBD</p>"},
      {"<b>a</b>\n\n<div>\n*b*", "<p>&lt;b&gt;a&lt;/b&gt;</p><p>&lt;div&gt;<br/><em>b</em></p>"},
      {"a@a.example www.a.example", "<p>a@a.example www.a.example</p>"},
      {"| a |\n|---|\n| b |", "<p>| a |<br/>|---|<br/>| b |</p>"},
  };
  for (const auto &[written, shown] : cases)
    CHECK(preview(server, written) == shown);
}

TEST_CASE("Line ends stay, in code as they are and elsewhere as breaks", "[markdown]") {
  const DemoServer server;
  CHECK(preview(server, "a\nb\r\nc  \nd\\\ne") == "<p>a<br/>b<br/>c<br/>d<br/>e</p>");
  CHECK(preview(server, "- a\n  b") == "<ul><li>a<br/>b</li></ul>");
  CHECK(preview(server, "```cpp\nint a;\n\n  b *c*;\n```\nd") ==
        "<pre><code>int a;\n\n  b *c*;\n</code></pre><p>d</p>");
  CHECK(preview(server, "> ~~~\n> a\n> b") == "<blockquote><pre><code>a\nb\n</code></pre></blockquote>");
  CHECK(preview(server, "`a\nb`") == "<p><code>a b</code></p>");
  CHECK(preview(server, "a\n\n    b\n    c") == "<p>a</p><p>b<br/>c</p>"); // indented, and yet no code
}

TEST_CASE("What would show nothing is shown as it was typed", "[markdown]") {
  const DemoServer server;
  CHECK(preview(server, "***") == "<p>***</p>");
  CHECK(preview(server, "[](/a)") == "<p>[](/a)</p>");
  CHECK(preview(server, "> ") == "<p>&gt;</p>");
  CHECK(preview(server, "&#x200B;") == "<p>&amp;#x200B;</p>");
  CHECK(preview(server, "[a]: /b") == "<p>[a]: /b</p>");
}

TEST_CASE("One long address used by many short links does not grow beyond measure", "[markdown]") {
  const DemoServer server;
  const std::string address = "/" + std::string(4000, 'a');
  CHECK(preview(server, "[a]: " + address + "\n\n[a]") ==
        "<p><a href=\"" + address + "\" rel=\"nofollow ugc noopener\">a</a></p>");
  const std::string many = preview(server, "[a]: " + address + "\n\n" + filled("[a]", 3900));
  CHECK(many.size() < 10000);
  CHECK(many.starts_with("<p>[a]: /aaa"));
}

TEST_CASE("No comment takes long, whatever it is made of", "[markdown]") {
  const DemoServer server;
  for (const std::string unit :
       {"[",       "]",      "![",    "[a](",   "[](",    "[a]: ",      "[a]\n",
        "*",       "_",      "**a ",  "*a_",    "a**b",   "_*[",        "`",
        "``a`",    "~~",     "> ",    ">",      "> a\n",  "- ",         "1. ",
        "- a\n  ", "<",      "<a:",   "<http:", "&",      "\\",         "http://a.b/(",
        "# \n",    "a\n=\n", "```\n", "\t>",    "+ - * ", "\U0001F600*"}) {
    CAPTURE(unit);
    const auto start = std::chrono::steady_clock::now();
    const std::string content = preview(server, "a" + filled(unit, 7990) + "a");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500));
    CHECK(content.size() < 128 * 1024);
  }
}

TEST_CASE("The preview is what is kept, and looks at a comment as posting does", "[markdown]") {
  const DemoServer server;
  Json comment = new_comment(empty_page, "same");
  comment["comment"] = " **a**\u0007\nb <i> https://a.example ";
  CHECK(preview(server, comment["comment"]) ==
        post(server.port(), "/api/comments", comment).json()["content"]);
  CHECK(list_all(server.port(), empty_page).size() == 1);
  for (const auto &[text, code] : {std::pair<std::string, std::string>("", "missing"),
                                   {"\u200B", "invisible"},
                                   {std::string(8001, 'x'), "too_long"}})
    CHECK(post(server.port(), "/api/preview", Json{{"comment", text}}).json()["error"]["problems"] ==
          Json::array({{{"field", "comment"}, {"code", code}}}));
  CHECK(post(server.port(), "/api/preview", Json{{"comment", 1}}).code() == "invalid_json");
}
