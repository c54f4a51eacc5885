#pragma once
/// @file "Did you mean ada@gmail.com?": slips in the domain of an address, found without asking anybody.

#include "afterword/text/ascii.hpp"
#include "afterword/text/slip.hpp"
#include "afterword/text/words.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::rules {

namespace detail {

/// Domains of many mailboxes. Names of up to four letters are left out: they are too near to each other, and
/// to what companies are called, to be guessed at.
inline constexpr std::string_view mail_domains =
    "gmail.com hotmail.com yahoo.com outlook.com icloud.com googlemail.com protonmail.com proton.me "
    "hotmail.co.uk yahoo.co.uk yandex.ru orange.fr libero.it comcast.net ";

/// Domains that look like a slip in one of those, and are none.
inline constexpr std::string_view like_mail_domains =
    "mail.com email.com ymail.com amail.com cmail.com qmail.com tmail.com cloud.com gotmail.com hitmail.com";

/// The ending that was meant by `ending`, which is no top-level domain; the same if it may be one.
/// @see https://data.iana.org/TLD/tlds-alpha-by-domain.txt
constexpr std::string_view mend_ending(std::string_view ending) noexcept {
  return text::is_among("con cmo ocm vom xom cim cpm comm coom", ending) ? "com"
         : text::is_among("ney nte ner nett", ending)                    ? "net"
                                                                         : ending;
}

} // namespace detail

/// What `address` (already trimmed) was probably meant to be, when its domain looks like a slip of the finger
/// in a common one, or ends in what nothing ends in. Empty if there is nothing to ask; it is a question, and
/// no reason to refuse an address.
inline std::string email_hint(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos)
    return {};
  const std::string typed = text::to_ascii_lower(address.substr(at + 1));
  const std::size_t ending = typed.rfind('.') + 1; // 0 if there is no dot
  std::string mended = typed;
  if (ending != 0) {
    mended.resize(ending);
    mended += detail::mend_ending(std::string_view(typed).substr(ending));
  }
  std::string_view best = mended;
  if (!text::is_among(detail::mail_domains, mended) && !text::is_among(detail::like_mail_domains, mended))
    for (std::string_view rest = detail::mail_domains; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find(' '));
      rest.remove_prefix(name.size() + 1);
      if (text::is_one_slip(mended, name))
        best = name;
    }
  if (best == typed)
    return {};
  std::string hint(address.substr(0, at + 1));
  hint += best;
  return hint;
}

} // namespace afterword::rules
