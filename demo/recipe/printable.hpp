#pragma once
/// @file Text of others, made fit for a terminal: nothing in it moves the cursor, changes a colour or turns
/// the line around.

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::recipe {

/// `text` with controls and marks of direction escaped, cut after about `most` bytes.
std::string printable(std::string_view text, std::size_t most = 200);

/// The same in quotes.
std::string quoted(std::string_view text, std::size_t most = 60);

} // namespace afterword::recipe
