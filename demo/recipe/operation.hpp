#pragma once
/// @file Operations: the requests of a recipe, what they need first, and how their replies are read.

#include "shape.hpp"

#include <span>
#include <string>

namespace afterword::recipe {

/// The operations that a recipe may have, and its needs.
std::span<const Member> operation_members();

/// A template of an address: http(s), or relative to the page.
void url(const Spot &spot);

/// Tells the spot's report if templates cannot say `name`.
void check_name(const Spot &spot, const std::string &name);
/// A text that templates can say.
void name(const Spot &spot);

} // namespace afterword::recipe
