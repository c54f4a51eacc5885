#pragma once
/// @file Listing: what a recipe makes of a recorded reply that lists comments, or counts them.

#include "afterword/backend/list.hpp"
#include "afterword/html/format.hpp"
#include "outcome.hpp"

namespace afterword::recipe {

/// How content is read, as the widget does.
inline constexpr backend::Reading reading{html::Images::as_text, html::format_text};

/// A page of the list.
Outcome read_list(const backend::Recipe &recipe, const Recording &recording);
/// What came since, or the latest of the site.
Outcome read_part_of_list(const backend::Recipe &recipe, const Recording &recording);
/// How many comments each of several pages has.
Outcome read_counts(const backend::Recipe &recipe, const Recording &recording);

} // namespace afterword::recipe
