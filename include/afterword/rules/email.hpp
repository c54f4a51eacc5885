#pragma once
/// @file What an e-mail address is: the HTML standard's production, and the lengths of SMTP.

#include "afterword/rules/domain.hpp"

#include <cstddef>
#include <string_view>

namespace afterword::rules {

/// Whether `address` (already trimmed) is a valid e-mail address, as `<input type=email>` sees it, and short
/// enough to be mailed to: 254 bytes in all, 64 before the `@`.
/// @param international whether letters of all scripts are taken too, on both sides of the `@`. Only ask for
/// it if the backend can send such mail (SMTPUTF8); few can.
/// @see https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
/// @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
/// @see https://www.rfc-editor.org/rfc/rfc6531#section-3.3
constexpr bool is_email(std::string_view address, bool international = false) noexcept {
  const std::size_t at = address.find('@');
  return at != std::string_view::npos && at != 0 && at <= 64 && address.size() <= 254 &&
         detail::is_made_of(address.substr(0, at), ".!#$%&'*+/=?^_`{|}~-", international) &&
         is_domain(address.substr(at + 1), "-", international);
}

} // namespace afterword::rules
