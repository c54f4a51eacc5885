#pragma once
/// @file Letters without their case, to find what somebody looks for in whatever case it was written.

#include "afterword/text/utf8.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace afterword::text {

/// The small letter of a capital of the Latin, Greek or Cyrillic alphabets; anything else as it is. These are
/// the ranges of CaseFolding.txt in which each letter folds to one; tables for all scripts would weigh more
/// than the search.
/// @see https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt
constexpr char32_t fold(char32_t c) noexcept {
  const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (in('A', 'Z') || (in(0xC0, 0xDE) && c != 0xD7) || (in(0x391, 0x3A9) && c != 0x3A2) || in(0x410, 0x42F))
    return c + 32;
  if (in(0x400, 0x40F))
    return c + 80;
  if (c == 0x3C2) // the sigma that ends a word
    return 0x3C3;
  const bool is_odd_pair = in(0x139, 0x148) || in(0x179, 0x17E); // the capital is the odd one of each two
  if (is_odd_pair)
    return c + (c & 1);
  if ((in(0x100, 0x137) && c != 0x130 && c != 0x131) || in(0x14A, 0x177) || in(0x460, 0x481) ||
      in(0x48A, 0x4BF) || in(0x4D0, 0x52F) || in(0x1E00, 0x1E95) || in(0x1EA0, 0x1EFF))
    return c | 1;
  return c;
}

/// `text` with every letter folded. Ill-formed bytes become U+FFFD.
inline std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out.push_back(static_cast<char>(fold(static_cast<char32_t>(text[at++]))));
      continue;
    }
    const CodePoint point = decode(text, at);
    append(out, fold(static_cast<char32_t>(point.value)));
    at += point.size;
  }
  return out;
}

} // namespace afterword::text
