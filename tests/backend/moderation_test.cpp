#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

using namespace afterword::test;

namespace {

std::string post_comment(const DemoServer &server, const std::string &key, const std::string &parent = {}) {
  Json comment = new_comment(empty_page, key);
  if (!parent.empty())
    comment["parent"] = parent;
  return post(server.port(), "/api/comments", comment).json()["id"].get<std::string>();
}

} // namespace

TEST_CASE("A held comment shows only when it is approved", "[moderation]") {
  const DemoServer server({"--moderate"});
  const Reply reply = post(server.port(), "/api/comments", new_comment(empty_page, "held"));
  CHECK(reply.status == 201);
  CHECK(reply.json()["status"] == "held");
  const std::string id = reply.json()["id"];
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "held")).json()["status"] == "held");
  Json list = get(server.port(), "/api/comments?page=" + encoded(empty_page)).json();
  CHECK(list["comments"].empty());
  CHECK(list["total"] == 0);
  CHECK(get(server.port(), "/api/counts?page=" + encoded(empty_page)).json()["counts"][empty_page] == 0);
  Json reply_to_held = new_comment(empty_page, "reply");
  reply_to_held["parent"] = id;
  CHECK(post(server.port(), "/api/comments", reply_to_held).code() == "unknown_parent");

  const Finished held = server.command({"list", "--held"});
  CHECK(held.status == 0);
  CHECK(held.out.find(id + "\theld\t0\t") == 0);
  const Finished approved = server.command({"approve", id});
  CHECK(approved.status == 0);
  CHECK(approved.out == "comment " + id + " is published\n");
  list = get(server.port(), "/api/comments?page=" + encoded(empty_page)).json();
  CHECK(list["total"] == 1);
  REQUIRE(list["comments"].size() == 1);
  CHECK(list["comments"][0]["status"] == "published");
  CHECK(server.command({"approve", id}).status == 2);
  CHECK(server.command({"list", "--held"}).out.empty());
}

TEST_CASE("Replies to a deleted comment move to what it answered", "[moderation]") {
  const DemoServer server;
  const std::string top = post_comment(server, "top");
  const std::string middle = post_comment(server, "middle", top);
  const std::string leaf = post_comment(server, "leaf", middle);
  const std::string leafs_leaf = post_comment(server, "leaf's leaf", leaf);
  CHECK(server.command({"delete", middle}).status == 0);
  std::vector<Json> list = list_all(server.port(), empty_page);
  REQUIRE(list.size() == 3);
  CHECK(list[1]["id"] == leaf);
  CHECK(list[1]["parent"] == top);
  CHECK(list[2]["parent"] == leaf);

  CHECK(server.command({"delete", top}).status == 0);
  list = list_all(server.port(), empty_page);
  REQUIRE(list.size() == 2);
  CHECK(list[0]["id"] == leaf);
  CHECK(list[0]["parent"].is_null());
  CHECK(list[1]["id"] == leafs_leaf);
  CHECK(list[1]["parent"] == leaf);
  // Still one branch: a reply made now stands in it, and the id of the deleted one is not given again.
  const std::string reply = post_comment(server, "reply", leafs_leaf);
  CHECK(std::stoi(reply) > std::stoi(leafs_leaf));
  CHECK(list_all(server.port(), empty_page).size() == 3);
  CHECK(server.command({"delete", top}).status == 2);
}

TEST_CASE("A page can be closed and opened while the server runs", "[moderation]") {
  const DemoServer server;
  CHECK(post(server.port(), "/api/comments", new_comment(closed_article, "late")).code() == "closed");
  CHECK(get(server.port(), "/api/comments?page=" + encoded(closed_article)).json()["closed"] == true);
  post_comment(server, "before");
  CHECK(server.command({"close", empty_page}).status == 0);
  const Reply refused = post(server.port(), "/api/comments", new_comment(empty_page, "after"));
  CHECK(refused.status == 403);
  CHECK(refused.code() == "closed");
  // Who asks again what has become of an earlier comment is still told.
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "before")).status == 200);
  CHECK(server.command({"open", empty_page}).status == 0);
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "after")).status == 201);
  CHECK(server.command({"close", "/nowhere"}).status == 2);
}
