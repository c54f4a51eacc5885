#pragma once
/// @file Operations: the requests of a recipe, what they need first, and how their replies are read.

#include "shape.hpp"

#include <span>

namespace afterword::recipe {

/// The operations that a recipe may have, and its needs.
std::span<const Member> operation_members();

} // namespace afterword::recipe
