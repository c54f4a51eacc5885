#pragma once
/// @file The fields of a comment form, and the rules that configuration or backend set for each.

#include "afterword/rules/length.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afterword {

/// A field, in the order in which a form shows it.
enum class Field : std::uint8_t { comment, name, email, website, remember, notify_comments, notify_posts };

inline constexpr std::array<Field, 7> all_fields = {
    Field::comment,         Field::name,        Field::email, Field::website, Field::remember,
    Field::notify_comments, Field::notify_posts};

inline constexpr std::array<const char *, 7> field_names = {
    "comment", "name", "email", "website", "remember", "notify_comments", "notify_posts"};

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

/// Some of the fields.
using FieldSet = std::array<bool, all_fields.size()>;

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
  std::array<FieldRule, all_fields.size()> fields{FieldRule{true, true},
                                                  FieldRule{true, true},
                                                  FieldRule{true, true},
                                                  FieldRule{},
                                                  FieldRule{},
                                                  FieldRule{},
                                                  FieldRule{}};

  std::optional<std::size_t> links{}; ///< a comment with more of them waits for moderation
  std::size_t interval = 0;           ///< seconds from one comment to the next

  constexpr FieldRule &operator[](Field field) noexcept { return fields[static_cast<std::size_t>(field)]; }
  constexpr const FieldRule &operator[](Field field) const noexcept {
    return fields[static_cast<std::size_t>(field)];
  }
  friend bool operator==(const FormRules &, const FormRules &) = default;
};

} // namespace afterword
