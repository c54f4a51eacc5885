#pragma once
/// @file A comment of the reader's own, and what is being changed about it.

#include "afterword/html/markup.hpp"

#include <cstdint>
#include <string>

namespace afterword {

/// What a reader may do with a comment because it is theirs.
struct Own {
  enum class Change : std::uint8_t { none, edit, removal };

  std::string id{};       ///< of the comment
  std::string token{};    ///< proves to the backend that it is the reader's; empty: no proof is needed
  std::string source{};   ///< as it was written; empty: not known
  std::int64_t until = 0; ///< when the backend takes no change any more, in milliseconds since 1970 UTC; 0:
                          ///< it always does
  Change change = Change::none;
  std::int64_t undo_until = 0; ///< when the change is sent, in milliseconds since 1970 UTC
  bool sending = false;        ///< it is on its way
  std::string text{};          ///< what an edit makes of it
  html::Markup before{};       ///< the content that an edit replaces
  std::string words{};         ///< why the last change did not succeed, in the reader's words

  /// Whether it can still be changed at `now`.
  [[nodiscard]] bool is_open(std::int64_t now) const noexcept { return until == 0 || now < until; }
};

} // namespace afterword
