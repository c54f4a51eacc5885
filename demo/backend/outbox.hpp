#pragma once
/// @file The outbox: where mails wait until they are sent, and stay. A page shows them; by itself the demo
/// sends none.

#include "mail.hpp"
#include "pages.hpp"

#include <optional>
#include <soci/soci.h>
#include <string>
#include <utility>
#include <vector>

namespace afterword::demo {

/// A mail in the outbox.
struct StoredMail {
  Id id = 0;
  Mail mail;
};

/// Puts `mail` in the outbox, to be sent at once if any are, in the transaction of whatever caused it:
/// neither happens without the other. Gives it a Message-ID of its own.
void put_mail(soci::session &session, Mail mail, const std::string &host);

/// The newest mails, newest first.
std::vector<StoredMail> newest_mails(soci::session &session, int limit);

std::optional<Mail> find_mail(soci::session &session, Id id);

} // namespace afterword::demo
