#pragma once
/// @file The name of a host, as e-mail addresses and websites hold it.

#include "afterword/text/ascii.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"

#include <cstddef>
#include <string_view>

namespace afterword::rules {

namespace detail {

/// Blocks in which IDNA maps characters to ASCII: full stops and slashes of any shape, digits in circles,
/// full-width letters. Who reads them sees another host than the one that is asked. What else stands there
/// are arrows and presentation forms, which no name needs, and U+FFFD, as which all that is ill-formed reads.
/// @see https://www.unicode.org/reports/tr46/#IDNA_Mapping_Table
inline constexpr char32_t disguises[][2] = {{0x80, 0xB6},       {0xB8, 0xBF},      {0x2000, 0x24FF},
                                            {0x3002, 0x3002},   {0x3200, 0x33FF},  {0xFDD0, 0xFFFF},
                                            {0x1D400, 0x1D7FF}, {0x1F100, 0x1F10A}};

/// The size in bytes of the character at `at` if it is one of another script than ASCII that names may hold:
/// well-formed, visible, and no disguise of ASCII. Otherwise 0.
constexpr std::size_t international(std::string_view text, std::size_t at) noexcept {
  const text::CodePoint point = text::decode(text, at);
  if (point.value < 0x80 || text::is_invisible(point.value))
    return 0;
  for (const auto &[first, last] : disguises)
    if (point.value >= first && point.value <= last)
      return 0;
  return point.size;
}

/// Whether `name` is made of ASCII letters and digits, of `marks`, and of other scripts if
/// `is_international`.
constexpr bool is_made_of(std::string_view name, std::string_view marks, bool is_international) noexcept {
  for (std::size_t at = 0; at < name.size();) {
    std::size_t size = 1;
    if (!text::is_ascii_alphanumeric(name[at]) && marks.find(name[at]) == std::string_view::npos)
      size = is_international ? international(name, at) : 0;
    if (size == 0)
      return false;
    at += size;
  }
  return true;
}

} // namespace detail

/// Whether `domain` is labels between dots, each of 1 to 63 bytes of letters, digits and `marks`, with no
/// hyphen at its ends.
/// @param is_international whether letters of all scripts count as letters
/// @see https://www.rfc-editor.org/rfc/rfc1034#section-3.5
constexpr bool is_domain(std::string_view domain, std::string_view marks, bool is_international) noexcept {
  while (true) {
    const std::size_t dot = domain.find('.');
    const std::string_view label = domain.substr(0, dot);
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-' ||
        !detail::is_made_of(label, marks, is_international))
      return false;
    if (dot == std::string_view::npos)
      return true;
    domain.remove_prefix(dot + 1);
  }
}

} // namespace afterword::rules
