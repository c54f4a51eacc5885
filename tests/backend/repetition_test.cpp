#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <atomic>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

using namespace afterword::test;

namespace {

/// The same words each time, under a key of its own.
Json words(const std::string &key) {
  Json comment = new_comment(empty_page, key);
  comment["comment"] = "Well said, again.";
  return comment;
}

Reply send(const DemoServer &server, const Json &comment) {
  return post(server.port(), "/api/comments", comment);
}

} // namespace

TEST_CASE("The same words of the same sender at the same place are one comment", "[repetition]") {
  const DemoServer server;
  const Reply first = send(server, words("first"));
  REQUIRE(first.status == 201);
  const Reply repeated = send(server, words("second"));
  CHECK(repeated.status == 409);
  CHECK(repeated.code() == "duplicate");
  CHECK_FALSE(repeated.json()["error"]["message"].get<std::string>().empty());

  Json shouted = words("shouted");
  shouted["email"] = " ADA@Host.Example ";
  shouted["name"] = "Somebody Else";
  shouted["comment"] = " \n Well said,\u0007 again.\n";
  CHECK(send(server, shouted).code() == "duplicate");

  // The same key is asked about before all of that.
  const Reply asked = send(server, words("first"));
  CHECK(asked.status == 200);
  CHECK(asked.json() == first.json());
  CHECK(list_all(server.port(), empty_page).size() == 1);
}

TEST_CASE("Another sender, another place, other words are another comment", "[repetition]") {
  const DemoServer server;
  const std::string id = send(server, words("first")).json()["id"];
  Json other = words("sender");
  other["email"] = "bea@host.example";
  CHECK(send(server, other).status == 201);
  other = words("words");
  other["comment"] = "well said, again.";
  CHECK(send(server, other).status == 201);
  other = words("page");
  other["page"] = article;
  CHECK(send(server, other).status == 201);
  Json reply = words("reply");
  reply["parent"] = id;
  CHECK(send(server, reply).status == 201);
  reply["key"] = "reply again";
  CHECK(send(server, reply).code() == "duplicate");
  reply["parent"] = "0" + id; // the same place, written otherwise
  CHECK(send(server, reply).code() == "duplicate");
}

TEST_CASE("What was said is remembered for 24 hours, held or not, across kill -9", "[repetition]") {
  DemoServer server({"--moderate"});
  REQUIRE(send(server, words("first")).status == 201);
  server.kill();
  server.start();
  CHECK(send(server, words("second")).code() == "duplicate");
  soci::session other(soci::sqlite3, "dbname=" + server.database());
  other << "UPDATE comments SET created = created - 86400 + 60 WHERE key = 'first'";
  CHECK(send(server, words("third")).code() == "duplicate");
  other << "UPDATE comments SET created = created - 60 WHERE key = 'first'";
  CHECK(send(server, words("fourth")).status == 201);
  // Who gives an e-mail address is known by that; the IP address is kept no longer than it could matter.
  std::string first, fourth;
  other << "SELECT remote FROM comments WHERE key = 'first'", soci::into(first);
  other << "SELECT remote FROM comments WHERE key = 'fourth'", soci::into(fourth);
  CHECK(first.empty());
  CHECK(fourth == "127.0.0.1");
}

TEST_CASE("A comment that was deleted may be written again", "[repetition]") {
  const DemoServer server;
  const std::string id = send(server, words("first")).json()["id"];
  CHECK(server.command({"delete", id}).status == 0);
  CHECK(send(server, words("second")).status == 201);
}

TEST_CASE("What is wrong for good is said first", "[repetition]") {
  const DemoServer server;
  REQUIRE(send(server, words("first")).status == 201);
  Json orphan = words("orphan");
  orphan["parent"] = "999999";
  CHECK(send(server, orphan).code() == "unknown_parent");
  Json nameless = words("nameless");
  nameless["name"] = "";
  CHECK(send(server, nameless).code() == "invalid");
  CHECK(server.command({"close", empty_page}).status == 0);
  CHECK(send(server, words("late")).code() == "closed");
}

TEST_CASE("Many at once make one comment of the same words", "[repetition]") {
  const DemoServer server;
  std::atomic<int> created{0};
  std::atomic<int> refused{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i)
    clients.emplace_back([&, i] {
      const int status = send(server, words(std::to_string(i))).status;
      created += status == 201 ? 1 : 0;
      refused += status == 409 ? 1 : 0;
    });
  for (std::thread &client : clients)
    client.join();
  CHECK(created == 1);
  CHECK(refused == 15);
  CHECK(list_all(server.port(), empty_page).size() == 1);
}
