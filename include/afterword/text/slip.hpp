#pragma once
/// @file Whether one word is another but for a slip of the finger.

#include <string_view>

namespace afterword::text {

/// Whether exactly one slip parts `a` from `b`: a byte left out, put in or mistaken, or two neighbours
/// swapped (a Damerau-Levenshtein distance of 1, which needs no table). Linear.
/// @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
constexpr bool is_one_slip(std::string_view a, std::string_view b) noexcept {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() == 2 && b.size() == 2)
    return a[0] == b[1] && a[1] == b[0];
  return a.size() <= 1 && b.size() <= 1 && a != b;
}

} // namespace afterword::text
