#pragma once
/// @file Errors: what a recipe says of replies that are no success.

#include "afterword/backend/form.hpp"
#include "afterword/backend/success.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace afterword::backend {

namespace detail {

/// Longer pauses than this are cut, in seconds.
inline constexpr std::size_t most_seconds = 3600;

/// The field that the recipe calls `name`: one that every form may have, or one of the recipe's own.
inline std::optional<Field> field_named(const Recipe &recipe, const std::string &name) {
  if (const Json *form = recipe.at("/form")) {
    const FormRules rules = read_form(*form);
    for (const Extra &extra : rules.extras)
      if (extra.name == name)
        return extra.field;
  }
  return field_of(name);
}

/// The field that the backend calls `name`.
inline std::optional<Field> field_called(const Recipe &recipe, const std::string &name) {
  if (const Json *names = recipe.at("/errors/names"))
    for (const Json &each : names->items)
      if (each.key == name)
        return field_named(recipe, each.text);
  return field_named(recipe, name);
}

/// A problem without a code is told in the backend's own words; without those, it is the likeliest one.
inline void add_problem(const Recipe &recipe, Failure &failure, Field field, const std::string &code,
                        const std::string &said) {
  using rules::Problem;
  const std::string words = plain_words(recipe, said);
  auto problem = rules::problem_of(code);
  if (!problem && !words.empty()) {
    problem = Problem::refused;
    failure.words.push_back({name(field), words});
  }
  failure.problems[field] = problem                   ? *problem
                            : field == Field::email   ? Problem::email_invalid
                            : field == Field::website ? Problem::website_invalid
                                                      : Problem::missing;
}

/// The problems that the reply tells field by field: in an array, or in an object whose members are fields.
inline void read_problems(const Recipe &recipe, const Reply &reply, Failure &failure) {
  const Json *list = reply.find(recipe.at("/errors/fields/at"));
  if (list == nullptr)
    return;
  const auto part = [&](const Json &item, const char *pointer) {
    return as_text(find(item, recipe.string(pointer).c_str()));
  };
  for (const Json &item : list->items) {
    const std::string plain = as_text(&item);
    const std::string called = !item.key.empty() ? item.key : plain;
    const auto field = field_called(recipe, !called.empty() ? called : part(item, "/errors/fields/field"));
    if (field)
      add_problem(recipe, failure, *field,
                  called.empty() ? part(item, "/errors/fields/problem") : std::string(),
                  called.empty()     ? part(item, "/errors/fields/message")
                  : item.key.empty() ? std::string()
                                     : plain);
  }
}

/// The rule that decides. About a reply that succeeded only those are asked that name a status.
inline const Json *find_rule(const Recipe &recipe, const Reply &reply, bool succeeded) {
  const Json *rules = recipe.at("/errors/rules");
  if (rules != nullptr)
    for (const Json &rule : rules->items)
      if ((!succeeded || find(rule, "/status") != nullptr) && holds(reply, &rule, recipe.at("/errors/code")))
        return &rule;
  return nullptr;
}

/// What no rule speaks of.
inline Failure::Kind default_kind(const Failure &failure, int status, bool has_pause) {
  using Kind = Failure::Kind;
  if (status == no_network)
    return Kind::offline;
  if (status == went_there)
    return Kind::returned;
  if (status == 401)
    return Kind::login;
  if (status == 429 && has_pause)
    return Kind::slow_down;
  if (status == 429 || (status >= 502 && status <= 504))
    return Kind::busy;
  return failure.kind;
}

inline Failure read_failure(const Recipe &recipe, const Reply &reply, const Json *rule) {
  Failure failure = describe(recipe, reply);
  read_problems(recipe, reply, failure);
  std::string seconds;
  for (const Header &header : reply.response().headers)
    if (header.name == "retry-after")
      seconds = header.value;
  failure.kind = default_kind(failure, reply.response().status, to_size(seconds).has_value());
  if (!failure.problems.empty())
    failure.kind = Failure::Kind::invalid;
  if (rule != nullptr) {
    const std::string kind = as_text(find(*rule, "/kind"));
    for (std::size_t i = 1; i < std::size(failure_kinds); ++i)
      if (kind == failure_kinds[i])
        failure.kind = static_cast<Failure::Kind>(i);
    if (const Json *pause = find(*rule, "/seconds"))
      seconds = pause->type == Json::Type::number ? pause->text : reply.text(pause);
    if (failure.kind == Failure::Kind::invalid)
      if (const auto field = field_named(recipe, as_text(find(*rule, "/field")));
          field && !failure.problems[*field])
        add_problem(recipe, failure, *field, as_text(find(*rule, "/problem")), failure.message);
  }
  if (failure.kind == Failure::Kind::invalid && failure.problems.empty())
    failure.kind = Failure::Kind::refused;
  if (failure.kind != Failure::Kind::invalid) {
    failure.problems = {};
    failure.words.clear();
  }
  if (failure.kind == Failure::Kind::refused && failure.message.empty()) {
    failure.message = plain_words(recipe, reply.text(recipe.at("/errors/code"))); // better than nothing
    if (failure.message.empty())
      failure.kind = Failure::Kind::unreachable;
  }
  failure.seconds = std::min(to_size(seconds).value_or(1), most_seconds);
  return failure;
}

} // namespace detail

/// Why `reply` is no success, if it is none.
inline Failure check_reply(const Recipe &recipe, const Reply &reply) {
  const bool success = succeeded(recipe, reply);
  const Json *rule = detail::find_rule(recipe, reply, success);
  return success && rule == nullptr ? Failure() : detail::read_failure(recipe, reply, rule);
}

} // namespace afterword::backend
