#pragma once
/// @file What backends look at in a comment before they publish it.

#include "afterword/text/ascii.hpp"
#include "afterword/text/autolink.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace afterword::rules {

namespace detail {

/// The size of the tag `<a ... href ...>` that begins at `at`, or of all that is left if the tag never ends.
/// 0 if there is none; `passed` is then where a tag without `href` ends, and no search need begin before it.
constexpr std::size_t find_link_tag(std::string_view comment, std::size_t at, std::size_t &passed) noexcept {
  const std::string_view rest = comment.substr(at);
  if (at < passed || rest.size() < 3 || rest[0] != '<' || text::to_ascii_lower(rest[1]) != 'a' ||
      !text::is_ascii_space(rest[2]))
    return 0;
  const std::size_t end = std::min(rest.find('>'), rest.size());
  for (std::size_t i = 3; i < end; ++i)
    if (text::starts_with_ignoring_case(rest.substr(i, end - i), "href"))
      return end;
  passed = at + end;
  return 0;
}

} // namespace detail

/// How many links a backend counts in `comment`: http(s) addresses as plain text, and `<a href` tags, as
/// those count them that take HTML. An address within such a tag or right behind it belongs to the tag.
/// Linear.
/// @see https://developer.wordpress.org/reference/functions/check_comment/
constexpr std::size_t count_links(std::string_view comment) noexcept {
  std::size_t count = 0;
  std::size_t passed = 0;
  for (std::size_t at = 0; at < comment.size();) {
    std::size_t size = detail::find_link_tag(comment, at, passed);
    if (size != 0) {
      size = std::min(size + 1, comment.size() - at); // its ">" too
      size += text::autolink(comment, at + size);
    } else {
      size = text::autolink(comment, at);
    }
    count += size != 0 ? 1 : 0;
    at += std::max<std::size_t>(size, 1);
  }
  return count;
}

} // namespace afterword::rules
