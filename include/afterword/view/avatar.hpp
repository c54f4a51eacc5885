#pragma once
/// @file A commenter's picture, or the initials in its place.

#include "afterword/html/template.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/text/ascii.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/text/utf8.hpp"
#include "afterword/view/region.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::view {

namespace detail {

/// Scheme and host of an absolute URL; empty for any other.
inline std::string_view origin(std::string_view url) noexcept {
  const std::size_t host = url.find("://");
  return host == std::string_view::npos ? std::string_view()
                                        : url.substr(0, url.find_first_of("/\\?#", host + 3));
}

/// Whether `url` leads to the page's own origin or to the backend's. What begins with two slashes, or what a
/// browser takes for such, leads elsewhere.
/// @see https://url.spec.whatwg.org/#relative-state
inline bool is_from_here(const html::Url &url, const Config &config) {
  const std::string_view address = url.str();
  if (url.scheme().empty())
    return address.find_first_of("/\\", address.find_first_of("/\\") + 1) != 1;
  const std::string_view found = origin(address);
  return !found.empty() && (found == origin(config.backend) || found == origin(config.address));
}

/// The first character of `word` that is no punctuation of ASCII.
inline std::string initial(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const text::CodePoint point = text::decode(word, at);
    const std::string_view character = word.substr(at, point.size);
    if (point.value >= 0x80 || text::is_ascii_alphanumeric(character.front()))
      return std::string(character);
    at += point.size;
  }
  return {};
}

} // namespace detail

/// The initials of a name: of its first word and of its last. Empty where there is nothing to begin with.
inline std::string initials(std::string_view name) {
  const std::size_t first = name.find(' ');
  std::string letters = detail::initial(name.substr(0, first));
  if (first != std::string_view::npos)
    letters += detail::initial(name.substr(name.rfind(' ') + 1));
  return letters;
}

/// The picture of whoever wrote `comment`. It tells nothing that the name beside it does not, so nothing
/// reads it aloud. Without one, initials on one of eight colours, always the same for a name.
inline html::Markup draw_avatar(const Context &context, const Comment &comment, const std::string &name) {
  const Avatars avatars = context.config.avatars;
  if (avatars == Avatars::none)
    return {};
  if (comment.avatar && (avatars == Avatars::any || detail::is_from_here(*comment.avatar, context.config)))
    return html::draw<R"(<img class="avatar" src="{}" alt="" width="40" height="40" loading="lazy" )"
                      R"(referrerpolicy="no-referrer"/>)">(*comment.avatar);
  std::size_t hue = 0;
  for (const char c : name)
    hue = hue * 31 + static_cast<unsigned char>(c);
  return html::draw<R"(<span class="avatar hue-{}" aria-hidden="true">{}</span>)">(text::decimal(hue % 8),
                                                                                   initials(name));
}

} // namespace afterword::view
