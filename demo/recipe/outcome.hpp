#pragma once
/// @file What a recipe makes of a recorded reply.

#include "afterword/backend/recipe.hpp"
#include "recording.hpp"

#include <string>
#include <vector>

namespace afterword::recipe {

struct Outcome {
  std::string text;                 ///< in a few words
  bool is_mistake = false;          ///< the recipe cannot read the reply
  bool is_skipped = false;          ///< there is nothing to read
  std::vector<std::string> details; ///< all that was read
};

/// Reads `recording` by the functions that the widget reads with.
Outcome read(const backend::Recipe &recipe, const Recording &recording);

} // namespace afterword::recipe
