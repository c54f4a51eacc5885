#pragma once
/// @file afterword-recipe as a process of its own, with a folder of its own.

#include <string>
#include <vector>

namespace afterword::test {

/// A folder that goes when its owner does.
class Folder {
public:
  Folder();
  ~Folder();
  Folder(const Folder &) = delete;
  Folder &operator=(const Folder &) = delete;
  [[nodiscard]] std::string path(const std::string &name) const { return path_ + "/" + name; }
  /// Writes a file; returns its path.
  [[nodiscard]] std::string write(const std::string &name, const std::string &content) const;

private:
  std::string path_;
};

/// What a finished program left behind.
struct Finished {
  int status = -1; ///< of exit; -1: it did not get that far
  std::string out;
  std::string err;
};

/// Runs afterword-recipe to its end.
Finished run(const std::vector<std::string> &arguments);

std::string read_file(const std::string &path);

} // namespace afterword::test
