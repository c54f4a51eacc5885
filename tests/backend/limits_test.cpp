#include "afterword/rules/comment.hpp"
#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <algorithm>

using namespace afterword::test;

namespace {

Json list(const DemoServer &server) {
  return get(server.port(), "/api/comments?page=" + encoded(empty_page)).json();
}

/// What becomes of a comment that says `text`; `key` may be used once.
Json say(const DemoServer &server, const std::string &text, const std::string &key) {
  Json comment = new_comment(empty_page, key);
  comment["comment"] = text;
  const Reply reply = post(server.port(), "/api/comments", comment);
  REQUIRE(reply.status == 201);
  return reply.json();
}

std::size_t count(const std::string &text, const std::string &part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

} // namespace

TEST_CASE("The list tells the limits beforehand", "[limits]") {
  const DemoServer shipped({}, {});
  CHECK(list(shipped)["limits"] == Json{{"links", 2}, {"interval", 15}});
  const DemoServer strict({"--links", "0", "--interval", "60"});
  CHECK(list(strict)["limits"] == Json{{"links", 0}, {"interval", 60}});
  const DemoServer open({"--links", "any", "--interval", "0"});
  CHECK(list(open)["limits"] == Json{{"links", nullptr}, {"interval", nullptr}});
}

TEST_CASE("The form tells what its lengths are counted in", "[limits]") {
  const DemoServer server;
  const Json form = list(server)["form"];
  for (const std::string field : {"comment", "name", "email", "website"}) {
    CHECK(form[field]["unit"] == "code_points");
    CHECK(form[field]["max"].is_number());
    CHECK_FALSE(form[field].contains("international"));
  }
  CHECK(form["remember"] == Json::object());
  Json comment = new_comment(empty_page, "international");
  comment["email"] = "ünï@host.example";
  CHECK(post(server.port(), "/api/comments", comment).json()["error"]["problems"] ==
        Json::array({{{"field", "email"}, {"code", "email_invalid"}}}));
}

TEST_CASE("A comment with more links than the limit is held, and news only when it is approved", "[limits]") {
  const DemoServer server;
  CHECK(say(server, "https://a.example and https://b.example", "two")["status"] == "published");
  const Json held = say(server, "https://a.example, https://b.example, http://c.example", "three");
  CHECK(held["status"] == "held");
  CHECK(list(server)["total"] == 1);
  const Reply again = post(server.port(), "/api/comments", new_comment(empty_page, "three"));
  CHECK(again.status == 200);
  CHECK(again.json() == held);
  const std::string id = held["id"];
  CHECK(server.command({"list", "--held"}).out.find(id + "\theld\t") == 0);
  CHECK(server.command({"approve", id}).status == 0);
  CHECK(list(server)["total"] == 2);
}

TEST_CASE("Links are counted in what was written, and in what became of it", "[limits]") {
  const DemoServer server;
  const std::vector<std::string> texts = {
      "one HTTP://a.example, two (https://b.example), three <https://c.example>",
      "http://a.example\nhttp://b.example\r\n\r\nhttp://c.example",
      "\u00A0http://a.example\u00A0http://b.example\u00A0\nhttp://c.example http://d.example",
      "xhttp://a.example https:// http://. ftp://b.example www.c.example mailto:d@e.example",
      "http://a.example/http://b.example/http://c.example",
      "\"http://a.example\"http://b.example\"http://c.example\"",
      "<http://a.example>http://b.example</> http://[c]",
      "http://a.example\u0007http://b.example\u0007 http://c.example",
  };
  std::size_t several = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(texts[i]);
    const Json made = say(server, texts[i], std::to_string(i));
    std::string kept = texts[i];
    std::erase(kept, '\a');
    const std::size_t links = std::max(afterword::rules::count_links(kept), count(made["content"], "<a "));
    CHECK((made["status"] == "held") == (links > 2));
    several += links > 2 ? 1 : 0;
  }
  CHECK(several >= 3);
  CHECK(several < texts.size());
  // Written once, there three times.
  const Json made = say(server, "[a] [a] [a]\n\n[a]: http://a.example", "reference");
  CHECK(count(made["content"], "<a ") == 3);
  CHECK(made["status"] == "held");
  CHECK(say(server, "[a](mailto:a@a.example) <b@b.example> <mailto:c@c.example>", "mail")["status"] ==
        "held");
}

TEST_CASE("The limit of links can be none at all, or any number", "[limits]") {
  const DemoServer strict({"--links", "0"});
  CHECK(say(strict, "nothing to see", "none")["status"] == "published");
  CHECK(say(strict, "http://a.example", "one")["status"] == "held");
  const DemoServer open({"--links", "any"});
  std::string many;
  for (int i = 0; i < 200; ++i)
    many += "http://a.example ";
  CHECK(say(open, many, "many")["status"] == "published");
  const DemoServer moderated({"--links", "any", "--moderate"});
  CHECK(say(moderated, "nothing to see", "none")["status"] == "held");
}
