#pragma once
/// @file The operations that answer with comments: of a page, what came since, and of the whole site.

#include "shape.hpp"

namespace afterword::recipe {

void list(const Spot &spot);
void updates(const Spot &spot);
void recent(const Spot &spot);

} // namespace afterword::recipe
