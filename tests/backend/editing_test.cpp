#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace afterword::test;

namespace {

Json post_comment(const DemoServer &server, const std::string &key) {
  return post(server.port(), "/api/comments", new_comment(empty_page, key)).json();
}

std::string address(const Json &comment) {
  return "/api/comments/" + comment["id"].get<std::string>();
}

Headers bearer(const Json &comment) {
  return {{"Authorization", "Bearer " + comment["edit"]["token"].get<std::string>()}};
}

Reply put(const DemoServer &server, const Json &comment, const std::string &text, Headers headers) {
  headers.emplace_back("Content-Type", "application/json");
  return request(server.port(), "PUT", address(comment), headers, Json{{"comment", text}}.dump());
}

Reply remove(const DemoServer &server, const Json &comment, const Headers &headers) {
  return request(server.port(), "DELETE", address(comment), headers);
}

Json list(const DemoServer &server) {
  return get(server.port(), "/api/comments?page=" + encoded(empty_page)).json();
}

} // namespace

TEST_CASE("Who wrote a comment can write it anew, and nothing else of it changes", "[editing]") {
  const DemoServer server;
  const Json first = post_comment(server, "first");
  const Reply edited = put(server, first, " *Better* \u0007", bearer(first));
  REQUIRE(edited.status == 200);
  Json expected = first;
  expected["content"] = "<p><em>Better</em></p>";
  CHECK(edited.json() == expected); // with the same permit
  expected.erase("edit");
  CHECK(list(server)["comments"] == Json::array({expected}));
  CHECK(put(server, first, "*Better*", bearer(first)).json() == edited.json());
  CHECK(post_comment(server, "first") == edited.json());
  soci::session session(soci::sqlite3, "dbname=" + server.database());
  std::string kept;
  session << "SELECT comment FROM comments WHERE key = 'first'", soci::into(kept);
  CHECK(kept == "*Better*");
}

TEST_CASE("The permit lasts for a quarter of an hour, or as long as the operator says", "[editing]") {
  for (const auto &[options, seconds] :
       {std::pair<std::vector<std::string>, int>({}, 900), {{"--edit-window", "60"}, 60}}) {
    const DemoServer server(options);
    const Json made = post_comment(server, "made");
    soci::session session(soci::sqlite3, "dbname=" + server.database());
    std::string until;
    session << "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', created + :window, 'unixepoch') FROM comments WHERE "
               "key = 'made'",
        soci::use(seconds), soci::into(until);
    CHECK(made["edit"]["until"] == until);
    CHECK(made["edit"]["token"].get<std::string>().size() == 64);
  }
  const DemoServer server({"--edit-window", "0"});
  CHECK_FALSE(post_comment(server, "made").contains("edit"));
}

TEST_CASE("The permit is one comment's, and no one else's", "[editing]") {
  const DemoServer server;
  const Json mine = post_comment(server, "mine");
  const Json other = post_comment(server, "other");
  REQUIRE(mine["edit"]["token"] != other["edit"]["token"]);
  const std::string token = mine["edit"]["token"];
  std::string nearly = token;
  nearly.back() = nearly.back() == '0' ? '1' : '0';
  for (const Headers &headers :
       {Headers{}, bearer(other), Headers{{"Authorization", token}}, Headers{{"Authorization", "Bearer"}},
        Headers{{"Authorization", "Bearer "}}, Headers{{"Authorization", "Basic " + token}},
        Headers{{"Authorization", "Bearer " + nearly}}, Headers{{"Authorization", "Bearer " + token + "0"}},
        Headers{{"Authorization", "Bearer " + token.substr(0, 63)}}}) {
    CAPTURE(headers.empty() ? "" : headers[0].second);
    const Reply refused = put(server, mine, "Taken", headers);
    CHECK(refused.status == 403);
    CHECK(refused.code() == "not_yours");
    CHECK(remove(server, mine, headers).code() == "not_yours");
  }
  CHECK(list(server)["comments"][0]["content"] == mine["content"]);
  CHECK(put(server, mine, "Given", {{"Authorization", "bearer  " + token}}).status == 200);

  const std::string everything = get(server.port(), "/api/comments?page=" + encoded(empty_page)).body;
  CHECK(everything.find("edit") == std::string::npos);
  CHECK(everything.find(token) == std::string::npos);
  soci::session session(soci::sqlite3, "dbname=" + server.database());
  int found = -1;
  session << "SELECT count(*) FROM comments WHERE key || comment || content LIKE '%' || :token || '%'",
      soci::use(token), soci::into(found);
  CHECK(found == 0);
}

TEST_CASE("The permit outlives the server, and ends with its time", "[editing]") {
  DemoServer server;
  const Json first = post_comment(server, "first");
  server.kill();
  server.start();
  CHECK(post_comment(server, "first") == first);
  CHECK(put(server, first, "Still mine", bearer(first)).status == 200);

  const DemoServer late({"--database", server.database(), "--edit-window", "0"});
  CHECK(put(late, first, "Too late", bearer(first)).status == 409);
  CHECK(put(late, first, "Too late", bearer(first)).code() == "expired");
  CHECK(remove(late, first, bearer(first)).code() == "expired");
  CHECK(put(late, first, "Too late", {}).code() == "not_yours");
  CHECK_FALSE(post_comment(late, "first").contains("edit"));
  CHECK(list(server)["comments"][0]["content"] == "<p>Still mine</p>");
}

TEST_CASE("A text is looked at as a new comment's is; pace and repetition do not count", "[editing]") {
  const DemoServer server({}, {"--interval", "600"});
  const Json mine = post_comment(server, "mine");
  for (int i = 0; i < 3; ++i)
    CHECK(put(server, mine, "Again " + std::to_string(i), bearer(mine)).status == 200);
  CHECK(put(server, mine, "Well said: mine.", bearer(mine)).status == 200);
  for (const auto &[text, code] : {std::pair<std::string, std::string>(" ", "missing"),
                                   {"\u200B", "invisible"},
                                   {std::string(8001, 'x'), "too_long"}}) {
    const Reply refused = put(server, mine, text, bearer(mine));
    CHECK(refused.status == 422);
    CHECK(refused.json()["error"]["problems"] == Json::array({{{"field", "comment"}, {"code", code}}}));
  }
  for (const std::string id : {"999999", "x", "0", "-1", "1x", "99999999999999999999", "%FF", "1%20OR%201=1"})
    CHECK(put(server, Json{{"id", id}}, "Hello", bearer(mine)).code() == "not_found");
  CHECK(list(server)["comments"][0]["content"] == mine["content"]);
}

TEST_CASE("An edit that a moderator should see first is held", "[editing]") {
  const std::string links = "https://a.example https://b.example https://c.example";
  const DemoServer server;
  const Json mine = post_comment(server, "mine");
  CHECK(put(server, mine, links, bearer(mine)).json()["status"] == "held");
  CHECK(list(server)["comments"].empty());
  CHECK(list(server)["total"] == 0);
  // A held one can be edited, and waits on.
  CHECK(put(server, mine, "No links", bearer(mine)).json()["status"] == "held");
  CHECK(server.command({"approve", mine["id"]}).status == 0);
  CHECK(list(server)["comments"][0]["content"] == "<p>No links</p>");

  const DemoServer moderated({"--moderate"});
  const Json held = post_comment(moderated, "held");
  CHECK(moderated.command({"approve", held["id"]}).status == 0);
  // What was approved is still that; other words are not.
  CHECK(put(moderated, held, "Well said: held.", bearer(held)).json()["status"] == "published");
  CHECK(put(moderated, held, "Other words", bearer(held)).json()["status"] == "held");
  CHECK(list(moderated)["total"] == 0);
}

TEST_CASE("What its author deletes is gone for good, but its key is remembered", "[editing]") {
  const DemoServer server;
  const Json mine = post_comment(server, "mine");
  const Reply gone = remove(server, mine, bearer(mine));
  CHECK(gone.status == 204);
  CHECK(gone.body.empty());
  CHECK(list(server)["comments"].empty());
  CHECK(list(server)["total"] == 0);
  CHECK(remove(server, mine, bearer(mine)).status == 404);
  CHECK(put(server, mine, "Back", bearer(mine)).code() == "not_found");
  const Reply again = post(server.port(), "/api/comments", new_comment(empty_page, "mine"));
  CHECK(again.status == 200);
  CHECK(again.json()["status"] == "deleted");
  CHECK_FALSE(again.json().contains("edit"));
  Json answer = new_comment(empty_page, "answer");
  answer["parent"] = mine["id"];
  CHECK(post(server.port(), "/api/comments", answer).code() == "unknown_parent");
  CHECK(server.command({"list"}).out.find(mine["id"].get<std::string>() + "\t") != 0);

  soci::session session(soci::sqlite3, "dbname=" + server.database());
  std::string left;
  session << "SELECT name || email || website || comment || content FROM comments WHERE key = 'mine'",
      soci::into(left);
  CHECK(left.empty());
  Json same = new_comment(empty_page, "same words");
  same["comment"] = "Well said: mine.";
  CHECK(post(server.port(), "/api/comments", same).status == 201);
}

TEST_CASE("Deleting does not quicken the pace of a sender", "[editing]") {
  const DemoServer server({}, {"--interval", "600"});
  const Json mine = post_comment(server, "mine");
  CHECK(remove(server, mine, bearer(mine)).status == 204);
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "more")).code() == "slow_down");
}

TEST_CASE("Other origins can change comments only where they may post", "[editing]") {
  const std::string friendly = "https://blog.example";
  const DemoServer server({"--origin", friendly});
  const Json mine = post_comment(server, "mine");
  for (const std::string method : {"PUT", "DELETE"}) {
    const Reply preflight = request(server.port(), "OPTIONS", address(mine),
                                    {{"Origin", friendly},
                                     {"Access-Control-Request-Method", method},
                                     {"Access-Control-Request-Headers", "authorization,content-type"}});
    CHECK(preflight.status == 204);
    CHECK(preflight.header("access-control-allow-origin") == friendly);
    CHECK(preflight.header("access-control-allow-methods") == "PUT, DELETE");
    CHECK(preflight.header("access-control-allow-headers") == "Content-Type, Authorization, If-None-Match");
  }
  Headers evil = bearer(mine);
  evil.emplace_back("Origin", "https://evil.example");
  CHECK(request(server.port(), "OPTIONS", address(mine), evil).code() == "origin_not_allowed");
  CHECK(put(server, mine, "Taken", evil).code() == "origin_not_allowed");
  CHECK(remove(server, mine, evil).code() == "origin_not_allowed");
  Headers from = bearer(mine);
  from.emplace_back("Origin", friendly);
  const Reply edited = put(server, mine, "Given", from);
  CHECK(edited.status == 200);
  CHECK(edited.header("access-control-allow-origin") == friendly);
  CHECK(remove(server, mine, from).header("access-control-allow-origin") == friendly);
}
