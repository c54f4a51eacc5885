#include "catch.hpp"
#include "command.hpp"
#include "route.hpp"

#include <nlohmann/json.hpp>
#include <string>

using namespace afterword::test;
using nlohmann::json;

namespace {

const char *const recipe = R"({
  "list": { "url": "{backend}/c?post={page}", "more": "{backend}/c?post={page}&at={cursor}",
            "reply": { "comments": "/items", "total": "header:x-total", "by": "page", "pages": "/pages" } },
  "comment": { "id": "/id", "content": "/text", "name": "/by" },
  "create": [{ "url": "{backend}/c", "body": { "text": "{comment}" }, "reply": { "comment": "/made" } },
             { "url": "{backend}/form.php", "as": "form", "body": { "text": "{comment}" }, "reply": { "held": "query:held" } }],
  "subscribe": { "url": "{backend}/s", "reply": { "subscribed": "/already" } },
  "count": { "url": "{backend}/n", "reply": { "count": "/n" } },
  "remove": { "url": "{backend}/c/{id}", "method": "DELETE", "needs": ["nonce"] },
  "me": { "url": "{backend}/me", "reply": { "name": "/name" } },
  "needs": { "nonce": { "url": "{backend}/nonce", "value": "text:" } },
  "errors": { "code": "/error", "message": "/words", "fields": { "at": "/wrong" },
              "rules": [{ "is": ["again"], "kind": "duplicate" }, { "is": ["wait"], "kind": "slow_down", "seconds": "/wait" }] } })";

/// A recorded reply.
std::string recorded(const std::string &operation, const std::string &path, int status,
                     const std::string &body, const json &more = json::object()) {
  json response = {{"status", status},
                   {"url", "http://a.example" + path},
                   {"redirected", false},
                   {"headers", {{"X-Total", "40"}}},
                   {"body", body}};
  response.update(more);
  return json{{"operation", operation},
              {"request", {{"method", "GET"}, {"url", "http://a.example" + path}}},
              {"response", response}}
      .dump();
}

/// A folder with a recipe and replies to it.
struct Replies : Folder {
  Replies() { static_cast<void>(write("recipe.json", recipe)); }
  /// Puts in a reply called `name`.
  void add(const std::string &name, const std::string &text) const {
    static_cast<void>(write("replies/" + name + ".json", text));
  }
  /// What the command says of them.
  [[nodiscard]] Finished play(const std::vector<std::string> &options = {}) const {
    std::vector<std::string> words = {"check", path("recipe.json"), "--replies", path("replies")};
    words.insert(words.end(), options.begin(), options.end());
    return run(words);
  }
};

/// Whether the line about `name` ends with `text`.
bool says(const Finished &finished, const std::string &name, const std::string &text) {
  const std::size_t at = finished.out.find("\n" + name + ".json ");
  const std::size_t end = finished.out.find('\n', at + 1);
  return at != std::string::npos && finished.out.substr(at, end - at).ends_with("  " + text);
}

const std::string list =
    R"({"items":[{"id":1,"text":"<b>a</b><script>","by":"Ann"},{"id":2,"text":"b"}],"pages":3})";

} // namespace

TEST_CASE("what is read in each reply is told in a line", "[replay]") {
  const Replies replies;
  replies.add("list.first", recorded("list", "/c?post=1", 200, list));
  replies.add("list.second", recorded("list", "/c?post=1&at=2", 200, list));
  replies.add("list.last", recorded("list", "/c?at=3&post=1", 200, list));
  replies.add("create.ok", recorded("create", "/c", 201, R"({"made":{"id":7,"text":"a"}})"));
  replies.add("create.form",
              recorded("create", "/form.php", 200, "<p>", {{"url", "http://a.example/post?held=1"}}));
  replies.add("create.status", recorded("create", "/form.php", 200, "<p>"));
  replies.add("create.moved", recorded("create", "/form.php", 302, ""));
  replies.add("create.again", recorded("create", "/c", 409, R"({"error":"again","words":"Said."})"));
  replies.add("create.fast", recorded("create", "/c", 400, R"({"error":"wait","wait":12})"));
  replies.add("create.field", recorded("create", "/c", 400, R"({"wrong":{"email":"No mail.","name":""}})"));
  replies.add("create.no", recorded("create", "/c", 403, R"({"words":"Because.\u001b"})"));
  replies.add("create.server-error", recorded("create", "/c", 500, "<h1>"));
  replies.add("subscribe.ok", recorded("subscribe", "/s", 200, R"({"already":true})"));
  replies.add("count.ok", recorded("count", "/n", 200, R"({"n":12})"));
  replies.add("remove.ok", recorded("remove", "/c/1", 204, ""));
  replies.add("remove.login", recorded("remove", "/c/1", 401, ""));
  replies.add("me.ok", recorded("me", "/me", 200, R"({"name":"Ann"})"));
  replies.add("me.guest", recorded("me", "/me", 401, ""));
  replies.add("token.ok", recorded("token", "/nonce", 200, "1fd93fa71e"));
  replies.add("vote.ok", recorded("vote", "/v", 200, ""));
  const Finished played = replies.play();
  INFO(played.out << played.err);
  CHECK(says(played, "list.first", "200  2 comments, total 40, next 2"));
  CHECK(says(played, "list.second", "200  2 comments, total 40, next 3"));
  CHECK(says(played, "list.last", "200  2 comments, total 40"));
  CHECK(says(played, "create.ok", "201  comment 7 published"));
  CHECK(says(played, "create.form", "200  comment held"));
  CHECK(says(played, "create.status", "200  comment published, by its status alone"));
  CHECK(says(played, "create.moved", "302  skipped: a redirect, which browsers follow"));
  CHECK(says(played, "create.again", "409  duplicate"));
  CHECK(says(played, "create.fast", "400  slow_down 12 s"));
  CHECK(says(played, "create.field", R"(400  field name missing, field email refused: "No mail.")"));
  CHECK(says(played, "create.no", R"(403  refused: "Because.\u001b")"));
  CHECK(says(played, "create.server-error", "500  unreachable: HTTP 500"));
  CHECK(says(played, "subscribe.ok", "200  subscribed"));
  CHECK(says(played, "count.ok", "200  count 12"));
  CHECK(says(played, "remove.ok", "204  done"));
  CHECK(says(played, "remove.login", "401  login"));
  CHECK(says(played, "me.ok", R"(200  signed in as "Ann")"));
  CHECK(says(played, "me.guest", "401  nobody"));
  CHECK(says(played, "token.ok", "200  value of 10 bytes"));
  CHECK(says(played, "vote.ok", R"(200  skipped: the recipe has no "vote")"));
  CHECK(played.out.ends_with(": 18 replies read, 0 mistakes, 2 skipped\n"));
  CHECK(played.status == 0);
  CHECK(replies.play({"--verbose"}).out.find(R"(    comment 1, published, by "Ann", no date: "<b>a</b>")") !=
        std::string::npos);
}

TEST_CASE("what came since, the latest, votes and counts are told in a line too", "[replay]") {
  const Replies replies;
  static_cast<void>(replies.write("recipe.json", R"({
  "list": { "url": "/c", "reply": { "comments": "/items", "cursor": "/at" } },
  "comment": { "id": "/id", "content": "/text", "address": "/url" },
  "updates": { "url": "/u?after={cursor}", "reply": { "total": "/n", "cursor": "/at" } },
  "recent": { "url": "/r", "reply": { "comments": "/latest" } },
  "vote": { "like": { "url": "{backend}/c/{id}/vote", "method": "PUT", "reply": { "likes": "/up", "dislikes": "/down" } },
            "clear": { "url": "{backend}/c/{id}/vote", "method": "DELETE", "reply": { "likes": "/left" } } },
  "report": { "url": "/c/{id}/report", "method": "POST" },
  "count": { "url": "/n?{pages}", "each": "{page}", "between": ",", "reply": { "counts": "/counts" } } })"));
  const auto by = [](const char *method, std::string text) {
    return text.replace(text.find("\"GET\""), 5, std::string("\"") + method + "\"");
  };
  replies.add("updates.new",
              recorded("updates", "/u?after=1", 200, R"({"items":[{"id":1}],"n":4,"at":"x7"})"));
  replies.add("updates.none", recorded("updates", "/u?after=1", 304, ""));
  replies.add("updates.wrong", recorded("updates", "/u?after=1", 200, R"({"at":"x7"})"));
  replies.add("recent.ok", recorded("recent", "/r", 200, R"({"latest":[{"id":1,"text":"a"},{"id":2}]})"));
  replies.add("recent.nameless", recorded("recent", "/r", 200, R"({"latest":[{"text":"a"}]})"));
  replies.add("vote.like", by("PUT", recorded("vote", "/c/1/vote", 200, R"({"up":1,"down":2,"left":9})")));
  replies.add("vote.clear", by("DELETE", recorded("vote", "/c/1/vote", 200, R"({"up":1,"left":0})")));
  replies.add("vote.words", by("PUT", recorded("vote", "/c/1/vote", 200, R"({"up":"many"})")));
  replies.add("vote.silent", by("PUT", recorded("vote", "/c/1/vote", 204, "")));
  replies.add("report.ok", by("POST", recorded("report", "/c/1/report", 201, "")));
  replies.add("count.object", recorded("count", "/n?a,b", 200, R"({"counts":{"a":1,"b":2}})"));
  replies.add("count.array", recorded("count", "/n?a", 200, R"({"counts":[3]})"));
  replies.add("count.words", recorded("count", "/n?a", 200, R"({"counts":{"a":"few"}})"));
  replies.add("count.one", recorded("count", "/n?a", 200, R"({"counts":3})"));
  const Finished played = replies.play();
  INFO(played.out << played.err);
  CHECK(says(played, "updates.new", "200  1 comment, total 4, cursor x7"));
  CHECK(says(played, "updates.none", "304  nothing new"));
  CHECK(says(played, "updates.wrong",
             "200  MISTAKE: unreachable: the reply has nothing at \"/items\", where the recipe's "
             "/list/reply/comments should stand"));
  CHECK(says(played, "recent.ok", "200  2 comments"));
  CHECK(played.out.find("MISTAKE: 1 comment, 1 of them without an id") != std::string::npos);
  CHECK(says(played, "vote.like", "200  done, 1 like, 2 dislikes"));
  CHECK(says(played, "vote.clear", "200  done, 0 likes"));
  CHECK(says(played, "vote.words", "200  MISTAKE: done, many, which is no number"));
  CHECK(says(played, "vote.silent", "204  done"));
  CHECK(says(played, "report.ok", "201  done"));
  CHECK(says(played, "count.object", "200  counts of 2 pages"));
  CHECK(says(played, "count.array", "200  counts of 1 page"));
  CHECK(says(played, "count.words", "200  MISTAKE: counts of 1 page, of which few is no number"));
  CHECK(played.out.find("/count/reply/counts should stand") != std::string::npos);
  CHECK(played.out.ends_with(": 14 replies read, 5 mistakes, 0 skipped\n"));
  CHECK(replies.play({"--verbose"}).out.find("    b: 2\n") != std::string::npos);
}

TEST_CASE("a reply that cannot be read is a mistake, and says where nothing stood", "[replay]") {
  const Replies replies;
  replies.add("list.wrong", recorded("list", "/c", 200, R"({"comments":[]})"));
  replies.add("list.nameless", recorded("list", "/c", 200, R"({"items":[{"text":"a"}]})"));
  replies.add("list.html", recorded("list", "/c", 200, "<h1>"));
  replies.add("count.words", recorded("count", "/n", 200, R"({"n":"many"})"));
  replies.add("create.empty", recorded("create", "/c", 201, R"({"made":{}})"));
  replies.add("token.none", recorded("token", "/nonce", 200, ""));
  replies.add("dance.ok", recorded("dance", "/d", 200, ""));
  replies.add("list.no-recording", "{}");
  const Finished played = replies.play();
  INFO(played.out << played.err);
  CHECK(played.status == 1);
  CHECK(
      played.out.find(
          "list.wrong.json         200  MISTAKE: unreachable: the reply has nothing at \"/items\", where the "
          "recipe's /list/reply/comments should stand\n") != std::string::npos);
  CHECK(played.out.find("1 of them without an id") != std::string::npos);
  CHECK(played.out.find("the reply is not JSON") != std::string::npos);
  CHECK(says(played, "count.words", "MISTAKE: count many, which is no number"));
  CHECK(played.out.find("/comment/id should stand") != std::string::npos);
  CHECK(says(played, "dance.ok", "MISTAKE: there is no operation \"dance\""));
  CHECK(played.out.find("is no recorded reply") != std::string::npos);
  CHECK(played.out.ends_with(": 8 replies read, 8 mistakes, 0 skipped\n"));
}

TEST_CASE("whether a comment is the reader's own is told, and the proof is not", "[replay]") {
  const Folder folder;
  const std::string path = folder.write("recipe.json", R"({
    "list": { "url": "/c", "reply": { "comments": "" } },
    "comment": { "id": "/id", "content": "/text", "token": "/edit/token", "until": "/edit/until" },
    "create": { "url": "/c", "body": "{comment}", "reply": { "comment": "/made" } },
    "edit": { "url": "/c/{id}", "method": "PUT", "body": "{comment} {token}", "reply": { "comment": "" } },
    "preview": { "url": "/p", "body": "{comment}", "reply": { "content": "/html" } } })");
  const auto add = [&](const std::string &name, const std::string &way, const std::string &body) {
    static_cast<void>(
        folder.write("replies/" + name + ".json", recorded(name.substr(0, name.find('.')), way, 200, body)));
  };
  add("create.timed", "/c", R"({"made":{"id":7,"edit":{"token":"s3cret","until":"2027-01-15T08:15:00Z"}}})");
  add("create.endless", "/c", R"({"made":{"id":7,"edit":{"token":"s3cret"}}})");
  add("create.none", "/c", R"({"made":{"id":7},"edit":{"token":"s3cret"}})");
  add("create.undated", "/c", R"({"made":{"id":7,"edit":{"token":"s3cret","until":"soon"}}})");
  add("edit.again", "/c/7", R"({"id":7,"edit":{"token":"n3xt"}})");
  add("edit.same", "/c/7", R"({"id":7})");
  add("preview.html", "/p", R"({"html":"<b>a</b><script>b</script>"})");
  add("preview.none", "/p", "{}");
  const Finished played = run({"check", path, "--replies", folder.path("replies"), "--verbose"});
  INFO(played.out << played.err);
  const auto line = [&](const std::string &name, const std::string &text) {
    return played.out.find("\n" + name + text + "\n") != std::string::npos;
  };
  CHECK(played.out.find("  200  comment 7 published, own until 2027-01-15T08:15:00Z\n") != std::string::npos);
  CHECK(line("create.endless.json", "  200  comment 7 published, own"));
  CHECK(line("create.none.json", "     200  comment 7 published, without a token"));
  CHECK(line("create.undated.json", "  200  MISTAKE: comment 7 published, own until soon, which is no date"));
  CHECK(line("edit.again.json", "      200  comment 7 published, own"));
  CHECK(line("edit.same.json", "       200  comment 7 published"));
  CHECK(line("preview.html.json", R"(    200  preview "<b>a</b>")"));
  CHECK(played.out.find("/preview/reply/content should stand") != std::string::npos);
  CHECK(played.out.find("s3cret") == std::string::npos);
  CHECK(played.out.find("n3xt") == std::string::npos);
  CHECK(played.out.ends_with(": 8 replies read, 2 mistakes, 0 skipped\n"));
}

TEST_CASE("what was expected is compared", "[replay]") {
  const Replies replies;
  json unreachable = json::parse(recorded("list", "/c", 502, ""));
  unreachable["expect"] = "unreachable";
  replies.add("list.off", unreachable.dump());
  replies.add("create.ok", recorded("create", "/c", 201, R"({"made":{"id":7}})"));
  replies.add("create.again", recorded("create", "/c", 409, R"({"error":"again"})"));
  replies.add("expect", R"({"create.ok":"comment 7","create.again":"duplicate"})");
  CHECK(replies.play().status == 0);
  replies.add("expect", R"({"create.ok":"comment","create.again":"dup","list.gone":"1 comment"})");
  const Finished played = replies.play();
  CHECK(played.status == 1);
  CHECK(says(played, "create.ok", "201  comment 7 published"));
  CHECK(says(played, "create.again", "409  MISTAKE: duplicate (expected: dup)"));
  CHECK(played.out.find("MISTAKE: expect.json expects list.gone, which is not there\n") != std::string::npos);
  CHECK(played.out.ends_with(": 3 replies read, 2 mistakes, 0 skipped\n"));
}

TEST_CASE("the tutorial's recipe reads what the guestbook answered", "[replay]") {
  const Finished played = run({"check", AFTERWORD_ROOT "/tests/backends/guestbook/guestbook.json",
                               "--replies", AFTERWORD_ROOT "/tests/backends/fixtures/guestbook"});
  INFO(played.out << played.err);
  CHECK(played.status == 0);
  CHECK(says(played, "create.duplicate", "200  duplicate"));
  CHECK(says(played, "create.flood", "200  slow_down 10 s"));
  CHECK(says(played, "create.old-ticket", "200  renew"));
  CHECK(says(played, "list.closed", "200  0 comments, total 0, closed"));
  CHECK(says(played, "create.missing-consent",
             R"(200  field agree refused: "You have to agree to the house rules.")"));
  CHECK(says(played, "subscribe.bad", "200  field email email_invalid"));
}

TEST_CASE("a recorded URL is traced to the template that it was written from", "[replay]") {
  using namespace afterword::recipe;
  CHECK(can_become("{backend}/c?post={page}", "http://a/b/c?post=1"));
  CHECK(can_become("{backend}/c", "/c"));
  CHECK(can_become("{backend}/c", "http://a/c/b/c"));
  CHECK_FALSE(can_become("{backend}/c", "http://a/c/"));
  CHECK_FALSE(can_become("{backend}/c?post={page}", "http://a/c"));
  CHECK(can_become_path("{backend}/{page?x}/c?post={page}", "http://a/b/c#d"));
  CHECK(can_become("http://a/c", "http://a/c"));
  CHECK_FALSE(can_become("http://a/c", "http://a/c/d"));
  CHECK_FALSE(can_become("{a}x{b}x", "x"));
  CHECK(cursor_in("/c?post={page}&at={cursor}", "/c?at=5&post=1#x") == "5");
  CHECK(cursor_in("/c?post={page}&at={cursor|1}", "/c?post=1&at=5#x") == "5");
  CHECK(cursor_in("/c?post={page}&at={cursor}", "/c?bat=5").empty());
  CHECK(cursor_in("/c/{cursor}", "/c/5").empty());
  CHECK(cursor_in("", "/c?a=5").empty());
}
