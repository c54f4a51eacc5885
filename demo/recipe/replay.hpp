#pragma once
/// @file A folder of recorded replies, played through a recipe.

#include "afterword/backend/recipe.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>

namespace afterword::recipe {

/// How many replies were read, and how many of them not as they should be.
struct Tally {
  std::size_t read = 0;
  std::size_t skipped = 0;
  std::size_t mistakes = 0;
};

/// Plays each `OPERATION.CASE.json` in `folder`, by name, and writes a line about each to `out`. Expectations
/// stand in the file as `"expect"`, or in the folder's expect.json, by `OPERATION.CASE`.
/// @param verbose what was read is written in full
/// @throws std::runtime_error if the folder or expect.json cannot be read; the message is one line
Tally replay(const backend::Recipe &recipe, const std::string &folder, bool verbose, std::ostream &out);

} // namespace afterword::recipe
