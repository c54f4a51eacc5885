#pragma once
/// @file The demo server as a process of its own, with a folder of its own.

#include "program.hpp"

#include <string>
#include <sys/types.h>
#include <vector>

namespace afterword::test {

/// Runs afterword-demo to its end.
Finished run_demo(const std::vector<std::string> &arguments);

/// A running server on a port that was free. Started in the constructor, killed in the destructor.
class DemoServer {
public:
  /// `options` come on top of the port, the database and the site's pages; `limits` too, and by default they
  /// ask for no pause between comments: tests post faster than people.
  explicit DemoServer(std::vector<std::string> options = {},
                      std::vector<std::string> limits = {"--interval", "0"});
  ~DemoServer();
  DemoServer(const DemoServer &) = delete;
  DemoServer &operator=(const DemoServer &) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] const std::string &database() const noexcept { return database_; }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] const Folder &folder() const noexcept { return folder_; }

  /// What it has said on stderr, over all its lives.
  [[nodiscard]] std::string told() const;

  /// Starts it again on the same database and port.
  void start();
  /// `kill -9`.
  void kill();
  /// SIGTERM. Returns the exit status.
  int stop();
  /// Runs a subcommand on its database.
  [[nodiscard]] Finished command(std::vector<std::string> arguments) const;

private:
  Folder folder_;
  std::string database_;
  std::vector<std::string> options_;
  std::vector<std::string> limits_;
  int port_ = 0;
  pid_t process_ = 0;
};

} // namespace afterword::test
