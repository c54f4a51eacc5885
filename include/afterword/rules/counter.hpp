#pragma once
/// @file How much may still be typed, and when that is worth saying.

#include "afterword/rules/length.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace afterword::rules {

/// How many units `length.max` (which must not be 0) leaves to `value`; below 0 when there are too many. Like
/// the limit itself it does not count white space at the ends.
constexpr std::ptrdiff_t remaining(std::string_view value, const Length &length) noexcept {
  return static_cast<std::ptrdiff_t>(length.max) -
         static_cast<std::ptrdiff_t>(text::length(text::trim(value), length.unit));
}

/// How near the limit `max` a counter appears: when a tenth is left, but in time for a last sentence (20),
/// and not before a last paragraph (200).
constexpr std::size_t counter_begins(std::size_t max) noexcept {
  return std::clamp<std::size_t>(max / 10, 20, 200);
}

/// What a counter beside the field shows: the units that remain, or nothing while the limit is far, or there
/// is none, or nothing was typed. Made to be asked at each key stroke: far from the limit it reads no byte.
constexpr std::optional<std::ptrdiff_t> counter(std::string_view value, const Length &length) noexcept {
  const std::size_t begins = counter_begins(length.max);
  // No unit is smaller than a byte.
  if (length.max == 0 || value.empty() || value.size() + begins < length.max)
    return std::nullopt;
  const std::ptrdiff_t left = remaining(value, length);
  return left <= static_cast<std::ptrdiff_t>(begins) ? std::optional(left) : std::nullopt;
}

} // namespace afterword::rules
