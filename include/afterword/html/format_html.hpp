#pragma once
/// @file The HTML that commenters may write, as a comment shows it.

#include "afterword/html/sanitizer.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::html {

/// `text`, in which the sanitizer's elements may be written, as markup: blank lines part paragraphs, other
/// line ends become breaks, and what may not be written stays text.
inline Markup format_html(std::string_view text) {
  std::string source = "<p>";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' && text.substr(at, 2) == "\n\n") {
      source += "</p><p>";
      while (at + 1 < text.size() && text[at + 1] == '\n')
        ++at;
    } else if (c == '\n') {
      source += "<br>";
    } else if (c != '\r') {
      source.push_back(c);
    }
  }
  source += "</p>";
  return sanitize(source);
}

} // namespace afterword::html
