#pragma once
/// @file Why a backend did not do what it was asked, in the core's own terms.

#include "afterword/model/problems.hpp"
#include "afterword/text/named.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>

namespace afterword::backend {

/// The kinds, in their order, as a recipe calls them.
inline constexpr const char *failure_kinds[] = {
    "",         "field", "slow_down", "closed", "unknown_parent", "duplicate",   "login",
    "captcha",  "spam",  "expired",   "busy",   "refused",        "unreachable", "offline",
    "returned", "held",  "next",      "renew"};

/// A refusal, or a reply that made no sense; or, by its kind, the absence of both.
struct Failure {
  enum class Kind : std::uint8_t {
    none,           ///< it did what it was asked
    invalid,        ///< fields have problems
    slow_down,      ///< too soon after the last; the same will be taken in `seconds`
    closed,         ///< the page takes no more comments
    unknown_parent, ///< the comment that was answered is gone
    duplicate,      ///< the same was posted already
    login,          ///< only for those who are signed in
    captcha,        ///< a captcha has to be solved
    spam,           ///< blocked
    expired,        ///< it can be edited no more
    busy,           ///< the same request may succeed later
    refused,        ///< for the reason in `message`
    unreachable,    ///< no reply, or one that the recipe cannot read
    offline,        ///< the device has no network
    returned,       ///< the reader was shown the reply, the widget was not
    held,           ///< no failure after all: it was taken, and waits for moderation
    next,           ///< not in this way; the recipe may know another
    renew,          ///< what was fetched first is good no more
  };

  Kind kind = Kind::none;
  Problems problems{};     ///< when `invalid`; never empty then
  std::size_t seconds = 0; ///< when `slow_down`
  std::string message{};   ///< the backend's own words, plain text
  Words words{};           ///< the same about a field whose problem is `refused`
  std::string detail{};    ///< for the owner of the site: what was expected, and what came
  /// Whether something failed.
  explicit operator bool() const noexcept { return kind != Kind::none; }
  friend bool operator==(const Failure &, const Failure &) = default;
};

} // namespace afterword::backend
