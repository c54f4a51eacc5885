#pragma once
/// @file Paging: whether a thread can be read to its end, in each of its orders, and what comes since.

#include "spot.hpp"

namespace afterword::recipe {

/// Tells the report what cannot be read. For recipes of the format.
void check_paging(const Spot &recipe);

} // namespace afterword::recipe
