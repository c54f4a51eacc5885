#pragma once
/// @file The mails in the outbox that still have to be sent, if the demo sends any. What is due, and how
/// often it was tried, stands in the database: a restart forgets nothing.

#include "outbox.hpp"

namespace afterword::demo {

/// A mail that somebody is about to send.
struct Claim {
  Id id = 0;
  Mail mail;
  Seconds due = 0; ///< when it is tried again, unless it is sent or given up before
};

/// Seconds between the `attempts`-th attempt at a mail and the next: 5, 20, 80, ..., an hour at most.
Seconds pause_after(int attempts) noexcept;

/// Whether any mail is due.
bool is_mail_due(soci::session &session, Seconds now);

/// Takes the mail that is due first, and puts it off before it is tried. So a mail that ends the program
/// cannot do so again at once, and a full disk stops the sending, not only the notes of it.
std::optional<Claim> claim_mail(soci::session &session, Seconds now);

/// The server has accepted the mail.
void mark_sent(soci::session &session, Id id, Seconds now);

/// The mail is not tried any more. It stays in the outbox.
void give_up(soci::session &session, Id id);

/// Gives up all mails that have waited for five days, and returns how many there were.
/// @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1
long long give_up_old(soci::session &session, Seconds now);

/// Puts off all other mails that are due until `claim` is: the server takes none.
void put_off(soci::session &session, const Claim &claim, Seconds now);

} // namespace afterword::demo
