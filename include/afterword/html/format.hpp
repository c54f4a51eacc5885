#pragma once
/// @file Plain text as a comment shows it: paragraphs, line breaks and links.

#include "afterword/html/markup.hpp"
#include "afterword/html/url.hpp"
#include "afterword/text/autolink.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::html {

namespace detail {

/// One line, its addresses made links.
inline void format_line(Builder &out, std::string_view line) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t size = text::autolink(line, at);
    const std::string_view address = line.substr(at, size);
    const auto url = size != 0 ? Url::check(address) : std::nullopt;
    if (!url) {
      ++at;
      continue;
    }
    out.text(line.substr(plain, at - plain));
    out.open("a").attribute("href", *url).attribute("rel", "nofollow ugc noopener").text(address).close();
    plain = at += size;
  }
  out.text(line.substr(plain));
}

} // namespace detail

/// `text` as markup: blank lines part paragraphs, other line ends become breaks, http(s) addresses become
/// links. Nothing in `text` is read as markup.
inline Markup format_text(std::string_view text) {
  const std::string input = text::to_utf8(text);
  Builder out;
  bool in_paragraph = false;
  for (std::size_t at = 0; at < input.size();) {
    std::size_t end = at;
    while (end < input.size() && input[end] != '\r' && input[end] != '\n')
      ++end;
    const std::string_view line = text::trim(std::string_view(input).substr(at, end - at));
    if (line.empty()) {
      if (in_paragraph)
        out.close();
      in_paragraph = false;
    } else {
      if (in_paragraph)
        out.open("br").close();
      else
        out.open("p");
      in_paragraph = true;
      detail::format_line(out, line);
    }
    at = end + (std::string_view(input).substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return std::move(out).finish();
}

} // namespace afterword::html
