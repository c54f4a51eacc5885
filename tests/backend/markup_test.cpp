/// @file Posts straight to the backend, past the widget: what is kept and what is served is what Markdown
/// makes of it, as the core's sanitizer writes that, and nothing else.

#include "../unit/corpora.hpp"
#include "afterword/html/references.hpp"
#include "afterword/text/ascii.hpp"
#include "afterword/text/escape.hpp"
#include "afterword/text/trim.hpp"
#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"
#include "grammar.hpp"

#include <algorithm>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace afterword::test;
namespace text = afterword::text;

namespace {

/// A comment as it stands in the file.
struct Row {
  std::string name, email, website, comment, content;
};

std::map<std::string, Row> read_rows(const std::string &database) {
  soci::session session(soci::sqlite3, "dbname=" + database);
  std::map<std::string, Row> rows;
  long long id = 0;
  Row row;
  soci::statement statement =
      (session.prepare << "SELECT id, name, email, website, comment, content FROM comments", soci::into(id),
       soci::into(row.name), soci::into(row.email), soci::into(row.website), soci::into(row.comment),
       soci::into(row.content));
  statement.execute();
  while (statement.fetch())
    rows[std::to_string(id)] = row;
  return rows;
}

/// The letters of `raw`, ASCII's and all others: Markdown is made of marks and numbers. What no document can
/// hold becomes U+FFFD there.
std::u32string letters(const std::string &raw) {
  std::u32string out;
  for (std::size_t at = 0; at < raw.size();) {
    const text::CodePoint point = text::decode(raw, at);
    const bool is_letter = point.value < 0x80 ? text::is_ascii_alpha(static_cast<char>(point.value))
                                              : !text::is_space(point.value) && !is_control(point.value);
    if (is_letter)
      out.push_back(text::is_xml_character(point.value) ? point.value : text::replacement);
    at += point.size;
  }
  return out;
}

/// Whether every letter of `part` stands in `whole`, in the same order.
bool is_within(const std::u32string &part, const std::u32string &whole) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < whole.size() && found < part.size(); ++at)
    found += whole[at] == part[found] ? 1 : 0;
  return found == part.size();
}

/// `written` with its references read. In Markdown each must end with a semicolon.
/// @see https://spec.commonmark.org/0.30/#entity-and-numeric-character-references
std::string decoded_references(const std::string &written) {
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end =
        written.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1);
    const bool is_reference = written[at] == '&' && end != std::string::npos && written[end] == ';';
    const std::size_t size = is_reference ? end + 1 - at : 1;
    const std::string piece = written.substr(at, size);
    out += is_reference ? afterword::html::decode_references(piece, false) : piece;
    at += size;
  }
  return out;
}

/// Whether `shown` is what a reader may see of `written`: no letter that is not there, and none missing
/// unless it may belong to what Markdown does not show: addresses of links and names of languages.
bool is_faithful(const std::string &shown, const std::string &written) {
  const std::u32string seen = letters(shown);
  const std::u32string all = letters(decoded_references(written));
  const bool may_hide = written.find('[') != std::string::npos || written.find("```") != std::string::npos;
  return may_hide ? is_within(seen, all) : seen == all;
}

std::string first_code_points(const std::string &raw, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < raw.size() && count < most; ++count)
    at += text::decode(raw, at).size;
  return raw.substr(0, at);
}

bool is_kept_email(const std::string &email) {
  return std::all_of(email.begin(), email.end(), [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view("<>\"\\(),:;[]").find(c) == std::string_view::npos;
  });
}

bool is_kept_website(const std::string &website) {
  return website.empty() || ((website.starts_with("http://") || website.starts_with("https://")) &&
                             is_free_of(website, is_control) && is_free_of(website, is_bidi_control) &&
                             website.find(' ') == std::string::npos);
}

/// Posts each payload as text, name, website and e-mail address, one after the other, and looks at what is
/// served and at what lies in the file. Whatever is refused is refused as invalid.
void check_kept(const std::vector<std::string> &payloads) {
  const DemoServer server({"--links", "any"});
  std::map<std::string, std::string> texts; // by id
  std::map<std::string, int> taken;         // by field
  int count = 0;
  const auto send = [&](const std::string &field, const std::string &value) {
    Json comment = new_comment(empty_page, std::to_string(++count));
    comment["email"] = "m" + std::to_string(count) + "@host.example";
    comment[field] = value;
    CAPTURE(field, value);
    const Reply reply = post(server.port(), "/api/comments", comment);
    if (reply.status != 201) {
      CHECK(reply.status == 422);
      CHECK(reply.code() == "invalid");
      return;
    }
    ++taken[field];
    const Json made = reply.json();
    if (field == "comment")
      texts[made["id"].get<std::string>()] = value;
  };
  for (const std::string &payload : payloads) {
    send("comment", payload);
    send("name", first_code_points(payload, 80));
    for (const std::string before : {"", "https://host.example/", "host.example/?q="})
      send("website", before + payload);
    send("email", payload);
    send("email", payload + "@host.example");
  }
  CHECK(texts.size() * 10 > payloads.size() * 9);
  CHECK(taken["name"] * 10 > static_cast<int>(payloads.size()) * 9);
  CHECK(taken["website"] > 0);

  const std::map<std::string, Row> rows = read_rows(server.database());
  std::size_t served = 0;
  for (const Json &comment : list_all(server.port(), empty_page)) {
    CAPTURE(comment.dump());
    const Row &row = rows.at(comment["id"].get<std::string>());
    CHECK(comment["content"] == row.content);
    CHECK(comment["name"] == row.name);
    CHECK(comment["website"] == row.website);
    CHECK(comment.dump().find("@host.example") == std::string::npos);
    ++served;
  }
  CHECK(served ==
        static_cast<std::size_t>(taken["comment"] + taken["name"] + taken["website"] + taken["email"]));
  for (const auto &[id, row] : rows) {
    CAPTURE(row.name, row.email, row.website, row.comment, row.content);
    const Content content = read_content(row.content);
    CHECK(content.complaint == "");
    CHECK(is_faithful(content.text, row.comment));
    if (texts.contains(id))
      CHECK(is_faithful(content.text, texts[id]));
    CHECK(is_free_of(row.name, is_control));
    CHECK(is_free_of(row.name, is_bidi_control));
    CHECK(is_kept_email(row.email));
    CHECK(is_kept_website(row.website));
  }
}

} // namespace

TEST_CASE("Hostile texts, names, websites and addresses are kept as text, or not at all", "[markup]") {
  check_kept({
      "<script>alert(1)</script>",
      "</p></article><script src=//evil.example></script>",
      "<img src=x onerror=alert(1)>",
      "<svg/onload=alert(1)>",
      "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
      "onerror=alert(1)&gt;\">",
      "<svg><p><style><img src=x onerror=alert(1)></style></p></svg>",
      "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
      "<plaintext>",
      "<textarea>",
      "<title>",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?xml version='1.0'?>",
      "&lt;script&gt;alert(1)&lt;/script&gt;",
      "&#x3c;script&#x3e;",
      "&ltscript&gt",
      "&amp;lt;b&amp;gt;",
      "&",
      "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
      "\xEF\xBB\xBF<script>alert(1)</script>",
      "\xEF\xBC\x9Cscript\xEF\xBC\x9E", // full-width signs that some systems fold
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "java\tscript:alert(1)",
      "\x01javascript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "vbscript:x",
      "//evil.example",
      "\\\\evil.example",
      "http://a.example/\"onmouseover=\"alert(1)",
      "http://a.example/'onmouseover='alert(1)",
      "http://a.example/<script>alert(1)</script>",
      "http://a.example/&quot;onload=alert(1)",
      "http://a.example\" rel=\"opener",
      "http://a.example/`onload=alert(1)`",
      "https://user:pass@evil.example",
      "http://\xE2\x80\xAE"
      "moc.live",
      "https://a.example/\xE2\x80\xA8<b>",
      "http://[::1]/",
      "http://a.example#\"><b>",
      "<a href=javascript:alert(1)>http://a.example</a>",
      "[x](javascript:alert(1))",
      "[x]( java&#x0A;script:alert(1))",
      "[x](<javascript:alert(1)> \"onclick=alert(1)\")",
      "[x](&#106;avascript:alert(1))",
      "[x](jav\\ascript:alert(1))",
      "[x](//evil.example/\" onclick=\"alert(1))",
      "![x\" onerror=\"alert(1)](x)",
      "![![x](y\"z)<b>*a*](javascript:alert(1))",
      "[x]\n\n[x]: data:text/html,<script>alert(1)</script> '\"><script>'",
      "<javascript:alert(1)>",
      "<https://a.example/\"onclick=\"alert(1)>",
      "```\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
      "`</code><script>alert(1)</script>`",
      "> - 1. # *a **b <script>*",
      "<div>\n\n*a*\n\n</div>",
      std::string(3000, '>'),
      std::string(3000, '*'),
      std::string(3000, '['),
      "a\r\nBcc: b@evil.example",
      "a\nSet-Cookie: b=c",
      "a\x1B[2J\x1B]0;title\x07"
      "b",
      "a\x7F\xC2\x9B"
      "31mb",
      "'; DROP TABLE comments; --",
      "%s%n%x",
      "{{7*7}}",
      "${7*7}",
      "../../etc/passwd",
      "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
      "\xEF\xBF\xBE\xEF\xBF\xBF",
      "a\xCC\x81\xCC\x81\xCC\x81",
      std::string("a\0<b>\0", 6),
      std::string(3000, '<'),
      std::string(3000, '&'),
      std::string(3000, '"'),
  });
}

TEST_CASE("Payloads that others wrote are kept as text, or not at all", "[markup]") {
  const auto corpus = find_corpus("dompurify");
  if (!corpus)
    return;
  std::vector<std::string> payloads;
  for (const Json &entry : Json::parse(read_case(*corpus / "expect.json")))
    payloads.push_back(entry.at("payload"));
  REQUIRE(payloads.size() >= 200);
  check_kept(payloads);
}

TEST_CASE("The grammar that content is held to refuses what is no content", "[markup]") {
  CHECK(read_content("<p>a &amp; b<br/><a href=\"http://a.example/?b&amp;c\" rel=\"nofollow ugc noopener\">"
                     "<em>c</em></a></p><ul><li>d<hr/></li></ul><pre><code>e\n</code></pre>")
            .text == "a & b\nc\nd\n\n\ne\n\n");
  for (const std::string bad :
       {"a",
        "<p>",
        "<p>a",
        "<p>a</p>b",
        "<p>a</p></p>",
        "<p>a<p>b</p></p>",
        "<p>a<b>c</b></p>",
        "<p>a<pre>c</pre></p>",
        "<p>a<li>c</li></p>",
        "<ul>a</ul>",
        "<em>a</em>",
        "<p><em>a</p></em>",
        "<p><a>b<em><a>c</a></em></a></p>",
        "<p><a title=\"b\" href=\"http://a.example\">b</a></p>",
        "<p><code class=\"x\">a</code></p>",
        "<p class=\"x\">a</p>",
        "<P>a</P>",
        "<p>a<br></p>",
        "<p>a & b</p>",
        "<p>&nbsp;</p>",
        "<p>\"</p>",
        "<p>></p>",
        "<p>\x01</p>",
        "<p>\xFF</p>",
        "<p>\xC2\x85</p>",
        "<p>\xEF\xBF\xBE</p>",
        "<p><a href=\"javascript:x\" rel=\"nofollow ugc noopener\">javascript:x</a></p>",
        "<p><a href=\"http://a.example\">http://a.example</a></p>",
        "<p><a href=\"JavaScript:x\" rel=\"nofollow ugc noopener\">b</a></p>",
        "<p><a href=\"http://a.example\" rel=\"nofollow ugc noopener\" "
        "onclick=\"x\">http://a.example</a></p>"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_content(bad).complaint.empty());
  }
}

TEST_CASE("A name cannot turn what stands beside it around", "[markup]") {
  const DemoServer server;
  int count = 0;
  for (char32_t c = 0; c < 0x3000; ++c) {
    if (!is_bidi_control(c))
      continue;
    for (const std::string before : {"", "Ada "}) {
      Json comment = new_comment(empty_page, std::to_string(++count));
      std::string name = before;
      text::append(name, c);
      comment["name"] = name + "Lovelace";
      CHECK(post(server.port(), "/api/comments", comment).status == 201);
    }
  }
  CHECK(count == 24);
  Json marks = new_comment(empty_page, "marks");
  marks["name"] = "\u0301\u0301"; // nothing is left of it
  CHECK(post(server.port(), "/api/comments", marks).json()["error"]["problems"] ==
        Json::array({{{"field", "name"}, {"code", "missing"}}}));
  for (const auto &[id, row] : read_rows(server.database())) {
    CAPTURE(row.name);
    CHECK(is_free_of(row.name, is_bidi_control));
  }
}
