#pragma once
/// @file What an e-mail address is: the HTML standard's production, and the lengths of SMTP.

#include "afterword/text/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace afterword::rules {

namespace detail {

/// A label of a domain: letters, digits and inner hyphens, 63 at the most.
constexpr bool is_label(std::string_view label) noexcept {
  if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
    return false;
  for (const char c : label)
    if (!text::is_ascii_alphanumeric(c) && c != '-')
      return false;
  return true;
}

} // namespace detail

/// Whether `address` (already trimmed) is a valid e-mail address, as `<input type=email>` sees it, and short
/// enough to be mailed to: 254 in all, 64 before the `@`.
/// @see https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
/// @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
constexpr bool is_email(std::string_view address) noexcept {
  constexpr std::string_view marks = ".!#$%&'*+/=?^_`{|}~-";
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || address.size() > 254)
    return false;
  for (const char c : address.substr(0, at))
    if (!text::is_ascii_alphanumeric(c) && marks.find(c) == std::string_view::npos)
      return false;
  std::string_view domain = address.substr(at + 1);
  while (true) {
    const std::size_t dot = domain.find('.');
    if (!detail::is_label(domain.substr(0, dot)))
      return false;
    if (dot == std::string_view::npos)
      return true;
    domain.remove_prefix(dot + 1);
  }
}

} // namespace afterword::rules
