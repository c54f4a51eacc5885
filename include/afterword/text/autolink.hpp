#pragma once
/// @file Finds the web addresses in plain text.

#include "afterword/text/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace afterword::text {

namespace detail {

/// The size of the address at the start of `rest` once punctuation that belongs to the sentence is left out:
/// trailing marks, and a closing bracket that nothing opened.
/// @see https://github.github.com/gfm/#extended-autolink-path-validation
constexpr std::size_t trim_address(std::string_view rest) noexcept {
  constexpr std::string_view marks = "?!.,:;*_~'\"";
  std::size_t opened = 0;
  std::size_t closed = 0;
  for (const char c : rest) {
    opened += c == '(' ? 1 : 0;
    closed += c == ')' ? 1 : 0;
  }
  std::size_t size = rest.size();
  while (size > 0) {
    if (marks.find(rest[size - 1]) != std::string_view::npos) {
      --size;
    } else if (rest[size - 1] == ')' && closed > opened) {
      --size;
      --closed;
    } else {
      break;
    }
  }
  return size;
}

} // namespace detail

/// The size in bytes of the http(s) address that begins at `at`, or 0. It must begin a word and have a host.
/// Whoever calls this at every place of a text reads no byte of it more than twice.
constexpr std::size_t autolink(std::string_view text, std::size_t at) noexcept {
  const std::string_view rest = text.substr(at);
  if (rest.empty() || (rest[0] != 'h' && rest[0] != 'H') || (at > 0 && is_ascii_alphanumeric(text[at - 1])))
    return 0;
  std::size_t scheme = 0;
  for (const std::string_view prefix : {std::string_view("https://"), std::string_view("http://")})
    if (starts_with_ignoring_case(rest, prefix))
      scheme = prefix.size();
  if (scheme == 0 || scheme == rest.size())
    return 0;
  const char first = rest[scheme];
  if (!is_ascii_alphanumeric(first) && static_cast<unsigned char>(first) < 0x80 && first != '[')
    return 0;
  std::size_t end = scheme;
  while (end < rest.size() && static_cast<unsigned char>(rest[end]) > 0x20 && rest[end] != '<' &&
         rest[end] != '>' && rest[end] != '"')
    ++end;
  return detail::trim_address(rest.substr(0, end));
}

} // namespace afterword::text
