#pragma once
/// @file Character references: `&amp;`, `&#x41;`, `&eacute` and their kin, read as the HTML standard reads
/// them. The names are those of HTML 4; the 1,900 rarer ones of HTML 5 would cost every reader ten kilobytes,
/// so they stay as they were written, as text.

#include "afterword/text/ascii.hpp"
#include "afterword/text/utf8.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::html {

namespace detail {

/// Names of U+00A0 to U+00FF in order; these are also read without their semicolon.
inline constexpr std::string_view latin_names =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 "
    "sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute "
    "Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde "
    "Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave "
    "aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth "
    "ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ";

/// The others, each `name=hex`.
inline constexpr std::string_view other_names =
    "OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 ensp=2002 emsp=2003 thinsp=2009 zwnj=200c "
    "zwj=200d lrm=200e rlm=200f ndash=2013 mdash=2014 lsquo=2018 rsquo=2019 sbquo=201a ldquo=201c "
    "rdquo=201d bdquo=201e dagger=2020 Dagger=2021 bull=2022 hellip=2026 permil=2030 prime=2032 "
    "Prime=2033 lsaquo=2039 rsaquo=203a euro=20ac trade=2122 larr=2190 uarr=2191 rarr=2192 darr=2193 "
    "minus=2212 infin=221e asymp=2248 ne=2260 le=2264 ge=2265 hearts=2665 ";

/// What a numeric reference to a C1 control means: the character of windows-1252 that its author saw.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
inline constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// A name that was found: what it stands for, and how many characters of the input it took.
struct Named {
  char32_t value = 0;
  std::size_t size = 0;
};

constexpr Named find_basic(std::string_view rest) noexcept {
  constexpr struct {
    std::string_view name;
    char value;
  } basic[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'},
               {"AMP", '&'}, {"LT", '<'}, {"GT", '>'}, {"QUOT", '"'}};
  for (const auto &[name, value] : basic)
    if (rest.starts_with(name))
      return {static_cast<char32_t>(value), name.size()};
  return {};
}

/// The longest Latin name that `rest` begins with.
constexpr Named find_latin(std::string_view rest) noexcept {
  Named best;
  char32_t value = 0xA0;
  for (std::size_t at = 0; at < latin_names.size(); ++value) {
    const std::size_t end = latin_names.find(' ', at);
    const std::string_view name = latin_names.substr(at, end - at);
    if (name.size() > best.size && rest.starts_with(name))
      best = {value, name.size()};
    at = end + 1;
  }
  return best;
}

/// The one name that is exactly `name`.
constexpr Named find_other(std::string_view name) noexcept {
  for (std::size_t at = 0; at < other_names.size();) {
    const std::size_t equals = other_names.find('=', at);
    const std::size_t end = other_names.find(' ', equals);
    if (other_names.substr(at, equals - at) == name) {
      char32_t value = 0;
      for (const char c : other_names.substr(equals + 1, end - equals - 1))
        value = value * 16 + static_cast<char32_t>(text::is_ascii_digit(c) ? c - '0' : c - 'a' + 10);
      return {value, name.size()};
    }
    at = end + 1;
  }
  return {};
}

constexpr Named find_named(std::string_view rest, bool in_attribute) noexcept {
  std::size_t word = 0;
  while (word < rest.size() && word < 10 && text::is_ascii_alphanumeric(rest[word]))
    ++word;
  if (word < rest.size() && rest[word] == ';') {
    Named exact = find_other(rest.substr(0, word));
    if (exact.size == 0 && rest.substr(0, word) == "apos")
      exact = {'\'', 4};
    if (exact.size != 0)
      return {exact.value, exact.size + 1};
  }
  Named found = find_basic(rest);
  if (found.size == 0)
    found = find_latin(rest);
  if (found.size == 0)
    return {};
  const char next = found.size < rest.size() ? rest[found.size] : '\0';
  if (next == ';')
    return {found.value, found.size + 1};
  // "For historical reasons", in an attribute `&copy=` is not a reference: it is a URL's parameter.
  if (in_attribute && (next == '=' || text::is_ascii_alphanumeric(next)))
    return {};
  return found;
}

constexpr Named find_numeric(std::string_view rest) noexcept {
  const bool hexadecimal = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
  std::size_t at = hexadecimal ? 2 : 1;
  const std::size_t first = at;
  char32_t value = 0;
  for (; at < rest.size(); ++at) {
    const char c = text::to_ascii_lower(rest[at]);
    char32_t digit = 0;
    if (text::is_ascii_digit(c))
      digit = static_cast<char32_t>(c - '0');
    else if (hexadecimal && c >= 'a' && c <= 'f')
      digit = static_cast<char32_t>(c - 'a' + 10);
    else
      break;
    if (value <= 0x10FFFF)
      value = value * (hexadecimal ? 16 : 10) + digit;
  }
  if (at == first)
    return {};
  if (at < rest.size() && rest[at] == ';')
    ++at;
  if (value >= 0x80 && value <= 0x9F)
    value = windows_1252[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    value = text::replacement;
  return {value, at};
}

} // namespace detail

/// `raw` with its character references replaced by what they stand for. Linear in the size of `raw`.
/// @param in_attribute whether `raw` is an attribute's value, where the rules are stricter
/// @see https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
inline std::string decode_references(std::string_view raw, bool in_attribute) {
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] == '&' && at + 1 < raw.size()) {
      const std::string_view rest = raw.substr(at + 1);
      const detail::Named found =
          rest.front() == '#' ? detail::find_numeric(rest) : detail::find_named(rest, in_attribute);
      if (found.size != 0) {
        text::append(out, found.value);
        at += 1 + found.size;
        continue;
      }
    }
    out.push_back(raw[at++]);
  }
  return out;
}

} // namespace afterword::html
