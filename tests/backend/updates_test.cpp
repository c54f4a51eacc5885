#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <atomic>
#include <set>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

using namespace afterword::test;

namespace {

using Ids = std::vector<std::string>;

std::string post_comment(const DemoServer &server, const std::string &key,
                         const std::string &page = empty_page) {
  return post(server.port(), "/api/comments", new_comment(page, key)).json()["id"];
}

std::string target(const std::string &after) {
  return "/api/updates?page=" + encoded(empty_page) + (after.empty() ? "" : "&after=" + after);
}

Json updates(const DemoServer &server, const std::string &after) {
  return get(server.port(), target(after)).json();
}

std::string latest(const DemoServer &server) {
  return get(server.port(), "/api/comments?page=" + encoded(empty_page)).json()["latest"];
}

Ids ids(const Json &updates) {
  Ids all;
  for (const Json &comment : updates["comments"])
    all.push_back(comment["id"]);
  return all;
}

} // namespace

TEST_CASE("What was published since is told, in order, and once", "[updates]") {
  const DemoServer server;
  const std::string start = latest(server);
  CHECK(updates(server, start) == Json{{"comments", Json::array()}, {"latest", start}, {"total", 0}});
  const std::string one = post_comment(server, "one");
  post_comment(server, "elsewhere", article);
  const std::string two = post_comment(server, "two");
  const Json told = updates(server, start);
  CHECK(ids(told) == Ids{one, two});
  CHECK(told["total"] == 2);
  CHECK(told["latest"] == latest(server));
  CHECK(told["comments"][0] ==
        get(server.port(), "/api/comments?page=" + encoded(empty_page)).json()["comments"][0]);
  CHECK(ids(updates(server, told["latest"])).empty());
  CHECK(updates(server, "") == updates(server, told["latest"])); // from now on
}

TEST_CASE("A held comment is new when it is approved, and what was deleted is not told", "[updates]") {
  const DemoServer server;
  Json links = new_comment(empty_page, "links");
  links["comment"] = "http://a.example http://b.example http://c.example";
  const std::string held = post(server.port(), "/api/comments", links).json()["id"];
  const std::string start = latest(server);
  const std::string one = post_comment(server, "one");
  const std::string two = post_comment(server, "two");
  CHECK(ids(updates(server, start)) == Ids{one, two});
  const std::string seen = latest(server);
  CHECK(server.command({"approve", held}).status == 0);
  CHECK(ids(updates(server, seen)) == Ids{held});
  CHECK(ids(updates(server, start)) == Ids{one, two, held});
  CHECK(server.command({"delete", two}).status == 0);
  CHECK(ids(updates(server, start)) == Ids{one, held});
  CHECK(server.command({"delete", held}).status == 0);
  // The number of what is gone is not given again.
  const std::string after = latest(server);
  const std::string three = post_comment(server, "three");
  CHECK(ids(updates(server, after)) == Ids{three});
}

TEST_CASE("A comment that was edited into being held is new again when it is approved", "[updates]") {
  const DemoServer server;
  const Json own = post(server.port(), "/api/comments", new_comment(empty_page, "own")).json();
  const std::string id = own["id"];
  const std::string seen = latest(server);
  CHECK(request(server.port(), "PUT", "/api/comments/" + id,
                {{"Content-Type", "application/json"},
                 {"Authorization", "Bearer " + own["edit"]["token"].get<std::string>()}},
                R"({"comment":"http://a.example http://b.example http://c.example"})")
            .json()["status"] == "held");
  CHECK(ids(updates(server, "0")).empty());
  CHECK(server.command({"approve", id}).status == 0);
  CHECK(ids(updates(server, seen)) == Ids{id});
}

TEST_CASE("More than a hundred are told in parts", "[updates]") {
  const DemoServer server;
  Ids posted;
  for (int i = 0; i < 205; ++i)
    posted.push_back(post_comment(server, std::to_string(i)));
  Ids told;
  std::string after = "0";
  for (const std::size_t size : {100U, 100U, 5U, 0U}) {
    const Json part = updates(server, after);
    CHECK(part["comments"].size() == size);
    CHECK(part["total"] == 205);
    for (const std::string &id : ids(part))
      told.push_back(id);
    after = part["latest"];
  }
  CHECK(told == posted);
}

TEST_CASE("Who asks while many post misses nothing", "[updates]") {
  const DemoServer server;
  std::atomic<int> posting{4};
  std::vector<std::thread> clients;
  for (int client = 0; client < 4; ++client)
    clients.emplace_back([&, client] {
      for (int i = 0; i < 40; ++i)
        post_comment(server, std::to_string(client) + "-" + std::to_string(i));
      --posting;
    });
  Ids told;
  std::string after = "0";
  for (bool last = false; !last;) {
    last = posting == 0;
    const Json part = updates(server, after);
    for (const std::string &id : ids(part))
      told.push_back(id);
    after = part["latest"];
  }
  for (std::thread &client : clients)
    client.join();
  CHECK(told.size() == 160);
  CHECK(std::set<std::string>(told.begin(), told.end()).size() == 160);
}

TEST_CASE("Who has the answer already is told so, until there is another", "[updates]") {
  const DemoServer server;
  const std::string id = post_comment(server, "one");
  const std::string after = latest(server);
  const Reply first = get(server.port(), target(after));
  const std::string tag = first.header("etag");
  CHECK(tag.starts_with("W/\""));
  CHECK(first.header("cache-control") == "no-cache");
  for (const std::string &known : {tag, tag.substr(2), "\"x\", " + tag, std::string("*")}) {
    const Reply same = get(server.port(), target(after), {{"If-None-Match", known}});
    CHECK(same.status == 304);
    CHECK(same.body.empty());
    CHECK(same.header("etag") == tag);
  }
  for (const std::string known : {"", "\"x\"", "W/\"", ","})
    CHECK(get(server.port(), target(after), {{"If-None-Match", known}}).status == 200);
  const Reply compressed = get(server.port(), target("0"), {{"Accept-Encoding", "gzip"}});
  CHECK(get(server.port(), target("0"), {{"If-None-Match", compressed.header("etag")}}).status == 304);
  post_comment(server, "two");
  CHECK(get(server.port(), target(after), {{"If-None-Match", tag}}).status == 200);
  const Reply second = get(server.port(), target(latest(server)));
  CHECK(server.command({"delete", id}).status == 0); // the total is another
  CHECK(get(server.port(), target(latest(server)), {{"If-None-Match", second.header("etag")}}).status == 200);
}

TEST_CASE("A cursor that was never given is refused; one from a database that is gone begins anew",
          "[updates]") {
  const DemoServer server;
  post_comment(server, "one");
  for (const std::string after :
       {"x", "-1", "1.5", "1x", "99999999999999999999", "1%20OR%201", "%00", "%2B1"}) {
    const Reply reply = get(server.port(), target(after));
    CHECK(reply.status == 422);
    CHECK(reply.code() == "invalid");
  }
  CHECK(get(server.port(), "/api/updates").code() == "unknown_page");
  const Json told = updates(server, "9000");
  CHECK(told["comments"].empty());
  CHECK(told["latest"] == latest(server));
}

TEST_CASE("What is published is known by its number across kill -9", "[updates]") {
  DemoServer server;
  post_comment(server, "one");
  const std::string after = latest(server);
  const std::string two = post_comment(server, "two");
  server.kill();
  server.start();
  CHECK(ids(updates(server, after)) == Ids{two});
}
