#pragma once
/// @file The request of an operation, and what it is made of.

#include "shape.hpp"

#include <array>
#include <string>

namespace afterword::recipe {

/// The members of whatever sends a request.
extern const std::array<Member, 8> request_members;
/// The names of what has to be fetched before it.
extern const std::array<Member, 1> needs_member;

/// A template of an address: http(s), or relative to the page.
void url(const Spot &spot);

/// Tells the spot's report if templates cannot say `name`.
void check_name(const Spot &spot, const std::string &name);
/// A text that templates can say.
void name(const Spot &spot);

} // namespace afterword::recipe
