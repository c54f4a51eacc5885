#pragma once
/// @file Subscriptions to new posts, and to the follow-up comments of a page: double opt-in, and out again.

#include "address.hpp"
#include "comments.hpp"
#include "pages.hpp"

#include <cstdint>
#include <optional>
#include <soci/soci.h>
#include <string>

namespace afterword::demo {

/// What became of a wish to subscribe.
enum class Subscribed : std::uint8_t { pending, already };

/// What a link in a mail is good for.
enum class Purpose : std::uint8_t { confirm, unsubscribe };

/// What a link's token leads to.
struct TokenHolder {
  Id subscription = 0;
  std::string email;
  std::optional<Page> page; ///< none: new posts
};

/// Notes that `email` wants new posts, or the follow-up comments on `page`, and puts the mail that asks for
/// confirmation in the outbox; at most one in ten minutes, whoever asks.
Subscribed subscribe(soci::session &session, const Address &address, const std::string &email,
                     const std::optional<Page> &page, Seconds now);

/// Whom `token` belongs to, or nothing when it is wrong or its time is over. Changes nothing.
std::optional<TokenHolder> find_holder(soci::session &session, Purpose purpose, const std::string &token,
                                       Seconds now);

/// Confirms the subscription, and puts a mail in the outbox that says so. Doing it twice is no mistake.
void confirm(soci::session &session, const Address &address, const TokenHolder &holder, Seconds now);

/// Ends the subscription. Doing it twice is no mistake; links to confirm it that are still around lose their
/// force.
void unsubscribe(soci::session &session, const TokenHolder &holder);

/// How many have confirmed that they want new posts.
long long count_followers(soci::session &session);

/// Puts a mail in the outbox for everybody who follows the comments of the page, except the commenter.
void notify(soci::session &session, const Address &address, const StoredComment &comment, Seconds now);

} // namespace afterword::demo
