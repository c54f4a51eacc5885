/// @file openapi.json against the server: every answer it names is really given, obeys its schema, and no
/// other answer is given.

#include "afterword/text/ascii.hpp"
#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"
#include "schema.hpp"

#include <fstream>
#include <set>

using namespace afterword::test;

namespace {

/// A request that shall be answered with `status`.
struct Example {
  std::string method;
  std::string path;
  std::string query;
  std::string body;
  int status;
  Headers headers;
  std::string id = {}; ///< what stands for {id} in the path
  bool late = false;   ///< asked where comments cannot be changed any more, and nobody is told of new ones
  std::string from = "127.0.0.1";
};

/// A new comment from the address `from`, as its author gets it.
Json post_own(const DemoServer &server, const std::string &from) {
  Json comment = new_comment(empty_page, "own " + from);
  comment["email"] = "at-" + from + "@host.example";
  return request(server.port(), "POST", "/api/comments", {{"Content-Type", "application/json"}},
                 comment.dump(), from)
      .json();
}

void add_changes(std::vector<Example> &all, const DemoServer &server) {
  const std::string path = "/comments/{id}";
  const std::string text = R"({"comment":"*Better*"})";
  const Json own = post_own(server, "127.0.0.2");
  const std::string id = own["id"];
  const Headers right = {{"Content-Type", "application/json"},
                         {"Authorization", "Bearer " + own["edit"]["token"].get<std::string>()}};
  const Headers wrong = {{"Content-Type", "application/json"}, {"Authorization", "Bearer x"}};
  Headers evil = right;
  evil.emplace_back("Origin", "https://evil.example");
  Headers plain = right;
  plain[0].second = "text/plain";
  all.insert(all.end(), {
                            {"put", path, "", text, 200, right, id},
                            {"put", path, "", "{", 400, right, id},
                            {"put", path, "", text, 403, wrong, id},
                            {"put", path, "", text, 403, evil, id},
                            {"put", path, "", text, 404, right, "999999"},
                            {"put", path, "", text, 409, right, id, true},
                            {"put", path, "", std::string(70000, 'x'), 413, right, id},
                            {"put", path, "", text, 415, plain, id},
                            {"put", path, "", "{}", 422, right, id},
                            {"delete", path, "", "", 403, {wrong[1]}, id},
                            {"delete", path, "", "", 403, {evil[1], evil[2]}, id},
                            {"delete", path, "", "", 409, {right[1]}, id, true},
                            {"delete", path, "", "", 204, {right[1]}, id},
                            {"delete", path, "", "", 404, {right[1]}, id},
                        });
}

const std::string voter = "7F3C1C6E-5D0E-4D7C-9A55-0C9B0D6A1F11";

/// Votes as fast as 60 times a minute, from the IP address `from`.
void vote_fast(const DemoServer &server, const std::string &from) {
  for (int i = 0; i < 60; ++i)
    REQUIRE(request(server.port(), "PUT", "/api/comments/2/vote", {{"Content-Type", "application/json"}},
                    Json{{"value", i % 2 == 0 ? 1 : -1}, {"voter", voter}}.dump(), from)
                .status == 200);
}

void add_opinions(std::vector<Example> &all, const DemoServer &server) {
  const Headers json = {{"Content-Type", "application/json"}};
  const Headers evil = {{"Content-Type", "application/json"}, {"Origin", "https://evil.example"}};
  const Headers plain = {{"Content-Type", "text/plain"}};
  const std::string hasty = "127.0.0.9";
  vote_fast(server, hasty);
  for (const std::string path : {"/comments/{id}/vote", "/comments/{id}/reports"}) {
    const bool votes = path.ends_with("vote");
    const std::string method = votes ? "put" : "post";
    const std::string good = Json{{"value", 1}, {"voter", voter}}.dump();
    const int status = votes ? 200 : 201;
    all.insert(all.end(), {
                              {method, path, "", good, status, json, "1"},
                              {method, path, "", good, 200, json, "1"},
                              {method, path, "", "{", 400, json, "1"},
                              {method, path, "", good, 403, evil, "1"},
                              {method, path, "", good, 404, json, "999999"},
                              {method, path, "", std::string(70000, 'x'), 413, json, "1"},
                              {method, path, "", good, 415, plain, "1"},
                              {method, path, "", "{}", 422, json, "1"},
                              {method, path, "", good, 429, json, "3", false, hasty},
                          });
  }
}

void add_news(std::vector<Example> &all) {
  const std::string page = "?page=" + encoded(article);
  for (const std::string path : {"/updates", "/events"}) {
    all.insert(all.end(), {
                              {"get", path, page + "&after=3", "", 200, {}},
                              {"get", path, page + "&after=%FF", "", 400, {}},
                              {"get", path, "?page=x", "", 404, {}},
                              {"get", path, page + "&after=x", "", 422, {}},
                          });
  }
  all.push_back({"get", "/updates", page, "", 304, {{"If-None-Match", "*"}}});
  all.push_back({"get", "/events", page, "", 503, {}, "", true});
  all.push_back({"get", "/recent", "", "", 200, {}});
  all.push_back({"get", "/recent", "?limit=%FF", "", 400, {}});
  all.push_back({"get", "/recent", "?limit=none", "", 422, {}});
}

std::vector<Example> examples(const DemoServer &server) {
  const Headers json = {{"Content-Type", "application/json"}};
  const Headers evil = {{"Content-Type", "application/json"}, {"Origin", "https://evil.example"}};
  const std::string page = "?page=" + encoded(article);
  const std::string good = new_comment(empty_page, "contract").dump();
  Json again = new_comment(empty_page, "contract");
  again["key"] = "contract again";
  const std::string large(70000, 'x');
  std::string many = "?";
  for (int i = 0; i < 101; ++i)
    many += "page=" + std::to_string(i) + "&";
  std::vector<Example> all = {
      {"get", "/comments", page, "", 200, {}},
      {"get", "/comments", "?page=%FF", "", 400, {}},
      {"get", "/comments", "?page=x", "", 404, {}},
      {"get", "/comments", page + "&cursor=x", "", 422, {}},
      {"post", "/comments", "", good, 201, json},
      {"post", "/comments", "", good, 200, json},
      {"post", "/comments", "", "{", 400, json},
      {"post", "/comments", "", new_comment(closed_article, "closed").dump(), 403, json},
      {"post", "/comments", "", good, 403, evil},
      {"post", "/comments", "", new_comment("x", "x").dump(), 404, json},
      {"post", "/comments", "", again.dump(), 409, json},
      {"post", "/comments", "", new_comment(empty_page, "too soon").dump(), 429, json},
      {"post", "/comments", "", large, 413, json},
      {"post", "/comments", "", "a=b", 415, {{"Content-Type", "text/plain"}}},
      {"post", "/comments", "", Json{{"page", empty_page}}.dump(), 422, json},
      {"post", "/preview", "", R"({"comment":"*a*"})", 200, json},
      {"post", "/preview", "", "{", 400, json},
      {"post", "/preview", "", R"({"comment":"*a*"})", 403, evil},
      {"post", "/preview", "", large, 413, json},
      {"post", "/preview", "", "a=b", 415, {{"Content-Type", "text/plain"}}},
      {"post", "/preview", "", "{}", 422, json},
      {"get", "/counts", page, "", 200, {}},
      {"get", "/counts", "?page=%FF", "", 400, {}},
      {"get", "/counts", many, "", 422, {}},
      {"get", "/subscriptions", "", "", 200, {}},
      {"get", "/subscriptions", "?x=%FF", "", 400, {}},
      {"post", "/subscriptions", "", R"({"email":"follower-1@example.com"})", 200, json},
      {"post", "/subscriptions", "", R"({"email":"ada@host.example"})", 202, json},
      {"post", "/subscriptions", "", "{", 400, json},
      {"post", "/subscriptions", "", "{}", 403, evil},
      {"post", "/subscriptions", "", large, 413, json},
      {"post", "/subscriptions", "", "a=b", 415, {{"Content-Type", "text/plain"}}},
      {"post", "/subscriptions", "", "{}", 422, json},
  };
  add_changes(all, server);
  add_opinions(all, server);
  add_news(all);
  post(server.port(), "/api/subscriptions", Json{{"email", "bea@host.example"}});
  const std::string mail = mails(server.port()).at(0);
  const std::string confirm = link(mail, "confirm?");
  const std::size_t way_out = mail.find("unsubscribe?");
  const std::string leave = mail.substr(way_out, mail.find('>', way_out) - way_out);
  for (const auto &[path, target] : {std::pair<std::string, std::string>("/subscriptions/confirm", confirm),
                                     {"/subscriptions/unsubscribe", leave}}) {
    const std::string token = target.substr(target.find('?'));
    all.push_back({"get", path, token, "", 200, {}});
    all.push_back({"get", path, "?token=%FF", "", 400, {}});
    all.push_back({"get", path, "?token=x", "", 404, {}});
    all.push_back({"get", path, "?token=x", "", 404, {{"Accept", "text/html"}}});
    all.push_back({"post", path, "?token=%FF", "", 400, {}});
    all.push_back({"post", path, token, "", 403, evil});
    all.push_back({"post", path, "?token=x", "", 404, {}});
    all.push_back({"post", path, "?token=x", "", 404, {{"Accept", "text/html"}}});
    all.push_back({"post", path, token, large, 413, json});
    all.push_back({"post", path, token, "", 200, {}});
  }
  return all;
}

/// What `response` may hold, by type; nothing at all has none.
Json content_of(const Json &response) {
  return response.value("content", Json{{"", Json::object()}});
}

/// The first message of a stream, which has no end, as if it were all of it.
Reply first_message(int port, const std::string &target) {
  const Connection connection(port);
  connection.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string received = connection.receive_until("data: ");
  Reply reply;
  reply.status = std::stoi(received.substr(9, 3));
  const std::string type = "Content-Type: ";
  const std::size_t at = received.find(type) + type.size();
  reply.headers["content-type"] = received.substr(at, received.find('\r', at) - at);
  reply.body = received.substr(received.find("\r\n\r\n") + 4);
  return reply;
}

Json read_contract() {
  std::ifstream stream(AFTERWORD_OPENAPI);
  return Json::parse(stream);
}

} // namespace

TEST_CASE("Every answer of the contract is given, and obeys its schema", "[contract]") {
  const DemoServer server({}, {"--interval", "600"});
  const DemoServer late({"--database", server.database(), "--edit-window", "0", "--most-streams", "0"});
  const Json contract = read_contract();
  std::set<std::string> answered;
  for (const Example &example : examples(server)) {
    CAPTURE(example.method, example.path, example.query, example.body.substr(0, 80), example.status);
    std::string method = example.method;
    for (char &c : method)
      c = static_cast<char>(c - 'a' + 'A');
    std::string target = "/api" + example.path + example.query;
    if (const std::size_t id = target.find("{id}"); id != std::string::npos)
      target.replace(id, 4, example.id);
    const Reply reply = example.path == "/events" && example.status == 200
                            ? first_message(server.port(), target)
                            : request(example.late ? late.port() : server.port(), method, target,
                                      example.headers, example.body, example.from);
    REQUIRE(reply.status == example.status);
    const std::string status = std::to_string(reply.status);
    const Json &responses = contract["paths"][example.path][example.method]["responses"];
    REQUIRE(responses.contains(status));
    const Json content = content_of(responses[status]);
    const std::string type = reply.header("content-type");
    const std::string essence = type.substr(0, type.find(';'));
    REQUIRE(content.contains(essence));
    CHECK(reply.body.empty() == essence.empty());
    answered.insert(example.method + example.path + status + essence);
    if (essence == "application/json")
      CHECK(complaint(contract, content[essence]["schema"], reply.json()) == "");
    // What a code means stands beside its status: `code`.
    if (!reply.code().empty())
      CHECK(responses[status]["description"].get<std::string>().find("`" + reply.code() + "`") !=
            std::string::npos);
    if (!reply.code().empty()) {
      CHECK(reply.json()["error"].contains("problems") == (reply.code() == "invalid"));
      CHECK(reply.json()["error"].contains("seconds") == (reply.code() == "slow_down"));
    }
    const Json described = responses[status].value("headers", Json::object());
    for (const auto &[name, header] : described.items()) {
      CAPTURE(name);
      CHECK_FALSE(reply.header(afterword::text::to_ascii_lower(name)).empty());
    }
    if (status == "429")
      CHECK(reply.header("retry-after") == reply.json()["error"]["seconds"].dump());
  }
  for (const auto &[path, operations] : contract["paths"].items())
    for (const auto &[method, operation] : operations.items()) {
      if (method == "parameters")
        continue;
      for (const auto &[status, response] : operation["responses"].items()) {
        const Json content = content_of(response);
        for (const auto &[type, media] : content.items()) {
          CAPTURE(path, method, status, type);
          CHECK(answered.count(method + path + status + type) == 1);
        }
      }
    }
}

TEST_CASE("The examples in the contract obey it too", "[contract]") {
  const Json contract = read_contract();
  for (const auto &[name, schema] : contract["components"]["schemas"].items())
    for (const Json &example : schema.value("examples", Json::array())) {
      CAPTURE(name);
      CHECK(complaint(contract, schema, example) == "");
    }
}

TEST_CASE("What is nowhere, and methods that are not taken, are told so", "[contract]") {
  const DemoServer server;
  CHECK(get(server.port(), "/api").code() == "not_found");
  CHECK(get(server.port(), "/api/comments/").code() == "not_found");
  CHECK(get(server.port(), "/api/comments/1/2").code() == "not_found");
  CHECK(get(server.port(), "/api/comments/1").header("allow") == "PUT, DELETE, OPTIONS");
  for (const std::string method : {"PUT", "PATCH", "DELETE"}) {
    const Reply reply = request(server.port(), method, "/api/comments");
    CHECK(reply.status == 405);
    CHECK(reply.code() == "method_not_allowed");
    CHECK(reply.header("allow") == "GET, HEAD, POST, OPTIONS");
  }
  CHECK(request(server.port(), "POST", "/api/counts").code() == "method_not_allowed");
  const Reply head = request(server.port(), "HEAD", "/api/comments?page=" + encoded(article));
  CHECK(head.status == 200);
  CHECK(head.body.empty());
}
