#pragma once
/// @file ASCII classes and case, independent of any locale: what protocols and markup compare with.
/// @see https://infra.spec.whatwg.org/#code-points

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::text {

constexpr bool is_ascii_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_alpha(char c) noexcept {
  return is_ascii_upper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool is_ascii_alphanumeric(char c) noexcept {
  return is_ascii_digit(c) || is_ascii_alpha(c);
}

/// Tab, line feed, form feed, carriage return or space: HTML's ASCII whitespace.
constexpr bool is_ascii_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr char to_ascii_lower(char c) noexcept {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string to_ascii_lower(std::string_view text) {
  std::string out(text);
  for (char &c : out)
    c = to_ascii_lower(c);
  return out;
}

/// Whether `a` and `b` are equal, ASCII case aside.
constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size())
    return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (to_ascii_lower(a[i]) != to_ascii_lower(b[i]))
      return false;
  return true;
}

/// Whether `text` begins with `prefix`, ASCII case aside.
constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) noexcept {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

} // namespace afterword::text
