#pragma once
/// @file A thread in the hands of somebody who reads: a recipe that can do all that a backend may offer, and
/// lists of comments in as few words as can be.

#include "writer.hpp"

#include <string>
#include <vector>

/// A backend that votes, reports, sorts, tells where a comment is, and what is new.
inline constexpr const char *generous = R"({
  "list": {
    "url": "{backend}/comments?page={page}&sort={sort}",
    "more": "{backend}/comments?page={page}&sort={sort}&cursor={cursor}",
    "through": "{backend}/comments?page={page}&sort={sort}&cursor={cursor}&through={id}",
    "sorts": {"oldest": "asc", "newest": "desc", "liked": "top"},
    "reply": {"comments": "/comments", "total": "/total", "next": "/next", "closed": "/closed", "cursor": "/latest"}
  },
  "comment": {"id": "/id", "parent": "/parent", "name": "/name", "created": "/created", "content": "/content",
    "likes": "/likes", "dislikes": "/dislikes", "pinned": "/pinned", "syntax": "markdown",
    "held": {"at": "/status", "is": ["held"]}, "deleted": {"at": "/status", "is": ["deleted"]}},
  "create": {"url": "{backend}/comments", "body": {"comment": "{comment}", "parent": "{parent|null}", "key": "{key}"}, "reply": {"comment": ""}},
  "vote": {
    "like": {"url": "{backend}/comments/{id}/vote", "method": "PUT", "body": {"value": 1, "voter": "{voter}"}, "reply": {"likes": "/likes", "dislikes": "/dislikes"}},
    "dislike": {"url": "{backend}/comments/{id}/vote", "method": "PUT", "body": {"value": -1, "voter": "{voter}"}, "reply": {"likes": "/likes", "dislikes": "/dislikes"}},
    "clear": {"url": "{backend}/comments/{id}/vote", "method": "PUT", "body": {"value": 0, "voter": "{voter}"}, "reply": {"likes": "/likes", "dislikes": "/dislikes"}}
  },
  "report": {"url": "{backend}/comments/{id}/reports", "body": {"voter": "{voter}"}},
  "updates": {"url": "{backend}/updates?page={page}&after={cursor}", "headers": {"if-none-match": "{etag}"}, "seconds": 30,
    "stream": "{backend}/events?page={page}&after={cursor}",
    "reply": {"comments": "/comments", "total": "/total", "cursor": "/latest"}}
})";

inline afterword::backend::Recipe generous_recipe() {
  return std::move(*afterword::backend::Recipe::parse(generous));
}

/// The recipe whose text is `generous` with `from`, which must be there, replaced.
inline afterword::backend::Recipe changed_recipe(const std::string &from, const std::string &to) {
  std::string text = generous;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  auto recipe = afterword::backend::Recipe::parse(text.replace(at, from.size(), to));
  REQUIRE(recipe);
  return std::move(*recipe);
}

/// A comment on the wire, a day after the one with the id before.
inline std::string listed(int id, int parent = 0, const std::string &more = {}) {
  const std::string day = (id < 10 ? "0" : "") + std::to_string(id);
  return R"({"id":")" + std::to_string(id) + R"(","parent":)" +
         (parent == 0 ? "null" : "\"" + std::to_string(parent) + "\"") + R"(,"name":"Reader )" +
         std::to_string(id) + R"(","created":"2026-11-)" + day + R"(T10:00:00Z","content":"<p>Comment )" +
         std::to_string(id) + R"(</p>")" + (more.empty() ? "" : "," + more) + "}";
}

/// A page of the list.
inline std::string page(const std::vector<std::string> &comments, const std::string &next = {},
                        int total = 100) {
  std::string json = R"({"comments":[)";
  for (const std::string &comment : comments)
    json += (json.back() == '[' ? "" : ",") + comment;
  return json + R"(],"total":)" + std::to_string(total) + R"(,"next":)" +
         (next.empty() ? "null" : "\"" + next + "\"") + R"(,"latest":"c1"})";
}

/// A widget that is all there, with `comments` on it.
inline Driver reading(const std::string &comments, afterword::backend::Recipe recipe = generous_recipe(),
                      std::string target = {}) {
  Driver driver(Driver::with_comments(), std::move(recipe));
  driver.start(std::move(target));
  driver.respond(driver.fetch()->id, 200, comments);
  driver.send({.type = Driver::Type::resume, .key = "tab"});
  const afterword::Frame resumed = driver.frame;
  driver.send(loaded("voter:/api", std::nullopt));
  driver.send(loaded("voted:/api /post:", std::nullopt));
  driver.frame = resumed;
  return driver;
}

/// What is pressed under `comment`.
inline afterword::Event pressed(Driver::Type type, std::string comment,
                                std::optional<std::string> value = std::nullopt) {
  return {.type = type, .comment = std::move(comment), .key = "fresh", .stored = std::move(value)};
}

/// The patches of `type`, as the names of their regions.
inline std::vector<std::string> patched(const Driver &driver, afterword::Patch::Type type) {
  std::vector<std::string> regions;
  for (const afterword::Patch &patch : driver.frame.patches)
    if (patch.type == type)
      regions.push_back(patch.region);
  return regions;
}
