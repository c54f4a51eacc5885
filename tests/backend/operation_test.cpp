#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

using namespace afterword::test;

namespace {

/// One line, and it is about what it should be about.
bool is_one_line(const std::string &text, const std::string &about) {
  return std::count(text.begin(), text.end(), '\n') == 1 && text.ends_with('\n') &&
         text.find(about) != std::string::npos;
}

} // namespace

TEST_CASE("A port in use is one clear line", "[operation]") {
  const DemoServer server;
  const std::string port = std::to_string(server.port());
  const Finished second = run_demo(
      {"serve", "--port", port, "--database", server.folder().path("other.db"), "--pages", AFTERWORD_SITE});
  CHECK(second.status == 1);
  CHECK(is_one_line(second.err, "port " + port + " is in use"));
  CHECK(second.out.empty());
}

TEST_CASE("A database that cannot be written is one clear line", "[operation]") {
  const Folder folder;
  folder.write("file", "not a folder");
  folder.write("garbage.db", std::string(5000, 'x'));
  for (const std::string name : {"file/comments.db", "nowhere/comments.db", "garbage.db"}) {
    const Finished failed = run_demo({"serve", "--port", "0", "--database", folder.path(name)});
    CHECK(failed.status == 1);
    CHECK(is_one_line(failed.err, "--database FILE"));
    CHECK(failed.err.find(name) != std::string::npos);
  }
}

TEST_CASE("A command line that makes no sense is one clear line", "[operation]") {
  const std::vector<std::vector<std::string>> lines = {
      {},
      {"dance"},
      {"serve", "now"},
      {"approve"},
      {"approve", "1", "2"},
      {"serve", "--port", "http"},
      {"serve", "--port", "70000"},
      {"serve", "--port"},
      {"serve", "--links", "some"},
      {"serve", "--links", "-1"},
      {"serve", "--interval", "soon"},
      {"serve", "--interval", "86401"},
      {"serve", "--edit-window", "long"},
      {"serve", "--edit-window", "604801"},
      {"serve", "--most-streams", "all"},
      {"serve", "--most-streams", "193"},
      {"pin"},
      {"badge", "1"},
      {"badge", "1", "king"},
      {"serve", "--colour", "red"},
      {"serve", "--origin", "example.org"},
      {"serve", "--origin", "https://example.org/path"},
      {"serve", "--smtp", "localhost"},
      {"serve", "--smtp", "localhost:0"},
      {"serve", "--smtp", "localhost:smtp"},
      {"serve", "--smtp", ":25"},
      {"serve", "--smtp", "user@localhost:25"},
      {"serve", "--smtp", "::1:25"},
      {"serve", "--from", "blog"},
      {"serve", "--from", "blog@host.example> Bcc: x@y.example"},
      {"serve", "--public-url", "javascript:1"}};
  for (const auto &line : lines) {
    CAPTURE(line);
    const Finished failed = run_demo(line);
    CHECK(failed.status == 2);
    CHECK(is_one_line(failed.err, "afterword-demo: "));
  }
  CHECK(run_demo({"list", "--database", "/nowhere/at/all.db"}).status == 1);
  const Finished helped = run_demo({"--help"});
  CHECK(helped.status == 0);
  for (const std::string option : {"--moderate", "--links", "--interval", "--edit-window", "--most-streams"})
    CHECK(helped.out.find(option) != std::string::npos);
  CHECK(helped.err.empty());
}

TEST_CASE("Forty idle connections do not make the next reader wait", "[operation]") {
  const DemoServer server;
  std::vector<std::unique_ptr<Connection>> idle;
  for (int i = 0; i < 40; ++i) {
    idle.push_back(std::make_unique<Connection>(server.port()));
    idle.back()->send("GET /api/subscriptions HTTP/1.1\r\nHost: x\r\n\r\n");
    REQUIRE(idle.back()->receive_until("followers").find("HTTP/1.1 200") == 0);
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(get(server.port(), "/api/subscriptions").status == 200);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

TEST_CASE("SIGTERM ends the server even if it comes as soon as the address is known", "[operation]") {
  DemoServer server;
  CHECK(server.stop() == 0);
  for (int i = 0; i < 40; ++i) {
    server.start();
    CHECK(server.stop() == 0);
  }
}

TEST_CASE("SIGTERM ends the server at once and cleanly, idle connections or not", "[operation]") {
  DemoServer server;
  const Connection idle(server.port());
  idle.send("GET /api/subscriptions HTTP/1.1\r\nHost: x\r\n\r\n");
  REQUIRE(idle.receive_until("followers").find("HTTP/1.1 200") == 0);
  const auto start = std::chrono::steady_clock::now();
  CHECK(server.stop() == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  server.start(); // the port is free again
  CHECK(get(server.port(), "/api/subscriptions").status == 200);
}

TEST_CASE("A database's name may hold spaces, and what is served says where", "[operation]") {
  const Folder folder;
  const std::string database = folder.path("my own = comments.db");
  DemoServer server({"--database", database});
  CHECK(std::filesystem::exists(database));
  CHECK(get(server.port(), "/api/subscriptions").json()["followers"] == 212);
}
