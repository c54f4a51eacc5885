#pragma once
/// @file Character references: `&amp;`, `&#x41;`, `&eacute` and their kin, read as the HTML standard reads
/// them. Of the 2,231 names the core itself knows the few that every text has. The others would cost every
/// reader eight kilobytes that a browser has already: there, AFTERWORD_HOST_REFERENCES is defined, and the
/// host's own parser says what a name means. Everywhere else it is looked up in named_references.hpp, with
/// the same result.

#include "afterword/text/ascii.hpp"
#include "afterword/text/utf8.hpp"

#ifndef AFTERWORD_HOST_REFERENCES
#include "afterword/html/named_references.hpp"
#include "afterword/text/words.hpp"
#endif

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#ifdef AFTERWORD_HOST_REFERENCES
/// Reads `text`, an `&` and `size` - 1 more characters that are letters, digits, `;` or `=`, as the host's
/// parser does. Writes UTF-8 into `out`, and returns how many bytes: never more than `size` + 6.
extern "C" std::size_t afterword_read_reference(const char *text, std::size_t size, bool in_attribute,
                                                char *out);
#endif

namespace afterword::html {

namespace detail {

/// What a numeric reference to a C1 control means: the character of windows-1252 that its author saw.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
inline constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// Appends what the numeric reference at the start of `rest`, which begins with its `#`, means. Returns how
/// much of `rest` it took; 0: it is none.
inline std::size_t append_numeric(std::string &out, std::string_view rest) {
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
    return 0;
  if (value >= 0x80 && value <= 0x9F)
    value = windows_1252[value - 0x80];
  text::append(out, value == 0 ? text::replacement : value);
  return at + (rest.substr(at).starts_with(';') ? 1 : 0);
}

#ifdef AFTERWORD_HOST_REFERENCES

/// Appends `chunk`, an `&` and the letters, digits and one mark behind it, as it reads.
inline void append_named(std::string &out, std::string_view chunk, bool in_attribute) {
  char buffer[48];
  out.append(buffer, afterword_read_reference(chunk.data(), chunk.size(), in_attribute, buffer));
}

#else

/// The row of `name`, or nullptr.
constexpr const NamedReference *find_reference(std::string_view name) noexcept {
  std::size_t low = 0;
  for (std::size_t high = named_references.size(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (named_references[middle].name < name)
      low = middle + 1;
    else
      high = middle;
  }
  return low < named_references.size() && named_references[low].name == name ? &named_references[low]
                                                                             : nullptr;
}

/// Appends `chunk`, an `&` and the letters, digits and one mark behind it, as it reads.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#named-character-reference-state
inline void append_named(std::string &out, std::string_view chunk, bool in_attribute) {
  const std::string_view rest = chunk.substr(1);
  if (rest.ends_with(';')) {
    if (const NamedReference *found = find_reference(rest.substr(0, rest.size() - 1))) {
      out += found->value;
      return;
    }
  }
  for (std::size_t size = rest.size() < 6 ? rest.size() : 6; size >= 2; --size) {
    const NamedReference *found = find_reference(rest.substr(0, size));
    if (found == nullptr || !text::is_among(legacy_references, found->name))
      continue;
    const char next = size < rest.size() ? rest[size] : '\0';
    // In an attribute `&copy=` is not a reference: it is a URL's parameter.
    if (in_attribute && (next == '=' || text::is_ascii_alphanumeric(next)))
      break;
    out += found->value;
    out += rest.substr(size + (next == ';' ? 1 : 0));
    return;
  }
  out += chunk;
}

#endif

/// Appends what the name at the start of `rest`, which stands behind an `&`, means, and the mark behind it.
/// Returns how much of `rest` that is; 0: there is no name.
inline std::size_t append_word(std::string &out, std::string_view rest, bool in_attribute) {
  constexpr struct {
    std::string_view name;
    std::string_view value;
  } common[] = {{"amp;", "&"}, {"lt;", "<"}, {"gt;", ">"}, {"quot;", "\""}, {"nbsp;", "\xC2\xA0"}};
  for (const auto &[name, value] : common)
    if (rest.starts_with(name)) {
      out += value;
      return name.size();
    }
  constexpr std::size_t longest = 31; // CounterClockwiseContourIntegral
  std::size_t size = 0;
  while (size < rest.size() && size < longest && text::is_ascii_alphanumeric(rest[size]))
    ++size;
  if (size == 0)
    return 0;
  // How a name ends depends on what comes next: of letters and digits one is as good as all.
  const char next = size < rest.size() ? rest[size] : ' ';
  if (next == ';' || next == '=' || text::is_ascii_alphanumeric(next))
    ++size;
  std::string word = "&";
  word += rest.substr(0, size);
  append_named(out, word, in_attribute);
  return size;
}

} // namespace detail

/// `raw` with its character references replaced by what they stand for. Linear in the size of `raw`.
/// @param in_attribute whether `raw` is an attribute's value, where the rules are stricter
/// @see https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
inline std::string decode_references(std::string_view raw, bool in_attribute) {
  std::string out;
  while (true) {
    const std::size_t at = raw.find('&');
    out += raw.substr(0, at);
    if (at == std::string_view::npos)
      return out;
    raw.remove_prefix(at + 1);
    const std::size_t size =
        raw.starts_with('#') ? detail::append_numeric(out, raw) : detail::append_word(out, raw, in_attribute);
    if (size == 0)
      out.push_back('&');
    raw.remove_prefix(size);
  }
}

} // namespace afterword::html
