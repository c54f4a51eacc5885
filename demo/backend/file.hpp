#pragma once
/// @file A file read whole.

#include <optional>
#include <string>

namespace afterword::demo {

struct File {
  std::string content;
  std::string version; ///< changes when the file does; fit for an entity tag
};

/// The regular file at `path`, or nothing if there is none that can be read.
std::optional<File> read_file(const std::string &path);

} // namespace afterword::demo
