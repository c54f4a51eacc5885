#pragma once
/// @file What the operator lets a sender do.

#include "clock.hpp"

#include <cstddef>
#include <optional>

namespace afterword::demo {

/// Limits that only the server can hold; clients are told them, so that they can say so beforehand.
struct Limits {
  /// Links that a comment may have without being held for moderation; none: any number.
  std::optional<std::size_t> links = 2;
  /// Seconds that must pass between two comments of one sender; 0: none need to, and votes and reports may
  /// come at any pace.
  Seconds interval = 15;
  /// Seconds for which the author of a comment can change it; 0: nobody can.
  Seconds editing = 900;
};

} // namespace afterword::demo
