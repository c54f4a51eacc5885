#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <atomic>
#include <set>
#include <thread>

using namespace afterword::test;

TEST_CASE("A comment that was posted stands in the list, in the count and in no one else's page",
          "[comments]") {
  const DemoServer server;
  Json comment = new_comment(empty_page, "one");
  comment["comment"] = "First line\nsecond line\n\nSee https://example.org/?a=1&b=2.";
  comment["website"] = " example.org/ada ";
  const Reply created = post(server.port(), "/api/comments", comment);
  REQUIRE(created.status == 201);
  const Json json = created.json();
  CHECK(json["content"] ==
        "<p>First line<br/>second line</p><p>See <a href=\"https://example.org/?a=1&amp;b=2\" "
        "rel=\"nofollow ugc noopener\">https://example.org/?a=1&amp;b=2</a>.</p>");
  CHECK(json["website"] == "https://example.org/ada");
  CHECK(json["parent"].is_null());
  CHECK(json["status"] == "published");
  CHECK(created.body.find("ada@host.example") == std::string::npos);

  const Json list = get(server.port(), "/api/comments?page=" + encoded(empty_page)).json();
  REQUIRE(list["comments"].size() == 1);
  Json published = json;
  CHECK(published.erase("edit") == 1); // that is its author's
  CHECK(list["comments"][0] == published);
  CHECK(list["total"] == 1);
  CHECK(list["next"].is_null());
  const Json counts =
      get(server.port(), "/api/counts?page=" + encoded(empty_page) + "&page=" + encoded(closed_article) +
                             "&page=nowhere") // which takes nothing from the others
          .json();
  CHECK(counts == Json{{"counts", {{empty_page, 1}, {closed_article, 0}}}});
}

TEST_CASE("A new database begins with samples that came the way of real comments", "[comments]") {
  const DemoServer server;
  const Json list = get(server.port(), "/api/comments?page=" + encoded(article)).json();
  REQUIRE(list["comments"].size() == 12);
  CHECK(list["total"] == 12);
  CHECK(list["followers"] == 212);
  CHECK(list["closed"] == false);
  CHECK(list["form"]["comment"] == Json{{"required", true}, {"max", 8000}, {"unit", "code_points"}});
  CHECK(list["form"]["website"]["required"] == false);
  CHECK(list["form"].contains("notify_posts"));
  std::set<std::string> seen;
  for (const Json &comment : list["comments"]) {
    if (comment["parent"].is_string())
      CHECK(seen.count(comment["parent"].get<std::string>()) == 1);
    seen.insert(comment["id"].get<std::string>());
    CHECK(comment["created"].get<std::string>() < "2100");
  }
  const Json &first = list["comments"][0];
  CHECK(first["pinned"] == true);
  CHECK(first["badge"] == "author");
  CHECK(first["likes"] == 6);
  CHECK(list["comments"][3]["dislikes"] == 1);
}

TEST_CASE("Replies keep to their branch, however deep", "[comments]") {
  const DemoServer server;
  std::string parent;
  std::vector<std::string> ids;
  for (int i = 0; i < 8; ++i) {
    Json comment = new_comment(empty_page, "deep" + std::to_string(i));
    if (!parent.empty())
      comment["parent"] = parent;
    const Json made = post(server.port(), "/api/comments", comment).json();
    CHECK(made["parent"] == comment["parent"]);
    parent = made["id"].get<std::string>();
    ids.push_back(parent);
  }
  post(server.port(), "/api/comments", new_comment(empty_page, "beside"));
  Json late = new_comment(empty_page, "late");
  late["parent"] = ids[0];
  post(server.port(), "/api/comments", late);
  const std::vector<Json> list = list_all(server.port(), empty_page);
  REQUIRE(list.size() == 10);
  CHECK(list[8]["parent"] == ids[0]); // the late reply, before the next top-level comment
  CHECK(list[9]["parent"].is_null());
}

TEST_CASE("A reply needs a parent on its own page", "[comments]") {
  const DemoServer server;
  const std::string elsewhere = list_all(server.port(), article).at(0)["id"].get<std::string>();
  for (const std::string &parent : {elsewhere, std::string("999999"), std::string("1x"), std::string("-1"),
                                    std::string("99999999999999999999999"), std::string("1 OR 1=1")}) {
    Json comment = new_comment(empty_page, "orphan");
    comment["parent"] = parent;
    const Reply reply = post(server.port(), "/api/comments", comment);
    CHECK(reply.status == 422);
    CHECK(reply.code() == "unknown_parent");
  }
  CHECK(list_all(server.port(), empty_page).empty());
}

TEST_CASE("What is wrong is said field by field, with the core's codes", "[comments]") {
  const DemoServer server;
  const Json bad = {{"page", empty_page},
                    {"comment", "\u200B\u200B"},
                    {"name", "  "},
                    {"email", "ada@host .org"},
                    {"website", "javascript:alert(1)"}};
  const Reply reply = post(server.port(), "/api/comments", bad);
  CHECK(reply.status == 422);
  CHECK(reply.code() == "invalid");
  CHECK(reply.json()["error"]["problems"] == Json::parse(R"([{"field":"comment","code":"invisible"},
    {"field":"name","code":"missing"}, {"field":"email","code":"email_invalid"},
    {"field":"website","code":"website_invalid"}])"));

  // The limit counts code points, not bytes: 8000 of four bytes each are fine, one more is not.
  std::string longest;
  for (int i = 0; i < 8000; ++i)
    longest += "\U0001F600";
  Json comment = new_comment(empty_page, "long");
  comment["comment"] = longest;
  CHECK(post(server.port(), "/api/comments", comment).status == 201);
  comment["key"] = "longer";
  comment["comment"] = longest + "x";
  CHECK(post(server.port(), "/api/comments", comment).json()["error"]["problems"][0]["code"] == "too_long");
}

TEST_CASE("The same key makes one comment, even for many at once", "[comments]") {
  const DemoServer server;
  std::atomic<int> created{0};
  std::atomic<int> repeated{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i)
    clients.emplace_back([&] {
      const int status = post(server.port(), "/api/comments", new_comment(empty_page, "same")).status;
      created += status == 201 ? 1 : 0;
      repeated += status == 200 ? 1 : 0;
    });
  for (std::thread &client : clients)
    client.join();
  CHECK(created == 1);
  CHECK(repeated == 15);
  CHECK(list_all(server.port(), empty_page).size() == 1);

  Json other = new_comment(empty_page, "same");
  other["comment"] = "Something else";
  CHECK(post(server.port(), "/api/comments", other).json()["content"] == "<p>Well said: same.</p>");
  other["page"] = article;
  CHECK(post(server.port(), "/api/comments", other).code() == "invalid");
}

TEST_CASE("Pages of the list hold still while others post", "[comments]") {
  const DemoServer server;
  std::vector<std::string> expected;
  for (int i = 0; i < 120; ++i)
    expected.push_back(
        post(server.port(), "/api/comments", new_comment(empty_page, "p" + std::to_string(i))).json()["id"]);
  std::atomic<bool> done{false};
  std::atomic<int> posted{0};
  std::thread poster([&] {
    for (int i = 0; !done && i < 200; ++i) {
      Json comment = new_comment(empty_page, "q" + std::to_string(i));
      if (i % 2 == 0)
        comment["parent"] = expected[static_cast<std::size_t>(i) % expected.size()];
      posted += post(server.port(), "/api/comments", comment).status == 201 ? 1 : 0;
    }
  });
  while (posted < 5)
    std::this_thread::yield();
  std::vector<std::string> seen;
  std::string cursor;
  int pages = 0;
  do {
    const Json list = get(server.port(), "/api/comments?page=" + encoded(empty_page) + cursor).json();
    for (const Json &comment : list["comments"])
      if (comment["parent"].is_null())
        seen.push_back(comment["id"]);
    if (pages++ == 0)
      CHECK(seen.size() == 50);
    cursor = list["next"].is_string() ? "&cursor=" + list["next"].get<std::string>() : "";
    const int before = posted;
    while (posted < before + 3 && posted < 200)
      std::this_thread::yield();
  } while (!cursor.empty());
  done = true;
  poster.join();
  REQUIRE(seen.size() >= expected.size());
  CHECK(std::vector<std::string>(seen.begin(), seen.begin() + 120) == expected);
  CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == seen.size());
  CHECK(pages >= 3);
}
