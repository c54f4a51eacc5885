#pragma once
/// @file afterword-recipe as a process of its own.

#include "program.hpp"

#include <string>
#include <vector>

namespace afterword::test {

/// Runs afterword-recipe to its end.
inline Finished run(const std::vector<std::string> &arguments) {
  return run_program(AFTERWORD_RECIPE, arguments);
}

} // namespace afterword::test
