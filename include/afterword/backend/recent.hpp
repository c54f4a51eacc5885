#pragma once
/// @file Recent: the latest comments of a site, as a recipe finds them in a reply.

#include "afterword/backend/list.hpp"
#include "afterword/model/recent.hpp"

#include <list>
#include <optional>
#include <string>
#include <utility>

namespace afterword::backend {

namespace detail {

/// The page that the comment is on which `reply` is in at present.
inline void read_page(const Recipe &recipe, const Reply &reply, RecentComment &recent) {
  const std::string title = reply.text(recipe.at("/comment/title"));
  recent.title = rules::neutralize(is_true(recipe.at("/comment/escaped")) ? html::plain_text(title) : title);
  const std::string address = reply.text(recipe.at("/comment/address"));
  auto url = html::Url::check(address.substr(0, address.find('#')));
  if (url && url->scheme() != "mailto")
    recent.address = std::move(url);
}

} // namespace detail

/// The latest comments, into `recent`, as they come. Those that are not published are nobody's business here.
inline Failure read_recent(const Recipe &recipe, const Response &response, std::list<RecentComment> &recent,
                           const Reading &reading = {}) {
  Reply reply(response);
  if (!succeeded(recipe, reply))
    return describe(recipe, reply);
  const char *place = "/recent/reply/comments";
  const Json *items = detail::find_items(recipe, reply, place);
  if (items == nullptr)
    return missing(recipe, reply, place);
  const std::string inner = recipe.string("/comment/inner");
  bool has_id = items->items.empty();
  for (const Json &item : items->items) {
    const Json *found = find(item, inner.c_str());
    if (found == nullptr)
      continue;
    reply.enter(found);
    RecentComment each;
    read_comment(recipe, reply, each.comment, reading);
    detail::read_page(recipe, reply, each);
    has_id = has_id || !each.comment.id.empty();
    if (!each.comment.id.empty() && each.comment.status == Comment::Status::published)
      recent.push_back(std::move(each));
  }
  reply.enter(nullptr);
  return has_id ? Failure() : missing(recipe, reply, "/comment/id");
}

} // namespace afterword::backend
