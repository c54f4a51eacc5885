/// @file What stays of a comment in the list when others have answered it.

#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace afterword::test;

namespace {

Json post_comment(const DemoServer &server, const std::string &key, const Json &parent = nullptr) {
  Json comment = new_comment(empty_page, key);
  comment["website"] = "https://ada.example";
  if (parent.is_object())
    comment["parent"] = parent["id"];
  return post(server.port(), "/api/comments", comment).json();
}

int change(const DemoServer &server, const Json &comment, const std::string &method,
           const std::string &body) {
  return request(server.port(), method, "/api/comments/" + comment["id"].get<std::string>(),
                 {{"Content-Type", "application/json"},
                  {"Authorization", "Bearer " + comment["edit"]["token"].get<std::string>()}},
                 body)
      .status;
}

void remove(const DemoServer &server, const Json &comment) {
  CHECK(request(server.port(), "DELETE", "/api/comments/" + comment["id"].get<std::string>(),
                {{"Authorization", "Bearer " + comment["edit"]["token"].get<std::string>()}})
            .status == 204);
}

Json list(const DemoServer &server) {
  return get(server.port(), "/api/comments?page=" + encoded(empty_page)).json();
}

/// The list as "id status", in its order.
std::vector<std::string> places(const DemoServer &server) {
  std::vector<std::string> all;
  for (const Json &comment : list_all(server.port(), empty_page))
    all.push_back(comment["id"].get<std::string>() + " " + comment["status"].get<std::string>());
  return all;
}

std::string place(const Json &comment, const std::string &status) {
  return comment["id"].get<std::string>() + " " + status;
}

using Places = std::vector<std::string>;

} // namespace

TEST_CASE("A deleted comment keeps its place for as long as it is answered", "[places]") {
  const DemoServer server;
  const Json top = post_comment(server, "top");
  const Json middle = post_comment(server, "middle", top);
  const Json leaf = post_comment(server, "leaf", middle);
  const Json beside = post_comment(server, "beside");
  remove(server, middle);
  CHECK(places(server) == Places{place(top, "published"), place(middle, "deleted"), place(leaf, "published"),
                                 place(beside, "published")});
  const Json kept = list(server)["comments"][1];
  CHECK(kept == Json{{"id", middle["id"]},
                     {"parent", top["id"]},
                     {"name", ""},
                     {"website", ""},
                     {"created", middle["created"]},
                     {"content", ""},
                     {"status", "deleted"},
                     {"likes", 0},
                     {"dislikes", 0},
                     {"pinned", false},
                     {"badge", nullptr}});
  CHECK(list(server)["total"] == 3);
  CHECK(get(server.port(), "/api/counts?page=" + encoded(empty_page)).json()["counts"][empty_page] == 3);
  remove(server, top);
  CHECK(places(server) == Places{place(top, "deleted"), place(middle, "deleted"), place(leaf, "published"),
                                 place(beside, "published")});
  CHECK(list(server)["total"] == 2);
  remove(server, leaf); // and with it all places above
  CHECK(places(server) == Places{place(beside, "published")});
}

TEST_CASE("An answer that waits keeps no place, until it is approved", "[places]") {
  const DemoServer server;
  const Json top = post_comment(server, "top");
  Json comment = new_comment(empty_page, "held");
  comment["comment"] = "http://a.example http://b.example http://c.example";
  comment["parent"] = top["id"];
  const Json held = post(server.port(), "/api/comments", comment).json();
  REQUIRE(held["status"] == "held");
  remove(server, top);
  CHECK(places(server).empty());
  CHECK(server.command({"approve", held["id"]}).status == 0);
  CHECK(places(server) == Places{place(top, "deleted"), place(held, "published")});
  CHECK(server.command({"delete", held["id"]}).status == 0);
  CHECK(places(server).empty());
}

TEST_CASE("A comment that is held again keeps its place, and shows nothing there", "[places]") {
  const DemoServer server;
  const Json top = post_comment(server, "top");
  const Json leaf = post_comment(server, "leaf", top);
  CHECK(change(server, top, "PUT", R"({"comment":"http://a.example http://b.example http://c.example"})") ==
        200);
  CHECK(places(server) == Places{place(top, "deleted"), place(leaf, "published")});
  CHECK(list(server)["comments"][0]["content"] == "");
  CHECK(list(server)["total"] == 1);
  CHECK(server.command({"approve", top["id"]}).status == 0);
  CHECK(places(server) == Places{place(top, "published"), place(leaf, "published")});
}

TEST_CASE("A moderator can take the place, too", "[places]") {
  const DemoServer server;
  const Json top = post_comment(server, "top");
  const Json leaf = post_comment(server, "leaf", top);
  remove(server, top);
  CHECK(server.command({"delete", top["id"]}).status == 0);
  CHECK(places(server) == Places{place(leaf, "published")});
  CHECK(list(server)["comments"][0]["parent"].is_null());
}

TEST_CASE("Deleted comments do not thin out the pages of the list", "[places]") {
  const DemoServer server;
  std::vector<Json> made;
  for (int i = 0; i < 130; ++i)
    made.push_back(post_comment(server, std::to_string(i)));
  for (std::size_t i = 0; i < 60; ++i)
    remove(server, made[i]);
  const Json first = list(server);
  CHECK(first["total"] == 70);
  CHECK(first["comments"].size() == 50);
  CHECK(first["comments"][0]["id"] == made[60]["id"]);
  CHECK(list_all(server.port(), empty_page).size() == 70);
}
