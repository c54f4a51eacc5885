#pragma once
/// @file Programs as processes of their own, and folders for what they leave behind.

#include <string>
#include <sys/types.h>
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
  std::string write(const std::string &name, const std::string &content) const;

private:
  std::string path_;
};

std::string read_file(const std::string &path);

/// What a finished program left behind.
struct Finished {
  int status = -1; ///< of exit; -1: it did not get that far
  std::string out;
  std::string err;
};

/// Starts `program` with its output in `out` and `err`, two open file descriptors. A test that is cut short
/// leaves it not behind.
pid_t start_program(const std::string &program, const std::vector<std::string> &arguments, int out, int err);

/// The exit status of `process`, once it has one.
int wait_for(pid_t process);

/// Runs `program` to its end.
Finished run_program(const std::string &program, const std::vector<std::string> &arguments);

} // namespace afterword::test
