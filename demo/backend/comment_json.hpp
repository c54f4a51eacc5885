#pragma once
/// @file Comments as they travel.

#include "comments.hpp"
#include "editing.hpp"
#include "json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace afterword::demo {

/// What everybody may know of `comment`.
Json to_json(const StoredComment &comment);
Json to_json(const std::vector<StoredComment> &comments);

/// The same for its author, with the permit to change it, if there is one.
Json to_json(const StoredComment &comment, const std::optional<Permit> &permit);

} // namespace afterword::demo
