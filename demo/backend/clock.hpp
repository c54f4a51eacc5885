#pragma once
/// @file The one place where the backend asks what time it is.

#include "afterword/text/date.hpp"

#include <chrono>

namespace afterword::demo {

using text::Seconds;

/// Now, in seconds since 1970-01-01T00:00:00Z.
inline Seconds now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

} // namespace afterword::demo
