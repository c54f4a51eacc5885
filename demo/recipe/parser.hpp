#pragma once
/// @file What a file says as JSON, or where it stops being any.

#include "value.hpp"

#include <optional>

namespace afterword::recipe {

/// Where a text is no JSON, and what was expected there.
struct SyntaxError {
  std::size_t at; ///< byte
  std::string text;
};

/// Reads `text` into `value`, by the lexer that the core reads with; what the core refuses is refused here
/// too.
std::optional<SyntaxError> parse(std::string_view text, Value &value);

} // namespace afterword::recipe
