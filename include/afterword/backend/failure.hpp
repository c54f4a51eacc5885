#pragma once
/// @file Why a backend did not do what it was asked, in the core's own terms.

#include "afterword/model/problems.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace afterword::backend {

/// A refusal, or a reply that made no sense; or, by its kind, the absence of both.
struct Failure {
  enum class Kind : std::uint8_t {
    none,           ///< it did what it was asked
    invalid,        ///< fields have problems
    slow_down,      ///< too soon after the last; the same will be taken in `seconds`
    closed,         ///< the page takes no more comments
    unknown_parent, ///< the comment that was answered is gone
    duplicate,      ///< the same was posted already
    busy,           ///< the same request may succeed later
    refused,        ///< for the reason in `message`
    unreachable,    ///< no reply, or one that the recipe cannot read
    offline,        ///< the device has no network
  };

  Kind kind = Kind::none;
  Problems problems{};     ///< when `invalid`; never empty then
  std::size_t seconds = 0; ///< when `slow_down`
  std::string message{};   ///< the backend's own words, plain text
  std::string detail{};    ///< for the owner of the site: what was expected, and what came
  /// Whether something failed.
  explicit operator bool() const noexcept { return kind != Kind::none; }
  friend bool operator==(const Failure &, const Failure &) = default;
};

} // namespace afterword::backend
