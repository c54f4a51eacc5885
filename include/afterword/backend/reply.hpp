#pragma once
/// @file What a backend answered, read by its recipe. A reply can be anything; what comes out is model or
/// Failure.

#include "afterword/backend/failure.hpp"
#include "afterword/backend/http.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/html/sanitizer.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/model/config.hpp"
#include "afterword/text/date.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::backend {

/// A page of the list.
struct List {
  std::vector<Comment> comments;
  std::size_t total = 0; ///< of the whole thread
  std::string next;      ///< cursor of the page after this one; empty: this is the last
  bool closed = false;
  std::optional<std::size_t> followers;
  std::optional<FormRules> form; ///< when the backend says what it takes
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
  Failure failure;
  failure.detail = response.status > 0 ? "HTTP " + text::decimal(static_cast<std::uint64_t>(response.status)) : "no reply";
  if (response.status == no_network)
    failure.kind = Failure::Kind::offline;
  const std::optional<Json> reply = parse_json(response.body);
  const bool is_busy =
      response.status == 429 || response.status == 502 || response.status == 503 || response.status == 504;
  if (is_busy)
    failure.kind = Failure::Kind::busy;
  if (!reply)
    return failure;
  const std::string code = recipe.text(*reply, "/errors/code");
  failure.message = recipe.text(*reply, "/errors/message");
  failure.problems = read_problems(recipe, *reply);
  if (!failure.problems.empty())
    failure.kind = Failure::Kind::invalid;
  else if (has_string(recipe.at("/errors/closed"), code))
    failure.kind = Failure::Kind::closed;
  else if (has_string(recipe.at("/errors/unknown_parent"), code))
    failure.kind = Failure::Kind::unknown_parent;
  else if (!is_busy && response.status < 500 && !failure.message.empty())
    failure.kind = Failure::Kind::refused;
  return failure;
}

/// The JSON of a reply that succeeded, or its failure.
inline Result<Json, Failure> read_json(const Recipe &recipe, const Response &response) {
  if (response.status < 200 || response.status > 299)
    return read_failure(recipe, response);
  std::optional<Json> reply = parse_json(response.body);
  if (!reply)
    return Failure{Failure::Kind::unreachable, {}, {}, "the reply is not JSON"};
  return std::move(*reply);
}

inline Failure missing(const Recipe &recipe, const char *pointer) {
  return {Failure::Kind::unreachable, {}, {}, "the reply has nothing at \"" + recipe.string(pointer) + "\""};
}

} // namespace detail

/// One comment of a reply. Without an id there is none.
inline std::optional<Comment> read_comment(const Recipe &recipe, const Json &json) {
  Comment comment;
  comment.id = recipe.text(json, "/comment/id");
  if (comment.id.empty())
    return std::nullopt;
  comment.parent = recipe.text(json, "/comment/parent");
  comment.name = text::trim(recipe.text(json, "/comment/name"));
  if (auto url = html::Url::check(recipe.text(json, "/comment/website"));
      url && url->scheme().starts_with("http"))
    comment.website = std::move(url);
  if (const auto created = text::parse_date(recipe.text(json, "/comment/created")))
    comment.created = text::format_date(*created);
  comment.content = html::sanitize(recipe.text(json, "/comment/content"));
  comment.permalink = html::Url::check(recipe.text(json, "/comment/permalink"));
  if (has_string(recipe.at("/comment/held"), recipe.text(json, "/comment/status")))
    comment.status = Comment::Status::held;
  return comment;
}

/// What the backend takes: a field it does not name is not shown.
inline FormRules read_form(const Json &json) {
  FormRules rules;
  for (const Field field : all_fields) {
    const Json *found = find(json, ("/" + std::string(name(field))).c_str());
    FieldRule &rule = rules[field];
    rule.shown = found != nullptr && found->type == Json::Type::object;
    rule.required = rule.shown && is_true(find(*found, "/required"));
    if (!rule.shown)
      continue;
    rule.length.min = as_size(find(*found, "/min")).value_or(0);
    rule.length.max = as_size(find(*found, "/max")).value_or(0);
  }
  rules[Field::comment].shown = true;
  rules[Field::comment].required = true;
  return rules;
}

/// A page of the list.
inline Result<List, Failure> read_list(const Recipe &recipe, const Response &response) {
  auto reply = detail::read_json(recipe, response);
  if (!reply)
    return reply.error();
  const Json *comments = recipe.read(*reply, "/list/reply/comments");
  if (comments == nullptr || comments->type != Json::Type::array)
    return detail::missing(recipe, "/list/reply/comments");
  List list;
  for (const Json &item : comments->items)
    if (auto comment = read_comment(recipe, item))
      list.comments.push_back(std::move(*comment));
  list.total = as_size(recipe.read(*reply, "/list/reply/total")).value_or(list.comments.size());
  list.next = recipe.text(*reply, "/list/reply/next");
  list.closed = is_true(recipe.read(*reply, "/list/reply/closed"));
  list.followers = as_size(recipe.read(*reply, "/list/reply/followers"));
  if (const Json *form = recipe.read(*reply, "/list/reply/form");
      form != nullptr && form->type == Json::Type::object)
    list.form = read_form(*form);
  return list;
}

/// The comment that was posted, as the backend keeps it.
inline Result<Comment, Failure> read_created(const Recipe &recipe, const Response &response) {
  auto reply = detail::read_json(recipe, response);
  if (!reply)
    return reply.error();
  const Json *json = recipe.read(*reply, "/create/reply/comment");
  auto comment = json != nullptr ? read_comment(recipe, *json) : std::nullopt;
  if (!comment)
    return detail::missing(recipe, "/comment/id");
  return std::move(*comment);
}

/// What became of a subscription.
inline Result<Subscribed, Failure> read_subscribed(const Recipe &recipe, const Response &response) {
  auto reply = detail::read_json(recipe, response);
  if (!reply)
    return reply.error();
  const std::string status = recipe.text(*reply, "/subscribe/reply/status");
  if (has_string(recipe.at("/subscribe/reply/pending"), status))
    return Subscribed::pending;
  if (has_string(recipe.at("/subscribe/reply/subscribed"), status))
    return Subscribed::already;
  return detail::missing(recipe, "/subscribe/reply/status");
}

/// How many follow the site, when the reply says so.
inline std::optional<std::size_t> read_followers(const Recipe &recipe, const Response &response) {
  auto reply = detail::read_json(recipe, response);
  return reply ? as_size(recipe.read(*reply, "/followers/reply/followers")) : std::nullopt;
}

} // namespace afterword::backend
