#pragma once
/// @file A text with a name: a header field, a detail of an event.

#include <string>

namespace afterword::text {

/// A name and what it stands for.
struct Named {
  std::string name;
  std::string value;
  friend bool operator==(const Named &, const Named &) = default;
};

} // namespace afterword::text
