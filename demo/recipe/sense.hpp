#pragma once
/// @file What no table of members can say: whether the parts of a recipe make sense together.

#include "spot.hpp"

namespace afterword::recipe {

/// Tells the spot's report what in a recipe that is of the format cannot work, and warns of what may be meant
/// otherwise.
void check_sense(const Spot &recipe);

} // namespace afterword::recipe
