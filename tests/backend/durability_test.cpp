#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <atomic>
#include <set>
#include <thread>

using namespace afterword::test;

TEST_CASE("What was acknowledged survives kill -9 in the middle of many posts", "[durability]") {
  DemoServer server;
  std::atomic<int> sent{0};
  std::vector<std::set<std::string>> acknowledged(4);
  std::vector<std::thread> clients;
  for (std::size_t client = 0; client < acknowledged.size(); ++client)
    clients.emplace_back([&, client] {
      for (int i = 0; i < 1000; ++i, ++sent) {
        const std::string key = std::to_string(client) + "-" + std::to_string(i);
        Json comment = new_comment(empty_page, key);
        comment["notify_posts"] = true;
        comment["email"] = "c" + key + "@host.example";
        const Reply reply = post(server.port(), "/api/comments", comment);
        if (reply.status == 0)
          return; // the server is dead
        if (reply.status == 201)
          acknowledged[client].insert(reply.json()["id"].get<std::string>());
      }
    });
  while (sent < 60)
    std::this_thread::yield();
  server.kill();
  for (std::thread &client : clients)
    client.join();
  server.start();

  std::set<std::string> kept;
  for (const Json &comment : list_all(server.port(), empty_page))
    kept.insert(comment["id"].get<std::string>());
  std::size_t count = 0;
  for (const auto &ids : acknowledged)
    for (const std::string &id : ids) {
      ++count;
      CHECK(kept.count(id) == 1);
    }
  CHECK(count >= 50);
  // The mail is written in the transaction of the comment that causes it: neither without the other.
  CHECK(mails(server.port()).size() == kept.size());
}

TEST_CASE("A key is remembered across kill -9", "[durability]") {
  DemoServer server;
  const Json first = post(server.port(), "/api/comments", new_comment(empty_page, "again")).json();
  server.kill();
  server.start();
  const Reply second = post(server.port(), "/api/comments", new_comment(empty_page, "again"));
  CHECK(second.status == 200);
  CHECK(second.json() == first);
  CHECK(list_all(server.port(), empty_page).size() == 1);
}

TEST_CASE("Samples are added once: what was deleted stays away after a restart", "[durability]") {
  DemoServer server;
  for (const Json &comment : list_all(server.port(), article))
    CHECK(server.command({"delete", comment["id"].get<std::string>()}).status == 0);
  CHECK(server.stop() == 0);
  server.start();
  const Json list = get(server.port(), "/api/comments?page=" + encoded(article)).json();
  CHECK(list["comments"].empty());
  CHECK(list["followers"] == 212);
}
