#pragma once
/// @file Small sets of words, written as one text. Cheaper than arrays of texts, and as quick for a dozen of
/// them.

#include <cstddef>
#include <string_view>

namespace afterword::text {

/// Whether `word` is one of `words`, which are parted by single spaces.
constexpr bool is_among(std::string_view words, std::string_view word) noexcept {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (words.substr(0, end) == word)
      return true;
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return false;
}

} // namespace afterword::text
