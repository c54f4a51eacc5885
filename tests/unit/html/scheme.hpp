#pragma once
/// @file The scheme of a URL as a browser would find it; a second reading, to hold the first one against.

#include <string>
#include <string_view>

/// What a browser takes for the scheme of `url`, in lower case; nothing if it would read it relative to the
/// page.
/// @see https://url.spec.whatwg.org/#concept-basic-url-parser
inline std::string browser_scheme(std::string_view url) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  // "If input contains any leading or trailing C0 control or space ..."
  std::string_view ends = url;
  while (!ends.empty() && ends.front() >= '\0' && ends.front() <= ' ')
    ends.remove_prefix(1);
  while (!ends.empty() && ends.back() >= '\0' && ends.back() <= ' ')
    ends.remove_suffix(1);
  std::string scheme;
  for (const char c : ends) {
    if (c == '\t' || c == '\n' || c == '\r') // "Remove all ASCII tab or newline from input."
      continue;
    if (c == ':' && !scheme.empty())
      return scheme;
    const bool is_inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!is_letter(c) && (!is_inner || scheme.empty()))
      return {};
    scheme.push_back(is_letter(c) ? static_cast<char>(c | 0x20) : c);
  }
  return {};
}
