#pragma once
/// @file A subscription to new posts, on its way from a typed address to a confirmed one.

#include "afterword/html/markup.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace afterword {

/// The state of the subscription box.
struct Subscription {
  enum class State : std::uint8_t {
    idle,
    sending,
    pending,    ///< a mail with a link is in the reader's inbox
    subscribed, ///< the address was confirmed before
    unseen,     ///< sent to a backend whose answer cannot be seen
    refused,    ///< the backend said no, with a reason
    failed,     ///< the backend could not be asked, or answered nonsense
    waiting,    ///< for a network; it goes out by itself
  };

  State state = State::idle;
  std::string email;      ///< as sent
  std::string problem;    ///< of the address as typed, in the reader's words; empty: none
  std::string email_hint; ///< what the address was probably meant to be; empty: nothing to ask
  html::Markup question;  ///< the same as a question to the reader
  std::string outcome;    ///< of the last try, in the reader's words; empty before one
  std::int64_t typed = 0; ///< when the address was typed in last, in milliseconds since 1970 UTC; 0: it was
                          ///< looked at since
  bool stored = false;    ///< the browser's outbox has it
  std::optional<std::size_t> followers; ///< unknown until the page or the backend says
  friend bool operator==(const Subscription &, const Subscription &) = default;
};

} // namespace afterword
