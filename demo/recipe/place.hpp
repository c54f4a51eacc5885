#pragma once
/// @file Places and conditions, as a recipe writes them.

#include "shape.hpp"

#include <array>

namespace afterword::recipe {

/// The members of an object that is a condition.
extern const std::array<Member, 5> condition_members;

/// One or several.
void place(const Spot &spot);
/// A JSON pointer.
void pointer(const Spot &spot);
/// One or several JSON pointers, to what is no text.
void part(const Spot &spot);
void condition(const Spot &spot);

} // namespace afterword::recipe
