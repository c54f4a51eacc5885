#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <atomic>
#include <chrono>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

using namespace afterword::test;

namespace {

Reply send(const DemoServer &server, const Json &comment, const std::string &from = "127.0.0.1") {
  return request(server.port(), "POST", "/api/comments", {{"Content-Type", "application/json"}},
                 comment.dump(), from);
}

Json by(const std::string &email, const std::string &key) {
  Json comment = new_comment(empty_page, key);
  comment["email"] = email;
  return comment;
}

/// Makes everything that was posted `seconds` older.
void age(const DemoServer &server, int seconds) {
  soci::session other(soci::sqlite3, "dbname=" + server.database());
  other << "UPDATE comments SET created = created - :seconds", soci::use(seconds);
}

/// The seconds that a refusal asks for; the test fails if it is none, or does not say so in both places.
int seconds_left(const Reply &reply) {
  REQUIRE(reply.status == 429);
  CHECK(reply.code() == "slow_down");
  const int seconds = reply.json()["error"]["seconds"];
  CHECK(reply.header("retry-after") == std::to_string(seconds));
  CHECK(seconds >= 1);
  return seconds;
}

} // namespace

TEST_CASE("A sender must pause, and is told for how long", "[haste]") {
  const DemoServer server({"--interval", "100"});
  REQUIRE(send(server, by("ada@host.example", "first")).status == 201);
  const int at_once = seconds_left(send(server, by("ada@host.example", "second")));
  CHECK(at_once <= 100);
  CHECK(at_once >= 90);
  age(server, 60);
  const int later = seconds_left(send(server, by("ada@host.example", "third")));
  CHECK(later <= 40);
  CHECK(later >= 30);
  // What was refused is not kept, and so does not make anybody wait.
  CHECK(list_all(server.port(), empty_page).size() == 1);
  age(server, 40);
  CHECK(send(server, by("ada@host.example", "second")).status == 201);
  CHECK(seconds_left(send(server, by("ada@host.example", "third"))) >= 90);
}

TEST_CASE("Whoever waits for as long as was said is let in", "[haste]") {
  const DemoServer server({"--interval", "2"});
  REQUIRE(send(server, by("ada@host.example", "first")).status == 201);
  const int seconds = seconds_left(send(server, by("ada@host.example", "second")));
  CHECK(seconds <= 2);
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  CHECK(send(server, by("ada@host.example", "second")).status == 201);
}

TEST_CASE("As shipped the pause is fifteen seconds", "[haste]") {
  const DemoServer server({}, {});
  REQUIRE(send(server, by("ada@host.example", "first")).status == 201);
  CHECK(seconds_left(send(server, by("ada@host.example", "second"))) <= 15);
  age(server, 15);
  CHECK(send(server, by("ada@host.example", "second")).status == 201);
}

TEST_CASE("A sender is an e-mail address or an IP address, and no header that says so", "[haste]") {
  const DemoServer server({"--interval", "100"});
  REQUIRE(send(server, by("ada@host.example", "first"), "127.0.0.2").status == 201);
  CHECK(send(server, by("ADA@Host.Example", "elsewhere"), "127.0.0.3").code() == "slow_down");
  CHECK(send(server, by("bea@host.example", "here"), "127.0.0.2").code() == "slow_down");
  Json on_another_page = by("ada@host.example", "another page");
  on_another_page["page"] = article;
  CHECK(send(server, on_another_page, "127.0.0.4").code() == "slow_down");
  const Headers dressed = {{"Content-Type", "application/json"},
                           {"X-Forwarded-For", "192.0.2.1"},
                           {"Forwarded", "for=192.0.2.1"},
                           {"X-Real-IP", "192.0.2.1"},
                           {"REMOTE_ADDR", "192.0.2.1"}};
  CHECK(request(server.port(), "POST", "/api/comments", dressed, by("cy@host.example", "dressed").dump(),
                "127.0.0.2")
            .code() == "slow_down");
  CHECK(send(server, by("bea@host.example", "another"), "127.0.0.3").status == 201);
}

TEST_CASE("The pause outlasts kill -9", "[haste]") {
  DemoServer server({"--interval", "100"});
  REQUIRE(send(server, by("ada@host.example", "first"), "127.0.0.2").status == 201);
  server.kill();
  server.start();
  CHECK(seconds_left(send(server, by("ada@host.example", "second"), "127.0.0.3")) >= 90);
  CHECK(seconds_left(send(server, by("bea@host.example", "third"), "127.0.0.2")) >= 90);
  CHECK(send(server, by("ada@host.example", "first"), "127.0.0.2").status == 200); // the same key
}

TEST_CASE("Refusals come in order, and none of them begins a pause", "[haste]") {
  const DemoServer server({"--interval", "100"});
  Json broken = by("ada@host.example", "broken");
  broken["name"] = "";
  CHECK(send(server, broken).code() == "invalid");
  Json orphan = by("ada@host.example", "orphan");
  orphan["parent"] = "999999";
  CHECK(send(server, orphan).code() == "unknown_parent");
  const Json good = by("ada@host.example", "good");
  CHECK(send(server, good).status == 201);
  CHECK(send(server, orphan).code() == "unknown_parent");
  CHECK(send(server, broken).code() == "invalid");
  Json again = good;
  again["key"] = "again";
  CHECK(send(server, again).code() == "duplicate");
  CHECK(send(server, by("ada@host.example", "more")).code() == "slow_down");
  age(server, 100);
  CHECK(send(server, again).code() == "duplicate");
  CHECK(send(server, by("ada@host.example", "more")).status == 201);
}

TEST_CASE("A held comment begins a pause; one of the future does not", "[haste]") {
  const DemoServer server({"--interval", "100", "--moderate"});
  REQUIRE(send(server, by("ada@host.example", "held")).json()["status"] == "held");
  CHECK(send(server, by("ada@host.example", "second")).code() == "slow_down");
  age(server, -3600); // as when the clock was set back
  CHECK(send(server, by("ada@host.example", "second")).status == 201);
}

TEST_CASE("Of many at once one is let in", "[haste]") {
  const DemoServer server({"--interval", "100"});
  std::atomic<int> created{0};
  std::atomic<int> refused{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i)
    clients.emplace_back([&, i] {
      const int status = send(server, by("ada@host.example", std::to_string(i))).status;
      created += status == 201 ? 1 : 0;
      refused += status == 429 ? 1 : 0;
    });
  for (std::thread &client : clients)
    client.join();
  CHECK(created == 1);
  CHECK(refused == 15);
}
