#include "comment_json.hpp"

#include "afterword/text/date.hpp"

namespace afterword::demo {

Json to_json(const StoredComment &comment) {
  return {{"id", std::to_string(comment.id)},
          {"parent", comment.parent ? Json(std::to_string(*comment.parent)) : Json(nullptr)},
          {"name", comment.name},
          {"website", comment.website},
          {"created", text::format_date(comment.created)},
          {"content", comment.content},
          {"status", comment.deleted ? "deleted"
                     : comment.held  ? "held"
                                     : "published"},
          {"likes", comment.likes},
          {"dislikes", comment.dislikes},
          {"pinned", comment.pinned},
          {"badge", comment.badge.empty() ? Json(nullptr) : Json(comment.badge)}};
}

Json to_json(const std::vector<StoredComment> &comments) {
  Json json = Json::array();
  for (const StoredComment &comment : comments)
    json.push_back(to_json(comment));
  return json;
}

Json to_json(const StoredComment &comment, const std::optional<Permit> &permit) {
  Json json = to_json(comment);
  if (permit)
    json["edit"] = {{"token", permit->token}, {"until", text::format_date(permit->until)}};
  return json;
}

} // namespace afterword::demo
