#pragma once
/// @file The sender of a comment, and what was heard from them before. Judged by the comments that are kept:
/// what was refused never happened, and a restart forgets nothing.

#include "comments.hpp"

#include <soci/soci.h>
#include <string>

namespace afterword::demo {

/// Who sends a comment, as far as a server can tell.
struct Sender {
  std::string email; ///< normalised; upper and lower case are the same
  std::string
      remote; ///< IP address that the connection comes from; behind a reverse proxy that is the proxy's
};

/// Refuses `comment` if the sender has said just that at `place` within the last 24 hours. Without an e-mail
/// address the sender is whoever has the IP address.
/// @throws Error duplicate
void refuse_repetition(soci::session &session, const Sender &sender, const Place &place,
                       const std::string &comment, Seconds now);

/// Refuses whatever comes less than `interval` seconds after the last comment from the same e-mail address or
/// the same IP address, on whichever page.
/// @throws Error slow_down
void refuse_haste(soci::session &session, const Sender &sender, Seconds interval, Seconds now);

/// Forgets the IP addresses that are too old to matter here: they are nobody's business for longer.
void forget_remotes(soci::session &session, Seconds now);

} // namespace afterword::demo
