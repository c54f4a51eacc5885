#include "afterword/rules/website.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/trim.hpp"
#include "catch.hpp"
#include "url_cases.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

using afterword::rules::website;

namespace {

/// Whether `url` names http or https itself, to a browser, which drops controls and spaces before it looks.
bool is_absolute(const std::string &url) {
  std::string seen;
  for (const char c : url)
    if (static_cast<unsigned char>(c) > 0x20)
      seen += afterword::text::to_ascii_lower(c);
  return seen.starts_with("http:") || seen.starts_with("https:");
}

/// The host in a website, in lower case, without its port.
std::string host_of(const std::string &url) {
  const std::size_t begin = url.find("//") + 2;
  return afterword::text::to_ascii_lower(url.substr(begin, url.find_first_of(":/?#", begin) - begin));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What browsers take and a commenter's website is not, by the reason why.
constexpr const char *by_design = R"json({
"nobody types controls or spaces, and what cannot be seen is there to deceive": [
  "http://example\t.\norg", "http://f:21/ b ? d # e ", "http://f:\n/c", "http://example.com/foo\t\u0091%91",
  "http://example.com/foo\tbar", "http://example.com/\ufeff/foo", "http://example.com/\u202e/foo/\u202d/bar",
  "http://www.google.com/foo?bar=baz# \u00bb", "http://GOO\u200b\u2060\ufeffgoo.com",
  "\u0000\u001b\u0004\u0012 http://example.com/\u001f \r ", "http://ho\tst/", "http://ho\nst/", "http://ho\rst/",
  "h\tt\nt\rp://h\to\ns\rt:9\t0\n0\r0/p\ta\nt\rh?q\tu\ne\rry#f\tr\na\rg", "http://foo.bar/baz?qux#foo\bbar",
  "http://example.org/test?a#b\u0000c", "https://x/\u0000y", "https://x/?\u0000y", "https://x/?#\u0000y",
  "https://www.example.com/path{\u007fpath.html?query'\u007f=query#fragment<\u007ffragment",
  "https://user:pass[\u007f@foo/bar"],
"a user name hides the host behind it": [
  "http://user:pass@foo:21/bar;par?b#c", "https://test:@test", "https://:@test", "http://a:b@c:29/d",
  "http://\u00e9@\u00e9", "http://\u00e9@example.com", "http://&a:foo(b]c@d:2/", "http://::@c@d:2",
  "http://foo.com:b@d/", "http://a:b@c\\", "http://%25DOMAIN:foobar@foodomain.com/", "http://@www.example.com",
  "http://a:b@www.example.com", "http://@pple.com", "http://:b@www.example.com", "http://a:@www.example.com",
  "http://www.@pple.com", "http://:@www.example.com", "http://foo:\ud83d\udca9@example.com/bar",
  "http://\ud83d\ude00x@host/", "http://a:\ud83d\ude00x@host/", "http://\ud83d\ude00@host/",
  "https://@test@test@example:800/", "https://@@@example", "http://`{}:`{}@h/`{}?`{}"],
"an address has // behind its scheme, or it is relative, and a backslash is none": [
  "http:foo.com", "http::@c:29", "http:\\\\foo.com\\", "http:\\\\a\\b:c\\d@foo.com\\", "http:[61:27]/:foo",
  "http:/example.com/", "http:/", "https:/example.com/", "http:example.com/", "https:example.com/",
  "http:\\\\www.google.com\\foo", "http:/example.com/", "https:/example.com/", "http:example.com/",
  "https:example.com/", "http:@www.example.com", "http:/@www.example.com", "http:a:b@www.example.com",
  "http:/a:b@www.example.com", "http::b@www.example.com", "http:/:b@www.example.com", "http:a:@www.example.com",
  "http:/a:@www.example.com", "http:", "http://example.com\\\\foo\\\\bar"],
"a host of numbers is nobody's website": [
  "http://[2001::1]", "http://[::127.0.0.1]", "http://[0:0:0:0:0:0:13.1.68.3]", "http://[2001::1]:80",
  "http://[1:0::]", "http://[0:1:0:1:0:1:0:1]", "http://[1:0:1:0:1:0:1:0]", "http://192.0x00A80001",
  "http://127.0.0.1:10100/relative_import.html", "http://1.2.3.4/", "http://1.2.3.4./", "http://192.168.257",
  "http://192.168.257.", "http://256", "http://999999999", "http://999999999.", "http://4294967295",
  "http://0xffffffff", "https://0x.0x.0", "https://0x.0x.0x.0x", "https://00.00.00.00",
  "https://0000000000000000000000000000000000000000177.0.0.1", "http://0x7f.0.0.0x7g", "http://0X7F.0.0.0X7G"],
"a host that is not what it looks like": [
  "http://www.foo\u3002bar.com", "http://\uff27\uff4f.com", "https://%e2%98%83", "https://a%C2%ADb/",
  "http://\uff10\uff38\uff43\uff10\uff0e\uff10\uff12\uff15\uff10\uff0e\uff10\uff11",
  "http://%30%78%63%30%2e%30%32%35%30.01", "http://%30%78%63%30%2e%30%32%35%30.01%2e"],
"a host that no DNS could hold": [
  "http://./", "http://../", "http://foo.09..", "http://!\"$&'()*+,-.;=_`{}~/", "https://xn--/"]
})json";

} // namespace

TEST_CASE("a website is an http(s) address; a missing scheme is completed") {
  CHECK(website(" https://a.example/b?c#d ") == "https://a.example/b?c#d");
  CHECK(website("HTTP://a.example") == "HTTP://a.example");
  CHECK(website("a.example/path") == "https://a.example/path");
  CHECK(website("a.example:8080") == "https://a.example:8080");
  CHECK(website("http://localhost:3000/x") == "http://localhost:3000/x");
  CHECK(website("https://\xD8\xA7.example") == "https://\xD8\xA7.example");
  CHECK(website("my_blog.example.") == "https://my_blog.example.");
  CHECK(website("https://a.example:/") == "https://a.example:/");
  CHECK(website("https://col\xC2\xB7legi.example") == "https://col\xC2\xB7legi.example");
  CHECK(website("https://\xE2\x98\x95.example") == "https://\xE2\x98\x95.example");
  // A Persian word of two, which a joiner parts.
  const std::string persian =
      "https://fa.example/\xDA\xA9\xD8\xAA\xD8\xA7\xD8\xA8\xE2\x80\x8C\xD8\xAE\xD8\xA7\xD9\x86\xD9\x87";
  CHECK(website(persian) == persian);
}

TEST_CASE("anything else is refused") {
  for (const std::string_view text : {"",
                                      "x",
                                      "localhost",
                                      "javascript:alert(1)",
                                      "JAVASCRIPT:a.b",
                                      "java\tscript:a.b",
                                      "data:text/html,a.b",
                                      "mailto:a@b.example",
                                      "https://",
                                      "https:///x",
                                      "http://?x",
                                      "ftp://a.example",
                                      "https://a b.example",
                                      "https://user@a.example",
                                      "https://a.example:99999",
                                      "https://a.example:x",
                                      "https://[::1]/",
                                      "https://[x",
                                      "a.",
                                      "mail:me.x",
                                      "https://a\xE2\x80\xAE.example",
                                      "http://.",
                                      "<b>.x",
                                      "https://a.example\x01"})
    CHECK_FALSE(website(text));
}

TEST_CASE("a scheme that runs something is refused, however it is dressed") {
  const std::string zero_width = "\xE2\x80\x8B";
  for (const std::string &text :
       {std::string("javascript:alert(1)"),
        std::string("javascript://a.example/%0Aalert(1)"),
        std::string("javascript:a.example"),
        std::string("JaVaScRiPt:a.b"),
        std::string(" javascript:a.b"),
        std::string("\x01javascript:a.b"),
        std::string("\0javascript:a.b", 15),
        std::string("java\nscript:a.b"),
        std::string("java\tscript:a.b"),
        std::string("javascript\t:a.b"),
        "java" + zero_width + "script:a.b",
        zero_width + "javascript:a.b",
        "javascript" + zero_width + ":a.b",
        std::string("\xEF\xBB\xBFjavascript:a.b"),
        std::string("java&#115;cript:a.b"),
        std::string("javascript&#58;a.b"),
        std::string("javascript&colon;a.b"),
        std::string("javascript&colon;alert(1).b"),
        std::string("java&Tab;script.x:1"),
        std::string("&#106;avascript.x:1"),
        std::string("javascript%3Aa.b"),
        std::string("javascript\xEF\xBC\x9A"
                    "a.b"), // a full-width colon
        std::string("javascript\xEF\xB9\x95"
                    "a.b"), // a small one
        std::string(
            "javascript\xEA\x9E\x89//a.b"), // a letter that looks like one, and no dot before the path
        std::string("\xEF\xBD\x8A"
                    "avascript.b"), // a full-width j
        std::string("data:text/html,a.b"),
        std::string("vbscript:a.b"),
        std::string("blob:https://a.example/x"),
        std::string("file://a.example/x"),
        std::string("about:blank.x"),
        std::string("ws://a.example"),
        std::string("view-source:https://a.example"),
        std::string("feed:https://a.example"),
        std::string("https://javascript:alert(1).x"),
        std::string("https:javascript:a.b")}) {
    INFO(text);
    CHECK_FALSE(website(text));
  }
}

TEST_CASE("a host is what it looks like") {
  for (const std::string_view host :
       {"a.example\\@b.example",
        "user:pass@b.example",
        "user@b.example",
        "@b.example",
        "a%2Eb.example",
        "a%00.example",
        "a.example%2F.b.example",
        "a\xE3\x80\x82"
        "example",
        "a\xEF\xBC\x8E"
        "example",
        "a\xEF\xBD\xA1"
        "example",
        "a.example\xEF\xBC\x8F.b.example",
        "a.example\xE2\x84\x80.b.example",
        "a\xE2\x92\x88"
        "b.example",
        "a\xEF\xBC\xA0"
        "b.example",
        "a\xEF\xB9\xAB"
        "b.example",
        "a.example\xEF\xBC\x9F.b.example",
        "a.example\xEF\xBC\x83.b.example",
        "a.example\xEF\xBC\x9A"
        "80",
        "a\xE2\x80\xA4"
        "example",
        "a\xE2\x80\x8D.example",
        "a\xC2\xAD.example",
        "a\xE2\x80\xAE.example",
        "a\xFF.example",
        "a\xC3.example",
        "a..example",
        ".example",
        "-a.example",
        "a-.example",
        "a.example..",
        "1.2.3.4",
        "127.1",
        "0x7f.0x1",
        "2130706433",
        "0x7f000001",
        "017700000001",
        "1.2.3.4.",
        "[::1]",
        "[::ffff:1.2.3.4]",
        "\xE2\x91\xA0.\xE2\x91\xA0",
        "\xF0\x9D\x9F\x8F.\xF0\x9D\x9F\x8F",
        "\xEF\xBC\x91.\xEF\xBC\x91",
        "\xEF\xB7\x90zyx.com",
        "a.example:65536",
        "a.example:-1",
        "a.example:8 0",
        "a.example:80:80",
        ":80",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example"}) {
    INFO(host);
    CHECK_FALSE(website("https://" + std::string(host)));
    CHECK_FALSE(website("http://" + std::string(host) + "/path?query#fragment"));
    CHECK_FALSE(website(host));
  }
}

TEST_CASE("what browsers make of a website", "[corpora]") {
  std::multiset<std::string> lost;
  std::multiset<std::string> expected;
  const auto cases = read_url_cases();
  for (const UrlCase &c : cases) {
    INFO(c.input << " against " << c.base << " is " << c.protocol);
    const auto found = website(c.input);
    const bool is_http = c.protocol == "http:" || c.protocol == "https:";
    if (found)
      CHECK((found->starts_with("http://") || found->starts_with("https://")));
    if (is_absolute(c.input)) {
      if (!found && is_http)
        lost.insert(c.input);
      if (found) {
        CHECK(is_http);
        CHECK((c.username.empty() && c.password.empty()));
        CHECK((!is_ascii(*found) || host_of(*found) == c.hostname));
      }
    } else if (found) { // a bare host; to a browser, a path of its own page, but never a scheme
      CHECK((c.protocol.empty() || c.protocol == c.base.substr(0, c.base.find(':') + 1)));
      CHECK(*found == "https://" + std::string(afterword::text::trim(c.input)));
    }
  }
  for (const auto &reason : nlohmann::json::parse(by_design))
    for (const auto &input : reason)
      expected.insert(input.get<std::string>());
  if (!cases.empty())
    CHECK(lost == expected);
}

TEST_CASE("the web platform tests of <input type=url>", "[corpora]") {
  const auto corpus = find_corpus("wpt-email");
  if (!corpus)
    return;
  for (const auto &entry : nlohmann::json::parse(read_case(*corpus / "cases.json"))) {
    if (entry["type"] != "url")
      continue;
    const std::string value = entry["value"];
    INFO(value);
    CHECK((!value.empty() && !website(value)) == entry["mismatch"].get<bool>());
  }
}
