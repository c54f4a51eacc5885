#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

using namespace afterword::test;

namespace {

const std::string friendly = "https://blog.example";
const std::string hostile = "https://evil.example";

} // namespace

TEST_CASE("Origins that the operator named may read and write, and see errors", "[origin]") {
  const DemoServer server({"--origin", friendly, "--origin", "https://other.example"});
  const Headers from = {{"Origin", friendly}};
  const Reply list = get(server.port(), "/api/comments?page=" + encoded(article), from);
  CHECK(list.header("access-control-allow-origin") == friendly);
  CHECK(list.header("access-control-expose-headers") == "Retry-After, ETag");
  CHECK(list.header("vary").find("Origin") != std::string::npos);
  CHECK(get(server.port(), "/api/comments?page=nope", from).header("access-control-allow-origin") ==
        friendly);
  CHECK(get(server.port(), "/api/nope", from).header("access-control-allow-origin") == friendly);
  const Reply broken = post(server.port(), "/api/comments", std::string("{"), from);
  CHECK(broken.status == 400);
  CHECK(broken.header("access-control-allow-origin") == friendly);
  const Reply large = post(server.port(), "/api/comments", std::string(70000, 'x'), from);
  CHECK(large.status == 413);
  CHECK(large.header("access-control-allow-origin") == friendly);
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "friend"), from).status == 201);

  const Reply preflight = request(server.port(), "OPTIONS", "/api/comments",
                                  {{"Origin", friendly},
                                   {"Access-Control-Request-Method", "POST"},
                                   {"Access-Control-Request-Headers", "content-type"}});
  CHECK(preflight.status == 204);
  CHECK(preflight.body.empty());
  CHECK(preflight.header("access-control-allow-origin") == friendly);
  CHECK(preflight.header("access-control-allow-methods").find("POST") != std::string::npos);
  CHECK(preflight.header("access-control-allow-headers") == "Content-Type, Authorization, If-None-Match");
  CHECK(preflight.header("access-control-max-age") == "7200");
}

TEST_CASE("Other origins get no permission, and write nothing", "[origin]") {
  const DemoServer server({"--origin", friendly});
  for (const std::string &origin :
       {hostile, std::string("null"), std::string("https://blog.example.evil.example"),
        std::string("http://blog.example"), std::string("*")}) {
    CAPTURE(origin);
    const Headers from = {{"Origin", origin}};
    const Reply list = get(server.port(), "/api/comments?page=" + encoded(article), from);
    CHECK(list.status == 200);
    CHECK(list.header("access-control-allow-origin").empty());
    CHECK(list.header("vary").find("Origin") != std::string::npos);
    const Reply refused = post(server.port(), "/api/comments", new_comment(empty_page, "foe"), from);
    CHECK(refused.status == 403);
    CHECK(refused.code() == "origin_not_allowed");
    CHECK(refused.header("access-control-allow-origin").empty());
    CHECK(post(server.port(), "/api/subscriptions", Json{{"email", "a@b.example"}}, from).status == 403);
    CHECK(request(server.port(), "OPTIONS", "/api/comments", from).code() == "origin_not_allowed");
  }
  CHECK(list_all(server.port(), empty_page).empty());
  CHECK(mails(server.port()).empty());
}

TEST_CASE("The site's own pages may always write", "[origin]") {
  const DemoServer server({"--public-url", "https://margin.example/"});
  const std::string host = "127.0.0.1:" + std::to_string(server.port());
  for (const std::string &origin :
       {"http://" + host, "https://" + host, std::string("https://margin.example")})
    CHECK(
        post(server.port(), "/api/comments", new_comment(empty_page, origin), {{"Origin", origin}}).status ==
        201);
  CHECK(list_all(server.port(), empty_page).size() == 3);
}
