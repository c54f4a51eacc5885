#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <array>
#include <atomic>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

using namespace afterword::test;

namespace {

const Headers json = {{"Content-Type", "application/json"}};

std::string voter(int number) {
  return "7f3c1c6e-5d0e-4d7c-9a55-" + std::to_string(100000000000 + number);
}

Reply vote(const DemoServer &server, const std::string &id, int value, const std::string &voter,
           const std::string &from = "127.0.0.1") {
  return request(server.port(), "PUT", "/api/comments/" + id + "/vote", json,
                 Json{{"value", value}, {"voter", voter}}.dump(), from);
}

Reply report(const DemoServer &server, const std::string &id, const std::string &voter) {
  return post(server.port(), "/api/comments/" + id + "/reports", Json{{"voter", voter}});
}

Json post_comment(const DemoServer &server, const std::string &key) {
  return post(server.port(), "/api/comments", new_comment(empty_page, key)).json();
}

Json tally(int likes, int dislikes, int value) {
  return {{"likes", likes}, {"dislikes", dislikes}, {"value", value}};
}

/// What the list says of its first comment.
Json first(const DemoServer &server) {
  return get(server.port(), "/api/comments?page=" + encoded(empty_page)).json()["comments"][0];
}

} // namespace

TEST_CASE("A voter has one vote on a comment, and can change it and take it back", "[votes]") {
  const DemoServer server;
  const std::string id = post_comment(server, "one")["id"];
  CHECK(vote(server, id, 1, voter(1)).json() == tally(1, 0, 1));
  CHECK(vote(server, id, 1, voter(1)).json() == tally(1, 0, 1));
  CHECK(vote(server, id, -1, voter(2)).json() == tally(1, 1, -1));
  std::string shouted = voter(1);
  shouted.replace(0, 8, "7F3C1C6E"); // the same voter
  CHECK(vote(server, id, -1, shouted).json() == tally(0, 2, -1));
  CHECK(first(server)["dislikes"] == 2);
  CHECK(vote(server, id, 0, voter(1)).json() == tally(0, 1, 0));
  CHECK(vote(server, id, 0, voter(1)).json() == tally(0, 1, 0));
  CHECK(vote(server, id, 0, voter(3)).json() == tally(0, 1, 0));
  CHECK(first(server)["likes"] == 0);
  CHECK(first(server)["dislikes"] == 1);
}

TEST_CASE("Every vote of many at once is counted, and once", "[votes]") {
  DemoServer server;
  const std::string id = post_comment(server, "one")["id"];
  std::atomic<int> taken{0};
  std::vector<std::thread> clients;
  for (int client = 0; client < 12; ++client)
    clients.emplace_back([&, client] {
      for (int i = 0; i < 10; ++i) // each pair of clients is one voter, and they do not agree
        taken += vote(server, id, client % 2 == 0 ? 1 : -1, voter(client / 2 * 10 + i)).status == 200 ? 1 : 0;
    });
  for (std::thread &client : clients)
    client.join();
  CHECK(taken == 120);
  server.kill();
  server.start();
  const Json counted = first(server);
  CHECK(counted["likes"].get<int>() + counted["dislikes"].get<int>() == 60);
  soci::session session(soci::sqlite3, "dbname=" + server.database());
  int likes = -1;
  session << "SELECT count(*) FROM votes WHERE value = 1 AND comment_id = " + id, soci::into(likes);
  CHECK(counted["likes"] == likes);
}

TEST_CASE("What is no vote is refused, and counts for nothing", "[votes]") {
  const DemoServer server;
  const std::string id = post_comment(server, "one")["id"];
  const std::string target = "/api/comments/" + id + "/vote";
  struct Case {
    std::string body;
    int status;
    std::string code;
  };
  const std::string good = ",\"voter\":\"" + voter(1) + "\"}";
  const std::vector<Case> cases = {
      {"", 400, "invalid_json"},
      {"[]", 400, "invalid_json"},
      {"{}", 422, "invalid"},
      {"{\"value\":2" + good, 422, "invalid"},
      {"{\"value\":0.5" + good, 422, "invalid"},
      {"{\"value\":1e99" + good, 422, "invalid"},
      {"{\"value\":18446744073709551617" + good, 422, "invalid"},
      {"{\"value\":18446744073709551615" + good, 422, "invalid"},
      {"{\"value\":null" + good, 422, "invalid"},
      {"{\"value\":\"1\"" + good, 400, "invalid_json"},
      {"{\"value\":true" + good, 400, "invalid_json"},
      {"{\"value\":1}", 422, "invalid"},
      {R"({"value":1,"voter":7})", 400, "invalid_json"},
      {R"({"value":1,"voter":"me"})", 422, "invalid"},
      {R"({"value":1,"voter":"7f3c1c6e-5d0e-4d7c-9a55-0c9b0d6a1f1g"})", 422, "invalid"},
      {R"({"value":1,"voter":"7f3c1c6e+5d0e-4d7c-9a55-0c9b0d6a1f11"})", 422, "invalid"},
      {R"({"value":1,"voter":"7f3c1c6e-5d0e-4d7c-9a55-0c9b0d6a1f11' OR 1=1"})", 422, "invalid"},
      {"{\"value\":1,\"voter\":\"\xFF\"}", 400, "invalid_utf8"},
  };
  for (const Case &hostile : cases) {
    CAPTURE(hostile.body);
    const Reply reply = request(server.port(), "PUT", target, json, hostile.body);
    CHECK(reply.status == hostile.status);
    CHECK(reply.code() == hostile.code);
  }
  for (const std::string none : {"999999", "x", "-1", "1%20OR%201=1", "99999999999999999999"}) {
    CHECK(vote(server, none, 1, voter(1)).code() == "not_found");
    CHECK(report(server, none, voter(1)).code() == "not_found");
  }
  CHECK(get(server.port(), target).header("allow") == "PUT, OPTIONS");
  CHECK(post(server.port(), "/api/comments//vote", std::string("{}")).code() == "not_found");
  CHECK(post(server.port(), "/api/comments/1/2/reports", std::string("{}")).code() == "not_found");
  CHECK(first(server)["likes"] == 0);
}

TEST_CASE("Only what readers see can be voted on and reported, and a deleted comment has neither left",
          "[votes]") {
  const DemoServer server;
  const Json own = post_comment(server, "own");
  const std::string id = own["id"];
  CHECK(vote(server, id, 1, voter(1)).status == 200);
  CHECK(report(server, id, voter(1)).status == 201);
  Json reply = new_comment(empty_page, "reply");
  reply["parent"] = id;
  REQUIRE(post(server.port(), "/api/comments", reply).status == 201);
  CHECK(request(server.port(), "DELETE", "/api/comments/" + id,
                {{"Authorization", "Bearer " + own["edit"]["token"].get<std::string>()}})
            .status == 204);
  CHECK(first(server)["status"] == "deleted");
  CHECK(first(server)["likes"] == 0);
  CHECK(vote(server, id, 1, voter(2)).code() == "not_found");
  CHECK(report(server, id, voter(2)).code() == "not_found");
  Json links = new_comment(empty_page, "links");
  links["comment"] = "http://a.example http://b.example http://c.example";
  const std::string held = post(server.port(), "/api/comments", links).json()["id"];
  CHECK(vote(server, held, 1, voter(1)).code() == "not_found");
  CHECK(report(server, held, voter(1)).code() == "not_found");

  const std::string gone = post_comment(server, "gone")["id"];
  CHECK(vote(server, gone, 1, voter(1)).status == 200);
  CHECK(server.command({"delete", gone}).status == 0);
  soci::session session(soci::sqlite3, "dbname=" + server.database());
  int left = -1;
  session << "SELECT (SELECT count(*) FROM votes WHERE comment_id IN (" + id + ", " + gone +
                 ")) + (SELECT count(*) FROM reports)",
      soci::into(left);
  CHECK(left == 0);
}

TEST_CASE("A comment keeps its votes while its author edits it", "[votes]") {
  const DemoServer server;
  const Json own = post_comment(server, "own");
  vote(server, own["id"], 1, voter(1));
  const Reply edited = request(server.port(), "PUT", "/api/comments/" + own["id"].get<std::string>(),
                               {{"Content-Type", "application/json"},
                                {"Authorization", "Bearer " + own["edit"]["token"].get<std::string>()}},
                               R"({"comment":"Better."})");
  CHECK(edited.json()["likes"] == 1);
  CHECK(first(server)["likes"] == 1);
}

TEST_CASE("Moderators see how often a comment was reported", "[votes]") {
  const DemoServer server;
  const std::string id = post_comment(server, "one")["id"];
  CHECK(report(server, id, voter(1)).status == 201);
  CHECK(report(server, id, voter(1)).status == 200);
  CHECK(report(server, id, voter(2)).status == 201);
  CHECK(server.command({"list"}).out.find("\n" + id + "\tpublished\t2\t") != std::string::npos);
  CHECK_FALSE(first(server).contains("reports"));
}

TEST_CASE("Sixty votes a minute are taken from an IP address, and it is told when there may be more",
          "[votes]") {
  DemoServer server({"--interval", "100"});
  const std::string id = post_comment(server, "one")["id"];
  for (int i = 0; i < 60; ++i)
    REQUIRE(vote(server, id, 1, voter(i), "127.0.0.2").status == 200);
  const Reply refused = vote(server, id, 1, voter(60), "127.0.0.2");
  CHECK(refused.status == 429);
  CHECK(refused.code() == "slow_down");
  const int seconds = refused.json()["error"]["seconds"];
  CHECK(seconds >= 1);
  CHECK(seconds <= 60);
  CHECK(refused.header("retry-after") == std::to_string(seconds));
  CHECK(first(server)["likes"] == 60);
  CHECK(vote(server, id, 1, voter(0), "127.0.0.2").status == 200); // it changes nothing
  CHECK(vote(server, id, 1, voter(60), "127.0.0.3").status == 200);
  server.kill();
  server.start();
  CHECK(vote(server, id, 1, voter(61), "127.0.0.2").code() == "slow_down");
  soci::session session(soci::sqlite3, "dbname=" + server.database());
  session << "UPDATE paces SET began = began + 3600"; // as when the clock was set back
  CHECK(vote(server, id, 1, voter(61), "127.0.0.2").status == 200);
  session << "UPDATE paces SET began = began - 60";
  CHECK(vote(server, id, 1, voter(62), "127.0.0.3").status == 200);
  int kept = -1;
  session << "SELECT count(*) FROM paces", soci::into(kept);
  CHECK(kept == 1); // addresses are not kept for longer
}
