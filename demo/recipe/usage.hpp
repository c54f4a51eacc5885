#pragma once
/// @file How operations are used: whether their requests can be sent, and their replies read.

#include "spot.hpp"

#include <vector>

namespace afterword::recipe {

/// An operation of a recipe, a way to create or to vote, or a need.
struct Operation {
  const char *name; ///< "needs" if it is one
  Spot spot;
};

/// All of them, in a recipe of the format.
std::vector<Operation> operations(const Spot &recipe);

/// Tells the report which of them cannot work. For recipes of the format.
void check_usage(const Spot &recipe);

} // namespace afterword::recipe
