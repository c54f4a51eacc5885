#pragma once
/// @file The words of the mails.

#include "address.hpp"
#include "comments.hpp"
#include "mail.hpp"
#include "pages.hpp"

#include <optional>
#include <string>

namespace afterword::demo {

/// Asks whether `email` really wants new posts, or, with a page, the follow-up comments on it.
Mail confirmation_letter(const Address &address, const std::string &email, const std::optional<Page> &page,
                         const std::string &token, const std::string &unsubscribe_token, Seconds created);

/// Tells `email` that it is confirmed, and how to take that back.
Mail welcome_letter(const Address &address, const std::string &email, const std::optional<Page> &page,
                    const std::string &unsubscribe_token, Seconds created);

/// Tells `email` of a comment on `page`.
Mail follow_up_letter(const Address &address, const std::string &email, const Page &page,
                      const StoredComment &comment, const std::string &unsubscribe_token, Seconds created);

} // namespace afterword::demo
