#pragma once
/// @file Cases that others wrote. They are no part of the project: AFTERWORD_CORPORA says where they are.

#include "catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

/// Where corpus `name` lies. Nothing if it is not here, which the test's report then says.
inline std::optional<std::filesystem::path> find_corpus(std::string_view name) {
  const char *variable = std::getenv("AFTERWORD_CORPORA");
  const std::filesystem::path corpora =
      variable != nullptr ? std::filesystem::path(variable)
                          : std::filesystem::path(AFTERWORD_ROOT) / ".." / "shared" / "corpora";
  if (std::filesystem::exists(corpora / name))
    return corpora / name;
  WARN("skipped: there is no " << name << " in " << corpora);
  return std::nullopt;
}

/// The bytes of a file of a corpus.
inline std::string read_case(const std::filesystem::path &path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}
