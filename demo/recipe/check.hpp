#pragma once
/// @file A recipe, checked.

#include "options.hpp"
#include "report.hpp"

#include <string_view>

namespace afterword::recipe {

/// Tells `report` what is wrong with the recipe in `text`.
void check(std::string_view text, Report &report);

/// The command: checks the file, plays the replies, and says so. Returns the exit status.
/// @throws std::runtime_error if a file cannot be read; the message is one line
int check(const Options &options);

} // namespace afterword::recipe
