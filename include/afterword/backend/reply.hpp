#pragma once
/// @file What a backend answered, read by its recipe. A reply can be anything; what comes out is model or
/// Failure.

#include "afterword/backend/failure.hpp"
#include "afterword/backend/http.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/html/sanitizer.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/model/config.hpp"
#include "afterword/rules/name.hpp"
#include "afterword/text/date.hpp"
#include "afterword/text/decimal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::backend {

/// A page of the list.
struct List {
  std::list<Comment> comments;
  std::size_t total = 0; ///< of the whole thread
  std::string next;      ///< cursor of the page after this one; empty: this is the last
  bool closed = false;
  std::optional<std::size_t> followers;
  FormRules form{}; ///< what the backend takes
};

/// What became of a subscription.
enum class Subscribed : std::uint8_t { pending, already };

namespace detail {

/// The problems that the reply names field by field.
inline Problems read_problems(const Recipe &recipe, const Json &reply) {
  Problems problems;
  const Json *list = recipe.read(reply, "/errors/problems");
  if (list == nullptr)
    return problems;
  for (const Json &item : list->items) {
    const auto field = field_of(recipe.text(item, "/errors/field"));
    const auto problem = rules::problem_of(recipe.text(item, "/errors/problem"));
    if (field && problem)
      problems[*field] = problem;
  }
  return problems;
}

/// The failure in a reply that did not succeed.
inline Failure read_failure(const Recipe &recipe, const Response &response) {
  const int status = response.status;
  const bool is_busy = status == 429 || status == 502 || status == 503 || status == 504;
  Failure failure;
  failure.kind = status == no_network ? Failure::Kind::offline
                 : is_busy            ? Failure::Kind::busy
                                      : Failure::Kind::unreachable;
  failure.detail = status > 0 ? "HTTP " : "no reply";
  if (status > 0)
    failure.detail += text::decimal(static_cast<std::uint64_t>(status));
  Json reply;
  if (!parse_json(response.body, reply))
    return failure;
  const std::string code = recipe.text(reply, "/errors/code");
  failure.seconds = std::min<std::size_t>(as_size(recipe.read(reply, "/errors/seconds")).value_or(1), 3600);
  failure.message = recipe.text(reply, "/errors/message");
  failure.problems = read_problems(recipe, reply);
  if (!failure.problems.empty())
    failure.kind = Failure::Kind::invalid;
  else if (has_string(recipe.at("/errors/closed"), code))
    failure.kind = Failure::Kind::closed;
  else if (has_string(recipe.at("/errors/unknown_parent"), code))
    failure.kind = Failure::Kind::unknown_parent;
  else if (has_string(recipe.at("/errors/duplicate"), code))
    failure.kind = Failure::Kind::duplicate;
  else if (has_string(recipe.at("/errors/slow_down"), code))
    failure.kind = Failure::Kind::slow_down;
  else if (!is_busy && status < 500 && !failure.message.empty())
    failure.kind = Failure::Kind::refused;
  return failure;
}

/// The reply can be read, but not as what it should be.
inline Failure misunderstood(std::string detail) {
  Failure failure;
  failure.kind = Failure::Kind::unreachable;
  failure.detail = std::move(detail);
  return failure;
}

inline Failure missing(const Recipe &recipe, const char *pointer) {
  std::string detail = "the reply has nothing at ";
  detail += recipe.string(pointer);
  return misunderstood(std::move(detail));
}

/// The JSON of a reply that succeeded.
inline Failure read_json(const Recipe &recipe, const Response &response, Json &json) {
  if (response.status < 200 || response.status > 299)
    return read_failure(recipe, response);
  return parse_json(response.body, json) ? Failure() : misunderstood("the reply is not JSON");
}

} // namespace detail

/// One comment of a reply. Without an id it is none.
inline void read_comment(const Recipe &recipe, const Json &json, Comment &comment, html::Images images) {
  comment.id = recipe.text(json, "/comment/id");
  comment.parent = recipe.text(json, "/comment/parent");
  comment.name = rules::neutralize(recipe.text(json, "/comment/name"));
  if (auto url = html::Url::check(recipe.text(json, "/comment/website"));
      url && url->scheme().starts_with("http"))
    comment.website = std::move(url);
  if (const auto created = text::parse_date(recipe.text(json, "/comment/created")))
    comment.created = text::format_date(*created);
  comment.content = html::sanitize(recipe.text(json, "/comment/content"), images);
  if (has_string(recipe.at("/comment/held"), recipe.text(json, "/comment/status")))
    comment.status = Comment::Status::held;
}

/// What the backend takes: a field it does not name is not shown.
inline FormRules read_form(const Json &json) {
  FormRules rules;
  for (const Field field : all_fields) {
    const Json *found = find(json, "/", field);
    FieldRule &rule = rules[field];
    rule.shown = found != nullptr && found->type == Json::Type::object;
    rule.required = rule.shown && is_true(find(*found, "/required"));
    if (!rule.shown)
      continue;
    rule.length.min = as_size(find(*found, "/min")).value_or(0);
    rule.length.max = as_size(find(*found, "/max")).value_or(0);
    const std::string unit = as_text(find(*found, "/unit"));
    rule.length.unit = unit == "bytes"   ? text::Unit::bytes
                       : unit == "utf16" ? text::Unit::utf16
                                         : text::Unit::code_points;
    rule.international = is_true(find(*found, "/international"));
  }
  rules[Field::comment].shown = true;
  rules[Field::comment].required = true;
  return rules;
}

/// A page of the list, into `list`. Like all that follow: nothing is read where a failure is returned.
inline Failure read_list(const Recipe &recipe, const Response &response, List &list,
                         html::Images images = html::Images::as_text) {
  Json reply;
  if (Failure failure = detail::read_json(recipe, response, reply))
    return failure;
  const Json *comments = recipe.read(reply, "/list/reply/comments");
  if (comments == nullptr || comments->type != Json::Type::array)
    return detail::missing(recipe, "/list/reply/comments");
  for (const Json &item : comments->items)
    read_comment(recipe, item, list.comments.emplace_back(), images);
  list.total = as_size(recipe.read(reply, "/list/reply/total")).value_or(list.comments.size());
  list.next = recipe.text(reply, "/list/reply/next");
  list.closed = is_true(recipe.read(reply, "/list/reply/closed"));
  list.followers = as_size(recipe.read(reply, "/list/reply/followers"));
  if (const Json *form = recipe.read(reply, "/list/reply/form");
      form != nullptr && form->type == Json::Type::object)
    list.form = read_form(*form);
  list.form.links = as_size(recipe.read(reply, "/list/reply/links"));
  list.form.interval = as_size(recipe.read(reply, "/list/reply/interval")).value_or(0);
  return {};
}

/// The comment that was posted, as the backend keeps it.
inline Failure read_created(const Recipe &recipe, const Response &response, Comment &comment,
                            html::Images images = html::Images::as_text) {
  Json reply;
  if (Failure failure = detail::read_json(recipe, response, reply))
    return failure;
  if (const Json *json = recipe.read(reply, "/create/reply/comment"))
    read_comment(recipe, *json, comment, images);
  return comment.id.empty() ? detail::missing(recipe, "/comment/id") : Failure();
}

/// What became of a subscription.
inline Failure read_subscribed(const Recipe &recipe, const Response &response, Subscribed &subscribed) {
  Json reply;
  if (Failure failure = detail::read_json(recipe, response, reply))
    return failure;
  const std::string status = recipe.text(reply, "/subscribe/reply/status");
  const bool is_pending = has_string(recipe.at("/subscribe/reply/pending"), status);
  if (!is_pending && !has_string(recipe.at("/subscribe/reply/subscribed"), status))
    return detail::missing(recipe, "/subscribe/reply/status");
  subscribed = is_pending ? Subscribed::pending : Subscribed::already;
  return {};
}

/// How many follow the site, when the reply says so.
inline std::optional<std::size_t> read_followers(const Recipe &recipe, const Response &response) {
  Json reply;
  if (detail::read_json(recipe, response, reply))
    return std::nullopt;
  return as_size(recipe.read(reply, "/followers/reply/followers"));
}

} // namespace afterword::backend
