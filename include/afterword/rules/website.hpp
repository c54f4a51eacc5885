#pragma once
/// @file What a commenter's website may be.

#include "afterword/text/ascii.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace afterword::rules {

namespace detail {

/// Whether `host` could be one: a name before the port, no spaces, no characters that a URL's host forbids.
/// An address of numbers in brackets is none: nobody's website has one.
/// @see https://url.spec.whatwg.org/#forbidden-host-code-point
constexpr bool is_host(std::string_view host) noexcept {
  const std::size_t end = std::min(host.find(':'), host.size());
  if (end == 0 || host.front() == '.')
    return false;
  for (const char c : host.substr(0, end))
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
        std::string_view("#%/<>?@[\\]^|\"`{}").find(c) != std::string_view::npos)
      return false;
  std::size_t port = 0;
  for (std::size_t i = end + 1; i < host.size(); ++i) {
    port = port * 10 + static_cast<std::size_t>(host[i] - '0');
    if (!text::is_ascii_digit(host[i]) || port > 65535)
      return false;
  }
  return true;
}

/// How much of `rest` is the authority: all up to the path, the query or the fragment.
constexpr std::string_view authority(std::string_view rest) noexcept {
  std::size_t size = 0;
  while (size < rest.size() && rest[size] != '/' && rest[size] != '?' && rest[size] != '#')
    ++size;
  return rest.substr(0, size);
}

} // namespace detail

/// `value` as the website it means: trimmed, `https://` put in front of a bare host. Nothing if it is not an
/// http(s) address with a host: another scheme however it is dressed, user names, spaces, controls, or no dot
/// and no port in a bare word.
inline std::optional<std::string> website(std::string_view value) {
  const std::string_view trimmed = text::trim(value);
  for (std::size_t at = 0; at < trimmed.size();) {
    const text::CodePoint point = text::decode(trimmed, at);
    if (!point.well_formed || text::is_invisible(point.value))
      return std::nullopt;
    at += point.size;
  }
  std::string out(trimmed);
  const std::size_t scheme = text::starts_with_ignoring_case(trimmed, "https://")  ? 8
                             : text::starts_with_ignoring_case(trimmed, "http://") ? 7
                                                                                   : 0;
  const std::string_view host = detail::authority(trimmed.substr(scheme));
  if (scheme == 0) {
    const std::size_t dot = host.find('.');
    // "mail:me" or "localhost" is no website; "example.org:8080" is.
    if (dot == std::string_view::npos || dot > host.find(':') || dot + 1 == host.size())
      return std::nullopt;
    out = "https://";
    out += trimmed;
  }
  if (!detail::is_host(host))
    return std::nullopt;
  return out;
}

} // namespace afterword::rules
