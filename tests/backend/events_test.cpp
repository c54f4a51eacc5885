/// @file Server-Sent Events, as a browser reads them.

#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <chrono>
#include <memory>
#include <thread>

using namespace afterword::test;

namespace {

std::string post_comment(const DemoServer &server, const std::string &key,
                         const std::string &page = empty_page) {
  return post(server.port(), "/api/comments", new_comment(page, key)).json()["id"];
}

/// A stream of a page's events.
class Stream {
public:
  explicit Stream(const DemoServer &server, const std::string &after = "", const std::string &heard = "")
      : connection_(server.port()) {
    connection_.send("GET /api/events?page=" + encoded(empty_page) + "&after=" + after +
                     " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAccept-Encoding: gzip, br\r\n" +
                     (heard.empty() ? "" : "Last-Event-ID: " + heard + "\r\n") + "\r\n");
    head = connection_.receive_until("\n\n");
    const std::size_t body = head.find("\r\n\r\n");
    rest_ = body == std::string::npos ? "" : head.substr(body + 4);
    head.erase(std::min(body, head.size()));
  }

  /// What stands before the next empty line; empty if nothing comes.
  std::string next() {
    if (rest_.find("\n\n") == std::string::npos)
      rest_ += connection_.receive_until("\n\n");
    const std::size_t end = rest_.find("\n\n");
    if (end == std::string::npos)
      return "";
    std::string block = rest_.substr(0, end);
    rest_.erase(0, end + 2);
    return block;
  }

  /// The data of the next message, with its id as `id`.
  Json message() {
    const std::string block = next();
    CAPTURE(block);
    const std::size_t data = block.find("\ndata: ");
    REQUIRE(block.starts_with("id: "));
    REQUIRE(data != std::string::npos);
    Json json = Json::parse(block.substr(data + 7));
    CHECK(json["latest"] == block.substr(4, data - 4));
    return json;
  }

  [[nodiscard]] int status() const { return std::stoi(head.substr(9, 3)); }
  std::string head;

private:
  Connection connection_;
  std::string rest_;
};

} // namespace

TEST_CASE("A comment is told at the moment it is posted, and as the updates tell it", "[events]") {
  const DemoServer server;
  Stream stream(server, "0");
  CHECK(stream.status() == 200);
  CHECK(stream.head.find("Content-Type: text/event-stream\r\n") != std::string::npos);
  CHECK(stream.head.find("Content-Encoding") == std::string::npos);
  CHECK(stream.head.find("Cache-Control: no-store") != std::string::npos);
  CHECK(stream.next().starts_with("retry: "));
  std::string after = "0";
  for (const std::string key : {"one", "two", "three"}) {
    post_comment(server, "not " + key, article);
    const std::string id = post_comment(server, key);
    const Json told = stream.message();
    REQUIRE(told["comments"].size() == 1);
    CHECK(told["comments"][0]["id"] == id);
    CHECK(told == get(server.port(), "/api/updates?page=" + encoded(empty_page) + "&after=" + after).json());
    after = told["latest"];
  }
}

TEST_CASE("What another process publishes is told too", "[events]") {
  const DemoServer server({"--moderate"});
  const std::string id = post_comment(server, "held");
  Stream stream(server);
  CHECK(stream.next().starts_with("retry: "));
  CHECK(server.command({"approve", id}).status == 0);
  CHECK(stream.message()["comments"][0]["id"] == id);
}

TEST_CASE("Who comes again is told what was missed: the last id counts more than the address", "[events]") {
  DemoServer server;
  post_comment(server, "one");
  Stream first(server, "0");
  first.next();
  const std::string heard = first.message()["latest"];
  const std::string two = post_comment(server, "two");
  CHECK(first.message()["comments"][0]["id"] == two);
  server.kill();
  server.start();
  Stream again(server, "0", heard);
  CHECK(again.next().starts_with("retry: "));
  const Json missed = again.message();
  REQUIRE(missed["comments"].size() == 1);
  CHECK(missed["comments"][0]["id"] == two);
  const std::string three = post_comment(server, "three");
  CHECK(again.message()["comments"][0]["id"] == three);
  Stream fresh(server); // from now on
  fresh.next();
  const std::string four = post_comment(server, "four");
  CHECK(fresh.message()["comments"][0]["id"] == four);
}

TEST_CASE("More than a hundred come in several messages", "[events]") {
  const DemoServer server;
  for (int i = 0; i < 130; ++i)
    post_comment(server, std::to_string(i));
  Stream stream(server, "0");
  stream.next();
  CHECK(stream.message()["comments"].size() == 100);
  CHECK(stream.message()["comments"].size() == 30);
}

TEST_CASE("What is no cursor opens no stream", "[events]") {
  const DemoServer server;
  const std::string target = "/api/events?page=" + encoded(empty_page);
  for (const std::string after : {"x", "-1", "1%0Adata:%20x", "99999999999999999999"})
    CHECK(get(server.port(), target + "&after=" + after).code() == "invalid");
  CHECK(get(server.port(), target, {{"Last-Event-ID", "x"}}).code() == "invalid");
  CHECK(get(server.port(), "/api/events").code() == "unknown_page");
  CHECK(post(server.port(), target, std::string("{}")).code() == "method_not_allowed");
  const Reply head = request(server.port(), "HEAD", target);
  CHECK(head.status == 200);
  CHECK(head.header("content-type") == "text/event-stream");
}

TEST_CASE("Past the cap a reader is sent away, others are answered, and a place that is left is taken",
          "[events]") {
  const DemoServer server({"--most-streams", "2"});
  Stream first(server);
  auto second = std::make_unique<Stream>(server);
  CHECK(second->status() == 200);
  const std::string target = "/api/events?page=" + encoded(empty_page);
  const Reply refused = get(server.port(), target);
  CHECK(refused.status == 503);
  CHECK(refused.code() == "unavailable");
  CHECK(refused.header("retry-after") == "5");
  CHECK(get(server.port(), "/api/updates?page=" + encoded(empty_page)).status == 200);
  second.reset(); // noticed within a second or so
  int status = 0;
  for (int i = 0; i < 100 && status != 200; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    status = Stream(server).status();
  }
  CHECK(status == 200);
  CHECK(first.next().starts_with("retry: "));
  const std::string id = post_comment(server, "one");
  CHECK(first.message()["comments"][0]["id"] == id);
}

TEST_CASE("As many streams as are allowed leave threads for all others", "[events]") {
  const DemoServer server({"--most-streams", "192"});
  std::vector<std::unique_ptr<Stream>> streams;
  for (int i = 0; i < 192; ++i)
    streams.push_back(std::make_unique<Stream>(server));
  CHECK(Stream(server).status() == 503);
  const std::string id = post_comment(server, "one");
  CHECK(get(server.port(), "/api/comments?page=" + encoded(empty_page)).json()["total"] == 1);
  for (const auto &stream : streams) {
    CHECK(stream->next().starts_with("retry: "));
    CHECK(stream->message()["comments"][0]["id"] == id);
  }
}

TEST_CASE("A stream that has nothing to tell says that it is there", "[events]") {
  const DemoServer server;
  Stream stream(server);
  stream.next();
  std::string block;
  for (int i = 0; i < 3 && block.empty(); ++i) // each waits five seconds
    block = stream.next();
  CHECK(block == ":");
}

TEST_CASE("SIGTERM ends open streams at once and cleanly", "[events]") {
  DemoServer server;
  std::vector<std::unique_ptr<Stream>> streams;
  for (int i = 0; i < 20; ++i)
    streams.push_back(std::make_unique<Stream>(server));
  for (const auto &stream : streams)
    CHECK(stream->next().starts_with("retry: "));
  const auto start = std::chrono::steady_clock::now();
  CHECK(server.stop() == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  for (const auto &stream : streams)
    CHECK(stream->next().empty());
  CHECK(server.told().find("failed") == std::string::npos);
}

TEST_CASE("A reader who takes nothing in does not keep the server from ending", "[events]") {
  DemoServer server;
  const Connection deaf(server.port());
  deaf.send("GET /api/events?page=" + encoded(empty_page) + "&after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
  Json comment = new_comment(empty_page, "long");
  for (int i = 0; i < 100; ++i) { // far more than the sockets hold
    comment["key"] = std::to_string(i);
    comment["comment"] = std::to_string(i) + std::string(7900, '*');
    REQUIRE(post(server.port(), "/api/comments", comment).status == 201);
  }
  Stream other(server);
  other.next();
  const std::string id = post_comment(server, "last");
  CHECK(other.message()["comments"][0]["id"] == id);
  const auto start = std::chrono::steady_clock::now();
  CHECK(server.stop() == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
}
