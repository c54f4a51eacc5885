#pragma once
/// @file White space and the invisible: what may be cut from the ends of a field, and what a reader cannot
/// see.

#include "afterword/text/utf8.hpp"

#include <cstddef>
#include <string_view>

namespace afterword::text {

/// Unicode White_Space, and the BOM that pasted text likes to carry.
/// @see https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt
constexpr bool is_space(char32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

/// Controls and characters that draw nothing by themselves (Default_Ignorable_Code_Point, the blank braille
/// pattern and the Hangul fillers): a comment made only of these says nothing.
/// @see https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
constexpr bool is_invisible(char32_t c) noexcept {
  return is_space(c) || c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
         c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180F) ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0x2800 || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0 ||
         (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

/// `text` without the white space at its two ends. A view into `text`: it lives no longer.
constexpr std::string_view trim(std::string_view text) noexcept {
  std::size_t first = text.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!is_space(point.value)) {
      if (first == text.size())
        first = at;
      last = at + point.size;
    }
    at += point.size;
  }
  return first < last ? text.substr(first, last - first) : std::string_view{};
}

/// Whether nothing in `text` can be seen. True of the empty text.
constexpr bool is_blank(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!is_invisible(point.value))
      return false;
    at += point.size;
  }
  return true;
}

} // namespace afterword::text
