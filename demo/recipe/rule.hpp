#pragma once
/// @file Rules: what a recipe says that errors mean.

#include "shape.hpp"

namespace afterword::recipe {

void rule(const Spot &spot);

/// Tells the report which rules can never decide, or never do what they say. For recipes of the format.
void check_rules(const Spot &recipe);

} // namespace afterword::recipe
