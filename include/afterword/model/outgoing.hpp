#pragma once
/// @file A comment on its way: from the moment that it was posted until the backend has taken it in.

#include "afterword/model/draft.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace afterword {

/// A comment that was posted and is not known to be taken in.
struct Outgoing {
  enum class State : std::uint8_t {
    sending,
    waiting, ///< for a network; it goes out by itself
    failed,  ///< the backend could not be asked, or answered nonsense; `words` say so
  };

  Draft draft{};             ///< as it is sent; its key names it
  std::string form{};        ///< region of the form that it came from; empty: none, its text is here alone
  std::string comment{};     ///< id of the comment that it is drawn as; empty: it belongs to another page
  std::string root{};        ///< id of the comment on top of the one that it answers
  std::string parent_name{}; ///< who wrote that
  std::string page{};        ///< what the backend knows its page as
  std::string address{};     ///< of its page in the browser
  State state = State::sending;
  std::string words{};   ///< what became of the last try, in the reader's words
  std::int64_t time = 0; ///< when it was posted, in milliseconds since 1970 UTC
  bool pressed =
      false; ///< the reader has just asked for it to be sent: the browser may leave the page for it
  bool refused = false;   ///< the backend does not want it: it goes out no more by itself
  std::size_t tries = 0;  ///< how often it was sent
  std::int64_t retry = 0; ///< when it is asked for again, in milliseconds since 1970 UTC; 0: not by itself
  bool stored = false;    ///< the browser's outbox is known to have it
};

} // namespace afterword
