#pragma once
/// @file The recipe that is shipped, as the tests read it.

#include "afterword/backend/recipe.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

/// The text of a file of the project.
inline std::string read_file(const std::string &path) {
  std::ifstream stream(std::string(AFTERWORD_ROOT) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Afterword's own recipe.
inline afterword::backend::Recipe shipped_recipe() {
  auto recipe = afterword::backend::Recipe::parse(read_file("web/recipes/afterword.json"));
  return std::move(*recipe);
}
