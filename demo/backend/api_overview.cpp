#include "api.hpp"

#include "comment_json.hpp"
#include "comments.hpp"
#include "error.hpp"
#include "json.hpp"

#include <algorithm>
#include <charconv>

namespace afterword::demo {

namespace {

constexpr int most_recent = 20;

/// How many comments are asked for.
/// @throws Error invalid
int read_limit(const std::string &text) {
  int limit = text.empty() ? 5 : 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (!text.empty() && (error != std::errc() || end != text.data() + text.size() || limit < 1))
    throw Error(Code::invalid, "The limit must be a number from 1 on.");
  return std::min(limit, most_recent);
}

} // namespace

Response Api::counts(const Request &request) {
  constexpr std::size_t most = 100;
  if (request.parameters.size() > most)
    throw Error(Code::invalid, "Ask for at most 100 pages at a time.");
  Reading reading(database_);
  Json counts = Json::object();
  for (const auto &[name, path] : request.parameters)
    if (name == "page")
      if (const std::optional<Page> page = find_page(reading.session(), path)) // the others have their count
        counts[path] = count_comments(reading.session(), page->id);
  return json_response(200, {{"counts", std::move(counts)}});
}

Response Api::recent(const Request &request) {
  const int limit = read_limit(request.parameter("limit"));
  Reading reading(database_);
  Json comments = Json::array();
  for (const StoredComment &comment : recent_comments(reading.session(), limit)) {
    Json json = to_json(comment);
    if (const std::optional<Page> page = find_page(reading.session(), comment.page_id))
      json["page"] = {{"path", page->path}, {"title", page->title}};
    comments.push_back(std::move(json));
  }
  return json_response(200, {{"comments", std::move(comments)}});
}

} // namespace afterword::demo
