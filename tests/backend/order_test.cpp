/// @file The orders of the list, page by page.

#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace afterword::test;

namespace {

using Ids = std::vector<std::string>;

std::string post_comment(const DemoServer &server, const std::string &key, const std::string &parent = {}) {
  Json comment = new_comment(empty_page, key);
  if (!parent.empty())
    comment["parent"] = parent;
  return post(server.port(), "/api/comments", comment).json()["id"];
}

Ids post_comments(const DemoServer &server, int count) {
  Ids ids;
  for (int i = 0; i < count; ++i)
    ids.push_back(post_comment(server, "p" + std::to_string(i)));
  return ids;
}

void like(const DemoServer &server, const std::string &id, int count) {
  for (int i = 0; i < count; ++i)
    REQUIRE(
        request(server.port(), "PUT", "/api/comments/" + id + "/vote", {{"Content-Type", "application/json"}},
                Json{{"value", 1}, {"voter", "7f3c1c6e-5d0e-4d7c-9a55-" + std::to_string(100000000000 + i)}}
                    .dump())
            .status == 200);
}

Json list(const DemoServer &server, const std::string &query) {
  return get(server.port(), "/api/comments?page=" + encoded(empty_page) + query).json();
}

Ids tops(const Json &list) {
  Ids ids;
  for (const Json &comment : list["comments"])
    if (comment["parent"].is_null())
      ids.push_back(comment["id"]);
  return ids;
}

/// The top-level comments of all pages of the list; `between` is called before each page but the first.
template <class Between> Ids walk(const DemoServer &server, const std::string &sort, Between between) {
  Ids seen;
  std::string cursor;
  while (true) {
    const Json page = list(server, "&sort=" + sort + cursor);
    CHECK(page["sort"] == sort);
    for (const std::string &id : tops(page))
      seen.push_back(id);
    if (page["next"].is_null())
      return seen;
    cursor = "&cursor=" + page["next"].get<std::string>();
    between();
  }
}

Ids without(Ids ids, const Ids &others) {
  std::erase_if(ids, [&](const std::string &id) {
    return std::find(others.begin(), others.end(), id) != others.end();
  });
  return ids;
}

} // namespace

TEST_CASE("The list comes in the order asked for, and its branches oldest first", "[order]") {
  const DemoServer server;
  const Ids ids = post_comments(server, 4);
  const std::string early = post_comment(server, "early", ids[1]);
  const std::string late = post_comment(server, "late", ids[1]);
  like(server, ids[1], 2);
  like(server, ids[2], 3);
  like(server, ids[3], 2);
  CHECK(tops(list(server, "")) == ids);
  CHECK(list(server, "")["sort"] == "oldest");
  CHECK(tops(list(server, "&sort=oldest")) == ids);
  CHECK(tops(list(server, "&sort=newest")) == Ids{ids[3], ids[2], ids[1], ids[0]});
  CHECK(tops(list(server, "&sort=liked")) == Ids{ids[2], ids[1], ids[3], ids[0]});
  const Json liked = list(server, "&sort=liked")["comments"];
  CHECK(liked[1]["id"] == ids[1]);
  CHECK(liked[2]["id"] == early);
  CHECK(liked[3]["id"] == late);
  for (const std::string sort : {"best", "Oldest", "id;--", "%00"})
    CHECK(get(server.port(), "/api/comments?page=" + encoded(empty_page) + "&sort=" + sort).code() ==
          "invalid");
}

TEST_CASE("A cursor is of one order, and says which", "[order]") {
  const DemoServer server;
  const Ids ids = post_comments(server, 60);
  const std::string cursor = "&cursor=" + list(server, "&sort=newest")["next"].get<std::string>();
  CHECK(list(server, cursor)["sort"] == "newest");
  CHECK(tops(list(server, cursor)).front() == ids[9]);
  CHECK(list(server, "&sort=newest" + cursor) == list(server, cursor));
  const Reply refused =
      get(server.port(), "/api/comments?page=" + encoded(empty_page) + "&sort=liked" + cursor);
  CHECK(refused.status == 422);
  CHECK(refused.code() == "invalid");
}

TEST_CASE("In every order nothing is doubled or left out while others post", "[order]") {
  const DemoServer server;
  const Ids ids = post_comments(server, 130);
  for (std::size_t i = 0; i < ids.size(); i += 13)
    like(server, ids[i], static_cast<int>(i % 4));
  for (const std::string sort : {"oldest", "newest", "liked"}) {
    CAPTURE(sort);
    std::atomic<bool> done{false};
    std::atomic<int> posted{0};
    std::thread poster([&] {
      for (int i = 0; !done && i < 200; ++i)
        post_comment(server, sort + std::to_string(posted++),
                     i % 2 == 0 ? ids[static_cast<std::size_t>(i) % ids.size()] : "");
    });
    const Ids seen = walk(server, sort, [&] {
      for (const int before = posted; posted < before + 4 && posted < 200;)
        std::this_thread::yield();
    });
    done = true;
    poster.join();
    CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == seen.size());
    CHECK(without(ids, seen).empty());
  }
}

TEST_CASE("Pinned comments come first in every order, and once", "[order]") {
  const DemoServer server;
  const Ids ids = post_comments(server, 120);
  CHECK(server.command({"pin", ids[70]}).out == "comment " + ids[70] + " is pinned\n");
  CHECK(server.command({"pin", ids[5]}).status == 0);
  for (const std::string sort : {"oldest", "newest", "liked"}) {
    CAPTURE(sort);
    const Json first = list(server, "&sort=" + sort);
    CHECK(tops(first).size() == 52);
    CHECK(tops(first)[0] == ids[5]);
    CHECK(tops(first)[1] == ids[70]);
    CHECK(first["comments"][0]["pinned"] == true);
    CHECK(first["comments"][2]["pinned"] == false);
    // What a moderator does meanwhile changes nothing for those who have begun.
    int round = 0;
    const Ids seen = walk(server, sort, [&] {
      if (round++ == 0)
        for (const std::vector<std::string> &command : {std::vector<std::string>{"unpin", ids[5]},
                                                        {"unpin", ids[70]},
                                                        {"pin", ids[60]},
                                                        {"pin", ids[115]}})
          CHECK(server.command(command).status == 0);
    });
    CHECK(seen.size() == ids.size());
    CHECK(without(ids, seen).empty());
    for (const std::vector<std::string> &command :
         {std::vector<std::string>{"unpin", ids[60]}, {"unpin", ids[115]}, {"pin", ids[5]}, {"pin", ids[70]}})
      CHECK(server.command(command).status == 0);
  }
}

TEST_CASE("Only published comments that answer none can be pinned, ten of them", "[order]") {
  const DemoServer server;
  const Ids ids = post_comments(server, 12);
  const std::string reply = post_comment(server, "reply", ids[0]);
  for (std::size_t i = 0; i < 10; ++i)
    CHECK(server.command({"pin", ids[i]}).status == 0);
  CHECK(server.command({"pin", ids[10]}).status == 2);
  CHECK(server.command({"pin", ids[9]}).status == 0);
  CHECK(server.command({"unpin", ids[9]}).out == "comment " + ids[9] + " is not pinned any more\n");
  CHECK(server.command({"pin", ids[10]}).status == 0);
  CHECK(server.command({"unpin", ids[10]}).status == 0);
  CHECK(server.command({"pin", reply}).status == 2);
  CHECK(server.command({"pin", "999999"}).status == 2);
  CHECK(server.command({"pin", "x"}).status == 2);
  CHECK(server.command({"unpin", "999999"}).status == 2);
}

TEST_CASE("A moderator gives badges, and takes them", "[order]") {
  const DemoServer server;
  const Ids ids = post_comments(server, 1);
  CHECK(list(server, "")["comments"][0]["badge"].is_null());
  for (const std::string badge : {"author", "moderator"}) {
    CHECK(server.command({"badge", ids[0], badge}).status == 0);
    CHECK(list(server, "")["comments"][0]["badge"] == badge);
  }
  CHECK(server.command({"badge", ids[0], "none"}).out == "comment " + ids[0] + " has no badge\n");
  CHECK(list(server, "")["comments"][0]["badge"].is_null());
  CHECK(server.command({"badge", "999999", "author"}).status == 2);
}

TEST_CASE("The list goes on through the part that has a comment", "[order]") {
  const DemoServer server;
  const Ids ids = post_comments(server, 230);
  const std::string reply = post_comment(server, "reply", ids[120]);
  const auto size = [&](const std::string &query) { return tops(list(server, query)).size(); };
  CHECK(size("&through=" + ids[49]) == 50);
  CHECK(size("&through=" + ids[50]) == 100);
  CHECK(size("&through=" + ids[120]) == 150);
  CHECK(size("&through=" + reply) == 150);
  CHECK(size("&through=" + ids[229]) == 230);
  CHECK(list(server, "&through=" + ids[229])["next"].is_null());
  CHECK(size("&sort=newest&through=" + ids[229]) == 50);
  CHECK(size("&sort=newest&through=" + ids[120]) == 150);
  like(server, ids[229], 1);
  CHECK(size("&sort=liked&through=" + ids[229]) == 50);
  CHECK(size("&sort=liked&through=" + ids[120]) == 150);
  for (const std::string none : {"", "0", "x", "999999", "1", "-1", "1%20OR%201", "99999999999999999999"})
    CHECK(size("&through=" + none) == 50); // 1 is on another page

  const Json first = list(server, "");
  const std::string cursor = "&cursor=" + first["next"].get<std::string>();
  const Json rest = list(server, cursor + "&through=" + ids[120]);
  CHECK(tops(rest) == Ids(ids.begin() + 50, ids.begin() + 150));
  CHECK(tops(list(server, "&cursor=" + rest["next"].get<std::string>())).front() == ids[150]);
  CHECK(size(cursor + "&through=" + ids[10]) == 50); // it was before
  CHECK(server.command({"pin", ids[200]}).status == 0);
  CHECK(size("&through=" + ids[200]) == 51); // it is there anyway
  CHECK(size("&through=" + ids[229]) == 230);
}

TEST_CASE("At most a thousand top-level comments come at once", "[order]") {
  const DemoServer server;
  std::atomic<int> next{0};
  std::vector<std::thread> clients;
  for (int client = 0; client < 8; ++client)
    clients.emplace_back([&] {
      for (int i = next++; i < 1100; i = next++)
        post_comment(server, "p" + std::to_string(i));
    });
  for (std::thread &client : clients)
    client.join();
  const std::string last = tops(list(server, "&sort=newest"))[0];
  const Json most = list(server, "&through=" + last);
  CHECK(tops(most).size() == 1000);
  const Json rest = list(server, "&cursor=" + most["next"].get<std::string>() + "&through=" + last);
  CHECK(tops(rest).size() == 100);
  CHECK(rest["next"].is_null());
}
