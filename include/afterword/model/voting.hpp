#pragma once
/// @file A vote on its way.

#include "afterword/model/comment.hpp"

#include <string>

namespace afterword {

/// A vote that the backend does not know yet, or not the last of.
struct Voting {
  std::string comment{};    ///< its id
  Vote known = Vote::none;  ///< to the backend,
  Vote sent = Vote::none;   ///< on its way there,
  Vote wanted = Vote::none; ///< and by the reader
};

} // namespace afterword
