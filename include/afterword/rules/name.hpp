#pragma once
/// @file Names that others chose, made fit to stand among other text.

#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::rules {

namespace detail {

/// Marks that fonts pile up without end: those of all scripts in common, and of Cyrillic, Hebrew, Arabic,
/// Syriac, Thai, Lao and kana. The marks of other scripts keep their places by the rules of their shaping.
inline constexpr char16_t piling_marks[][2] = {
    {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x5BF, 0x5C7},   {0x610, 0x61A},
    {0x64B, 0x65F},   {0x670, 0x670},   {0x6D6, 0x6ED},   {0x730, 0x74A},   {0x8CA, 0x8FF},
    {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0xEB1, 0xEB1},   {0xEB4, 0xEBC},
    {0xEC8, 0xECE},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x302A, 0x302F},
    {0x3099, 0x309A}, {0xA66F, 0xA67D}, {0xFE20, 0xFE2F}};

/// The most marks that one letter keeps. Vietnamese and Thai need two, Arabic and Greek three, Hebrew four.
inline constexpr std::size_t most_marks = 4;

constexpr bool is_piling_mark(char32_t c) noexcept {
  for (const auto &[first, last] : piling_marks)
    if (c >= first && c <= last)
      return true;
  return false;
}

constexpr bool is_joiner(char32_t c) noexcept {
  return c == 0x200C || c == 0x200D;
}

/// Whether `c` chooses among the shapes of what stands before it: of an emoji, a Han or a Mongolian letter.
constexpr bool is_selector(char32_t c) noexcept {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
}

/// Whether `last` may be followed by a selector: an emoji, a Han or a Mongolian letter, or the digit of a
/// keycap emoji, of which `rest` then begins with the cap.
constexpr bool takes_selector(char32_t last, std::string_view rest) noexcept {
  return last < 0x80
             ? last > ' ' && rest.starts_with("\xE2\x83\xA3")
             : last == 0xA9 || last == 0xAE || (last >= 0x1800 && !is_selector(last) && !is_joiner(last));
}

/// Whether a joiner beside `c` may mean something: between letters from Arabic to the scripts of India and
/// beyond, and between emoji. Latin, Greek, Cyrillic, Han and Hangul have no use for it but to hide it.
constexpr bool is_joined(char32_t c) noexcept {
  return c >= 0x600 && !is_joiner(c) && (c < 0x2E80 || c > 0xA7FF) && (c < 0xAC00 || c > 0xFAFF);
}

/// Whether `c` is the virama of a script of India: a joiner behind it shapes the letter, even at a word's
/// end.
constexpr bool is_virama(char32_t c) noexcept {
  return c >= 0x94D && c <= 0xD4D && (c & 0x7F) == 0x4D;
}

} // namespace detail

/// `name` as it can be shown in one line among other text, and reaches no further than itself: controls,
/// marks of direction, tags and all that cannot be seen taken out, white space of any kind and length made
/// one space, no more than four marks on a letter, what is no UTF-8 made U+FFFD. Joiners and variation
/// selectors stay where a script or an emoji needs them. Doing it twice changes nothing more.
/// @see https://www.unicode.org/reports/tr36/#Recommendations_General
inline std::string neutralize(std::string_view name) {
  std::string out;
  char32_t last = ' ';   // the last character that was kept
  char32_t joiner = 0;   // seen since, and kept if the next character is joined too
  std::size_t marks = 0; // on the last letter
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint point = text::decode(name, at);
    const char32_t c = point.value;
    at += point.size;
    const bool is_blank = c == 0x2800; // a space, in braille
    if (is_blank || (text::is_space(c) && c != 0xFEFF)) {
      last = ' ';
      joiner = 0;
      marks = 0;
    } else if (detail::is_selector(c)) {
      if (detail::takes_selector(last, name.substr(at)) && joiner == 0)
        text::append(out, last = c);
    } else if (detail::is_joiner(c)) {
      if (detail::is_virama(last))
        text::append(out, last = c);
      else if (detail::is_joined(last))
        joiner = c;
      // Marks of annotation and what is no character go too.
    } else if (!text::is_invisible(c) && (c < 0xFFF9 || c == 0xFFFD || c > 0xFFFF)) {
      const bool is_mark = detail::is_piling_mark(c);
      if (is_mark && (out.empty() || marks == detail::most_marks))
        continue;
      marks = is_mark ? marks + 1 : 0;
      if (last == ' ' && !out.empty())
        out.push_back(' ');
      if (joiner != 0 && detail::is_joined(c))
        text::append(out, joiner);
      joiner = 0;
      text::append(out, last = c);
    }
  }
  return out;
}

} // namespace afterword::rules
