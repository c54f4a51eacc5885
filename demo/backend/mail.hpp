#pragma once
/// @file A mail, and its text as it would travel.

#include "clock.hpp"

#include <string>

namespace afterword::demo {

/// A mail to one recipient. All of it is UTF-8 text; nothing in it can break out of its header.
struct Mail {
  std::string recipient; ///< a valid address
  std::string subject;
  std::string body;
  std::string unsubscribe; ///< URL that ends the subscription behind this mail; empty: there is none yet
  std::string message_id;  ///< without its angle brackets
  Seconds created = 0;
};

/// `mail` as an Internet message, lines ended by CRLF.
/// @param from the sender's address, valid and ASCII
/// @see https://www.rfc-editor.org/rfc/rfc5322
std::string message_text(const Mail &mail, const std::string &from);

} // namespace afterword::demo
