#pragma once
/// @file What can be done from the command line.

#include "options.hpp"

namespace afterword::demo {

/// Serves until SIGINT or SIGTERM. Returns the process's exit status, and expects the process to end with it.
int serve(const Options &options);

/// The operator's subcommands: list, approve, delete, pin, unpin, badge, close and open. They work beside a
/// running server.
int moderate(const Options &options);

} // namespace afterword::demo
