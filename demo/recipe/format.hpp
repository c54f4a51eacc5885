#pragma once
/// @file The format of recipes: which members stand where, and what each may be. The same as
/// web/recipes/recipe.schema.json, with which it is held together by tests/vectors/recipes.json.

#include "spot.hpp"

namespace afterword::recipe {

/// Tells the spot's report what in a recipe is not of the format.
void check_format(const Spot &recipe);

} // namespace afterword::recipe
