#pragma once
/// @file How long a value must and may be, in the unit that the backend counts in.

#include "afterword/rules/problem.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace afterword::rules {

/// Bounds of a value's length.
struct Length {
  std::size_t min = 0;
  std::size_t max = 0; ///< 0: no limit
  text::Unit unit = text::Unit::code_points;
  friend bool operator==(const Length &, const Length &) = default;
};

/// What every text field has in common: `value`, its ends trimmed, must be there when `required`, must be
/// visible, and must keep within `length`. A value that was left empty is fine when it may be.
constexpr std::optional<Problem> check_text(std::string_view value, bool required,
                                            const Length &length) noexcept {
  const std::string_view trimmed = text::trim(value);
  if (trimmed.empty())
    return required ? std::optional(Problem::missing) : std::nullopt;
  if (text::is_blank(trimmed))
    return Problem::invisible;
  const std::size_t size = text::length(trimmed, length.unit);
  if (length.max != 0 && size > length.max)
    return Problem::too_long;
  if (size < length.min)
    return Problem::too_short;
  return std::nullopt;
}

} // namespace afterword::rules
