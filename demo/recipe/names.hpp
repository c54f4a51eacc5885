#pragma once
/// @file Names: what stands in the braces of templates.

#include "spot.hpp"

#include <initializer_list>
#include <string_view>

namespace afterword::recipe {

/// Whether `name` means something in every recipe.
bool is_own_name(std::string_view name) noexcept;

/// Whether a template in one of these members of `operation` says `name`.
bool says_name(const Spot &operation, std::initializer_list<const char *> members, std::string_view name);

/// Warns of names in templates that mean nothing, or nothing there. For recipes of the format.
void check_names(const Spot &recipe);

} // namespace afterword::recipe
