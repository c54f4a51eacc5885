#pragma once
/// @file What a commenter's website may be.

#include "afterword/rules/domain.hpp"
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

/// Whether `host` is a name, with or without a port after it. An address of numbers is none, in brackets or
/// as `127.1` or `0x7f.1`: nobody's website has one. No top-level domain begins with a digit.
/// @see https://url.spec.whatwg.org/#ends-in-a-number-checker
constexpr bool is_host(std::string_view host) noexcept {
  const std::size_t end = std::min(host.find(':'), host.size());
  std::string_view name = host.substr(0, end);
  if (name.ends_with('.'))
    name.remove_suffix(1);
  const std::size_t last = name.rfind('.') + 1; // 0 if there is no dot
  if (!is_domain(name, "-_", true) || text::is_ascii_digit(name[last]))
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
/// http(s) address with a host: another scheme however it is dressed, user names, numbers for a host, spaces,
/// controls, or no dot in a bare word. What follows the host may be anything that can be seen, and the
/// joiners that Persian words hold.
inline std::optional<std::string> website(std::string_view value) {
  const std::string_view trimmed = text::trim(value);
  for (std::size_t at = 0; at < trimmed.size();) {
    const text::CodePoint point = text::decode(trimmed, at);
    const bool is_joiner = point.value == 0x200C || point.value == 0x200D;
    if (!point.well_formed || (text::is_invisible(point.value) && !is_joiner))
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
    // "localhost" is no website; "example.org:8080" is, and "mail:me.x" has no port.
    if (dot == std::string_view::npos || dot + 1 == host.size())
      return std::nullopt;
    out = "https://";
    out += trimmed;
  }
  if (!detail::is_host(host))
    return std::nullopt;
  return out;
}

} // namespace afterword::rules
