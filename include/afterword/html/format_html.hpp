#pragma once
/// @file The HTML that commenters may write, as a comment shows it.

#include "afterword/html/sanitizer.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::html {

namespace detail {

/// Whether `text` begins with an element that stands in no paragraph.
inline bool begins_block(std::string_view text) {
  for (const char *start : {"<blockquote", "<pre", "<ul", "<ol"})
    if (text.starts_with(start))
      return true;
  return false;
}

} // namespace detail

/// `text`, in which the sanitizer's elements may be written, as markup: blank lines part paragraphs, other
/// line ends become breaks, and what may not be written is as if it were not there.
inline Markup format_html(std::string_view text) {
  std::string lines(text);
  std::erase(lines, '\r');
  std::string source;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find("\n\n", at), lines.size());
    std::string_view part = std::string_view(lines).substr(at, end - at);
    if (part.starts_with('\n'))
      part.remove_prefix(1);
    at = std::min(lines.find_first_not_of('\n', end), lines.size());
    source += detail::begins_block(part) ? "" : "<p>";
    for (const char c : part) {
      if (c == '\n')
        source += "<br>";
      else
        source.push_back(c);
    }
    source += detail::begins_block(part) ? "" : "</p>";
  }
  return sanitize(source);
}

} // namespace afterword::html
