#pragma once
/// @file The fields of a comment form, and the rules that configuration or backend set for each.

#include "afterword/rules/length.hpp"
#include "afterword/text/named.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>

namespace afterword {

/// A field, in the order in which a form shows it. Besides those that every form may have there is room for
/// some of a recipe's own: texts and choices, and boxes.
enum class Field : std::uint8_t {
  comment,
  name,
  email,
  website,
  text1,
  text2,
  text3,
  text4,
  remember,
  notify_comments,
  notify_posts,
  box1,
  box2,
  box3,
  box4
};

inline constexpr std::array<Field, 15> all_fields = {
    Field::comment,      Field::name,  Field::email, Field::website,  Field::text1,
    Field::text2,        Field::text3, Field::text4, Field::remember, Field::notify_comments,
    Field::notify_posts, Field::box1,  Field::box2,  Field::box3,     Field::box4};

inline constexpr std::array<const char *, all_fields.size()> field_names = {
    "comment",         "name",         "email", "website", "text1", "text2", "text3", "text4", "remember",
    "notify_comments", "notify_posts", "box1",  "box2",    "box3",  "box4"};

/// The name of `field`, the same in markup, events and JSON.
constexpr const char *name(Field field) noexcept {
  return field_names[static_cast<std::size_t>(field)];
}

/// The field called `name`, if there is one.
constexpr std::optional<Field> field_of(std::string_view name) noexcept {
  for (const Field field : all_fields)
    if (name == afterword::name(field))
      return field;
  return std::nullopt;
}

/// Whether `field` is a box to tick rather than a text.
constexpr bool is_box(Field field) noexcept {
  return field >= Field::remember;
}

/// Whether `field` is one of a recipe's own.
constexpr bool is_extra(Field field) noexcept {
  return (field >= Field::text1 && field <= Field::text4) || field >= Field::box1;
}

/// Some of the fields.
using FieldSet = std::array<bool, all_fields.size()>;

/// A field of a recipe's own: what it is called, and what stands beside it.
struct Extra {
  Field field = Field::text1;     ///< the room that it has here
  std::string name;               ///< in templates
  std::string label;              ///< plain text
  std::string link;               ///< address of what is agreed to; empty: none
  std::string link_text;          ///< plain text
  std::list<text::Named> options; ///< to choose from: what is sent, and what is shown; empty: none
  friend bool operator==(const Extra &, const Extra &) = default;
};

/// What holds for one field.
struct FieldRule {
  bool shown = true;
  bool required = false;
  rules::Length length{};
  bool international = false; ///< an e-mail address may hold letters of all scripts
  friend bool operator==(const FieldRule &, const FieldRule &) = default;
};

/// What holds for every field of a form, and for the comment as a whole. By default WordPress's: comment,
/// name and e-mail address are required.
struct FormRules {
  std::array<FieldRule, all_fields.size()> fields{};
  std::list<Extra> extras{};          ///< the recipe's own fields
  std::optional<std::size_t> links{}; ///< a comment with more of them waits for moderation
  std::size_t interval = 0;           ///< seconds from one comment to the next

  FormRules() {
    for (const Field field : all_fields) {
      (*this)[field].required = field <= Field::email;
      (*this)[field].shown = !is_extra(field);
    }
  }

  FieldRule &operator[](Field field) noexcept { return fields[static_cast<std::size_t>(field)]; }
  const FieldRule &operator[](Field field) const noexcept { return fields[static_cast<std::size_t>(field)]; }
  /// What `field` is, if it is a recipe's own; or nullptr.
  [[nodiscard]] const Extra *extra(Field field) const noexcept {
    for (const Extra &each : extras)
      if (each.field == field)
        return &each;
    return nullptr;
  }
  friend bool operator==(const FormRules &, const FormRules &) = default;
};

} // namespace afterword
