#pragma once
/// @file How much two short words differ.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afterword::text {

/// The longest word, in bytes, that `distance` compares.
inline constexpr std::size_t longest_compared = 31;

/// How many slips of the finger part `a` from `b`: bytes left out, put in, mistaken, or swapped with their
/// neighbour (optimal string alignment). A word over `longest_compared` differs from every other by its size.
/// @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
constexpr std::size_t distance(std::string_view a, std::string_view b) noexcept {
  if (std::max(a.size(), b.size()) > longest_compared)
    return a == b ? 0 : std::max(a.size(), b.size());
  // Row i holds the distances from the first i bytes of `a`; only the last two of them are looked back to.
  std::array<std::array<std::uint8_t, longest_compared + 1>, 3> rows{};
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t least = i + j; // of the first row and column: all put in, or all left out
      if (i > 0 && j > 0) {
        const auto &above = rows[(i - 1) % 3];
        least = above[j - 1] + std::size_t{a[i - 1] != b[j - 1]};
        least = std::min({least, above[j] + std::size_t{1}, rows[i % 3][j - 1] + std::size_t{1}});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          least = std::min(least, rows[(i - 2) % 3][j - 2] + std::size_t{1});
      }
      rows[i % 3][j] = static_cast<std::uint8_t>(least);
    }
  return rows[a.size() % 3][b.size()];
}

} // namespace afterword::text
