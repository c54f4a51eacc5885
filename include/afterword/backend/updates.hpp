#pragma once
/// @file Updates: what came since the list was read, as a recipe finds it in a reply or in a message of a
/// stream.

#include "afterword/backend/list.hpp"

#include <cstddef>
#include <list>
#include <optional>
#include <string>

namespace afterword::backend {

/// What came.
struct Updates {
  std::list<Comment> comments{};      ///< those that are known already may be among them
  std::optional<std::size_t> total{}; ///< of all published comments
  std::string cursor{};               ///< where the next update begins; empty: it is not said
  std::string etag{};                 ///< of the reply; empty: it has none
};

/// In a reply: nothing came.
/// @see https://www.rfc-editor.org/rfc/rfc9110#name-304-not-modified
inline constexpr int not_modified = 304;

/// An update, into `updates`.
inline Failure read_updates(const Recipe &recipe, const Response &response, Updates &updates,
                            const Reading &reading = {}) {
  if (response.status == not_modified)
    return {};
  Reply reply(response);
  if (!succeeded(recipe, reply))
    return describe(recipe, reply);
  const char *place = "/updates/reply/comments";
  const Json *items = detail::find_items(recipe, reply, place);
  if (items == nullptr)
    return missing(recipe, reply, place);
  for (const Header &header : response.headers)
    if (header.name == "etag")
      updates.etag = header.value;
  updates.total = to_size(reply.text(recipe.at("/updates/reply/total")));
  updates.cursor = reply.text(recipe.at("/updates/reply/cursor"));
  detail::read_items(recipe, reply, *items, {}, reading, updates.comments);
  return {};
}

} // namespace afterword::backend
