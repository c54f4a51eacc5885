#pragma once
/// @file What was asked for on the command line.

#include <stdexcept>
#include <string>
#include <vector>

namespace afterword::recipe {

/// A command line that cannot be obeyed; the message is one line that says why.
class OptionError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

struct Options {
  std::string command; ///< check or help
  std::string recipe;  ///< name of the file
  std::string replies; ///< name of a folder; empty: none are played
  bool verbose = false;
};

/// @throws OptionError
Options read_options(const std::vector<std::string> &arguments);

/// What `--help` prints.
extern const char *const help;

} // namespace afterword::recipe
