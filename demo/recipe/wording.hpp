#pragma once
/// @file Wording: what was read in a reply, in words.

#include "afterword/backend/failure.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/model/comment.hpp"
#include "outcome.hpp"

#include <cstddef>
#include <string>

namespace afterword::recipe {

/// A reply that means no.
Outcome failed(const backend::Recipe &recipe, const backend::Failure &failure);

/// "published", "held" or "deleted".
std::string status_of(const Comment &comment);
std::string describe(const Comment &comment);

/// `1 comment`, `2 comments`.
std::string counted(std::size_t count, const char *what);

} // namespace afterword::recipe
