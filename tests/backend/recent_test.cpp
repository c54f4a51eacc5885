#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

using namespace afterword::test;

namespace {

std::string post_comment(const DemoServer &server, const std::string &key, const std::string &page) {
  return post(server.port(), "/api/comments", new_comment(page, key)).json()["id"];
}

Json recent(const DemoServer &server, const std::string &query = "") {
  return get(server.port(), "/api/recent" + query).json()["comments"];
}

} // namespace

TEST_CASE("The newest comments of all pages come with the page they are on", "[recent]") {
  const DemoServer server;
  const std::string here = post_comment(server, "here", empty_page);
  const std::string there = post_comment(server, "there", article);
  const Json two = recent(server, "?limit=2");
  REQUIRE(two.size() == 2);
  CHECK(two[0]["id"] == there);
  CHECK(two[0]["page"] == Json{{"path", article}, {"title", "A comment section is a promise"}});
  CHECK(two[1]["id"] == here);
  CHECK(two[1]["page"]["path"] == empty_page);
  CHECK_FALSE(two[1].contains("email"));
  const Json five = recent(server);
  CHECK(five.size() == 5);
  CHECK(five[2]["name"] == "Agnes Marlow");
  CHECK(five[3]["name"] == "Ruth");
}

TEST_CASE("What is not published is not among the newest", "[recent]") {
  const DemoServer server;
  Json links = new_comment(empty_page, "links");
  links["comment"] = "http://a.example http://b.example http://c.example";
  const std::string held = post(server.port(), "/api/comments", links).json()["id"];
  const Json own = post(server.port(), "/api/comments", new_comment(empty_page, "own")).json();
  CHECK(recent(server)[0]["id"] == own["id"]);
  CHECK(request(server.port(), "DELETE", "/api/comments/" + own["id"].get<std::string>(),
                {{"Authorization", "Bearer " + own["edit"]["token"].get<std::string>()}})
            .status == 204);
  CHECK(recent(server)[0]["name"] == "Agnes Marlow");
  CHECK(server.command({"approve", held}).status == 0);
  CHECK(recent(server)[0]["id"] == held);
}

TEST_CASE("More than twenty are not given, and what is no number is refused", "[recent]") {
  const DemoServer server;
  for (int i = 0; i < 25; ++i)
    post_comment(server, std::to_string(i), empty_page);
  CHECK(recent(server, "?limit=1").size() == 1);
  CHECK(recent(server, "?limit=20").size() == 20);
  CHECK(recent(server, "?limit=100").size() == 20);
  for (const std::string limit : {"0", "-1", "x", "1.5", "5x", "99999999999999999999", "%00"})
    CHECK(get(server.port(), "/api/recent?limit=" + limit).code() == "invalid");
}
