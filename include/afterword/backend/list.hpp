#pragma once
/// @file List: a page of a thread, as a recipe finds it in a reply.

#include "afterword/backend/form.hpp"
#include "afterword/backend/success.hpp"
#include "afterword/html/sanitizer.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/rules/name.hpp"
#include "afterword/text/date.hpp"

#include <cstddef>
#include <iterator>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::backend {

/// A page of the list.
struct List {
  std::list<Comment> comments;
  std::size_t total = 0; ///< of the whole thread
  std::string next;      ///< cursor of the page after this one; empty: this is the last
  std::string cursor;    ///< of what will come after all that is there now
  bool closed = false;
  std::optional<std::size_t> followers;
  std::optional<FormRules> form{}; ///< what the backend takes, if the list says
};

/// How content is read.
struct Reading {
  html::Images images = html::Images::as_text;
  html::Markup (*format)(std::string_view text) = nullptr; ///< of what is no HTML: html::format_text
};

/// The comment that `reply` is in at present. Without an id it is none.
inline void read_comment(const Recipe &recipe, const Reply &reply, Comment &comment, const Reading &reading) {
  const auto text = [&](const char *pointer) { return reply.text(recipe.at(pointer)); };
  const auto is = [&](const char *pointer) { return holds(reply, recipe.at(pointer)); };
  comment.id = text("/comment/id");
  comment.parent = text("/comment/parent");
  if (has_string(recipe.at("/comment/top"), comment.parent))
    comment.parent.clear();
  const std::string name = text("/comment/name");
  comment.name = rules::neutralize(is_true(recipe.at("/comment/escaped")) ? html::plain_text(name) : name);
  if (auto url = html::Url::check(text("/comment/website")); url && url->scheme().starts_with("http"))
    comment.website = std::move(url);
  if (const auto created = text::parse_moment(text("/comment/created")))
    comment.created = text::format_date(*created);
  const std::string format = recipe.string("/comment/format");
  const std::string content = text("/comment/content");
  comment.content = reading.format == nullptr || format.empty() || format == "html"
                        ? html::sanitize(content, reading.images)
                        : reading.format(content);
  comment.status = is("/comment/deleted") ? Comment::Status::deleted
                   : is("/comment/held")  ? Comment::Status::held
                                          : Comment::Status::published;
  if (auto url = html::Url::check(text("/comment/avatar")); url && url->scheme() != "mailto")
    comment.avatar = std::move(url);
  comment.likes = to_size(text("/comment/likes")).value_or(0);
  comment.dislikes = to_size(text("/comment/dislikes")).value_or(0);
  comment.vote = is("/comment/liked") ? Vote::like : is("/comment/disliked") ? Vote::dislike : Vote::none;
  comment.author = is("/comment/author");
  comment.moderator = is("/comment/moderator");
  comment.pinned = is("/comment/pinned");
  comment.own = is("/comment/own");
}

namespace detail {

/// What stands under `root`, the first of its branch, and answers a comment that is not there answers `root`:
/// a reply that was taken away leaves the answers to it where they were.
inline void keep_branch(std::list<Comment> &comments, std::list<Comment>::iterator root) {
  for (auto reply = std::next(root); reply != comments.end(); ++reply) {
    auto parent = root;
    while (parent != comments.end() && parent->id != reply->parent)
      ++parent;
    if (parent == comments.end())
      reply->parent = root->id;
  }
}

/// The comments of `items`, and what answers them, from the top down. What stands under a comment answers it
/// unless it says otherwise. Where they come newest first, answers are turned round.
inline void read_items(const Recipe &recipe, Reply &reply, const Json &items, const std::string &above,
                       const Reading &reading, std::list<Comment> &comments) {
  const Json *replies = recipe.at("/comment/replies");
  const std::size_t size = items.items.size();
  const bool reversed = !above.empty() && is_true(recipe.at("/comment/reversed"));
  for (std::size_t i = 0; i < size; ++i) {
    const Json &item = items.items[reversed ? size - 1 - i : i];
    Comment &comment = comments.emplace_back();
    if (const Json *inner = find(item, recipe.string("/comment/inner").c_str())) {
      reply.enter(inner);
      read_comment(recipe, reply, comment, reading);
    }
    if (comment.parent.empty())
      comment.parent = above;
    reply.enter(&item);
    if (const Json *found = reply.find(replies)) {
      const auto root = std::prev(comments.end());
      read_items(recipe, reply, *found, comment.id, reading, comments);
      if (above.empty())
        keep_branch(comments, root);
    }
  }
}

/// The array of comments in `reply`, where the recipe's `place` says, or, if it says nothing there, where
/// those of the list stand. `place` becomes which it was; nullptr if nothing is there.
inline const Json *find_items(const Recipe &recipe, const Reply &reply, const char *&place) {
  if (recipe.at(place) == nullptr)
    place = "/list/reply/comments";
  const Json *items = reply.find(recipe.at(place));
  return items != nullptr && items->type == Json::Type::array ? items : nullptr;
}

/// The cursor of the next page: told by the reply, or counted.
/// @param cursor of this page; empty: it is the first
inline std::string next_cursor(const Recipe &recipe, Reply &reply, const Json &items,
                               const std::string &cursor) {
  const auto text = [&](const char *pointer) { return reply.text(recipe.at(pointer)); };
  const std::string by = recipe.string("/list/reply/by");
  if (by.empty())
    return text("/list/reply/next");
  const std::size_t size = items.items.size();
  const std::size_t page = to_size(cursor).value_or(1);
  const auto pages = to_size(text("/list/reply/pages"));
  const Json *more = recipe.at("/list/reply/more");
  const bool has_more = pages             ? page < *pages
                        : more != nullptr ? holds(reply, more)
                                          : size >= as_size(recipe.at("/list/reply/size")).value_or(1);
  if (size == 0 || !has_more)
    return {};
  if (by == "page")
    return text::decimal(page + 1);
  if (by == "offset")
    return text::decimal(to_size(cursor).value_or(0) + size);
  reply.enter(&items.items.back());
  return text("/list/reply/next");
}

} // namespace detail

/// A page of the list, into `list`. Like all that read replies: nothing is read where a failure is returned.
/// @param cursor that was asked for; empty: it is the first page
inline Failure read_list(const Recipe &recipe, const Response &response, List &list,
                         const Reading &reading = {}, const std::string &cursor = {}) {
  Reply reply(response);
  const Json *closed = recipe.at("/list/reply/closed");
  list.closed = holds(reply, closed);
  if (!succeeded(recipe, reply)) {
    // Where nobody may comment some backends list nothing either, and say so by an error.
    list.closed = list.closed && find(*closed, "/status") != nullptr;
    return list.closed ? Failure() : describe(recipe, reply);
  }
  const Json *items = reply.find(recipe.at("/list/reply/comments"));
  if (items == nullptr || items->type != Json::Type::array)
    return missing(recipe, reply, "/list/reply/comments");
  const auto size = [&](const char *pointer) { return to_size(reply.text(recipe.at(pointer))); };
  list.followers = size("/list/reply/followers");
  if (const Json *form = reply.find(recipe.at("/list/reply/form"));
      form != nullptr && form->type == Json::Type::object) {
    list.form = read_form(*form);
    list.form->links = size("/list/reply/links");
    list.form->interval = size("/list/reply/interval").value_or(0);
  }
  const auto total = size("/list/reply/total");
  list.cursor = reply.text(recipe.at("/list/reply/cursor"));
  detail::read_items(recipe, reply, *items, {}, reading, list.comments);
  list.total = total.value_or(list.comments.size());
  reply.enter(nullptr);
  list.next = detail::next_cursor(recipe, reply, *items, cursor);
  return {};
}

} // namespace afterword::backend
