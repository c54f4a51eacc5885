#pragma once
/// @file A draft: what a commenter has filled in and not yet had accepted.

#include "afterword/model/field.hpp"
#include "afterword/model/problems.hpp"
#include "afterword/model/values.hpp"
#include "afterword/rules/email.hpp"
#include "afterword/rules/name.hpp"
#include "afterword/rules/website.hpp"
#include "afterword/text/trim.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace afterword {

/// The values of a comment form, as typed.
struct Draft {
  std::string parent; ///< id of the comment it answers; empty for a comment on the page
  std::string key;    ///< idempotency key: one a draft, so that sending it twice makes one comment
  std::string comment;
  std::string name;
  std::string email;
  std::string website;
  std::array<std::string, 4> texts{}; ///< of a recipe's own fields
  bool remember = false;
  bool notify_comments = false;
  bool notify_posts = false;
  std::array<bool, 4> boxes{}; ///< of a recipe's own fields
  friend bool operator==(const Draft &, const Draft &) = default;

  /// The text of `field`, or nullptr for a box.
  [[nodiscard]] std::string *text(Field field) noexcept { return find_text(*this, field); }
  [[nodiscard]] const std::string *text(Field field) const noexcept { return find_text(*this, field); }

  /// The state of a box, or nullptr for a text.
  [[nodiscard]] bool *box(Field field) noexcept { return find_box(*this, field); }
  [[nodiscard]] const bool *box(Field field) const noexcept { return find_box(*this, field); }

  /// The text of `field`; of a box `Values::ticked`, or nothing.
  [[nodiscard]] std::string value(Field field) const {
    const std::string *value = text(field);
    return value != nullptr ? *value : *box(field) ? Values::ticked : "";
  }

private:
  template <class Self> static auto find_text(Self &self, Field field) noexcept -> decltype(&self.comment) {
    switch (field) {
    case Field::comment:
      return &self.comment;
    case Field::name:
      return &self.name;
    case Field::email:
      return &self.email;
    case Field::website:
      return &self.website;
    default:
      return is_box(field) ? nullptr : &self.texts[place(field, Field::text1)];
    }
  }

  template <class Self> static auto find_box(Self &self, Field field) noexcept -> decltype(&self.remember) {
    switch (field) {
    case Field::remember:
      return &self.remember;
    case Field::notify_comments:
      return &self.notify_comments;
    case Field::notify_posts:
      return &self.notify_posts;
    default:
      return is_box(field) ? &self.boxes[place(field, Field::box1)] : nullptr;
    }
  }

  /// Which of its kind a recipe's own field is.
  static constexpr std::size_t place(Field field, Field first) noexcept {
    return static_cast<std::size_t>(field) - static_cast<std::size_t>(first);
  }
};

/// Takes over every value that is known.
inline void take(Draft &draft, const Values &values) {
  for (const Field field : all_fields) {
    const std::string *value = values.find(field);
    if (value == nullptr)
      continue;
    if (std::string *text = draft.text(field))
      *text = *value;
    else
      *draft.box(field) = !value->empty();
  }
}

/// What is wrong with `value` as `field`, under `rule`; of a box, `value` is empty unless it is ticked.
/// Nothing is wrong with a field that is not shown.
inline std::optional<rules::Problem> check(Field field, std::string_view value, const FieldRule &rule) {
  if (!rule.shown || (is_box(field) && !is_extra(field)))
    return std::nullopt;
  if (const auto problem = rules::check_text(value, rule.required, rule.length))
    return problem;
  const std::string_view trimmed = text::trim(value);
  if (trimmed.empty())
    return std::nullopt;
  // A name of nothing but marks looks like one until it is made fit for a line.
  if (field == Field::name)
    return rules::check_text(rules::neutralize(trimmed), rule.required, rule.length);
  if (field == Field::email && !rules::is_email(trimmed, rule.international))
    return rules::Problem::email_invalid;
  if (field == Field::website && !rules::website(trimmed))
    return rules::Problem::website_invalid;
  return std::nullopt;
}

/// Everything that is wrong with `draft`; empty when it can be sent.
inline Problems check(const Draft &draft, const FormRules &rules) {
  Problems problems;
  for (const Field field : all_fields)
    problems[field] = check(field, draft.value(field), rules[field]);
  return problems;
}

/// `draft` as it is sent: texts trimmed, the name made fit for a line, the website completed, fields that are
/// not shown left out.
inline Draft normalize(Draft draft, const FormRules &rules) {
  for (const Field field : all_fields) {
    if (std::string *value = draft.text(field))
      *value = rules[field].shown ? std::string(text::trim(*value)) : std::string();
    else if (!rules[field].shown)
      *draft.box(field) = false;
  }
  draft.name = rules::neutralize(draft.name);
  if (const auto website = rules::website(draft.website))
    draft.website = *website;
  return draft;
}

} // namespace afterword
