#pragma once
/// @file Live: what a widget knows of the comments that come while it is read.

#include "afterword/model/comment.hpp"

#include <cstddef>
#include <list>
#include <optional>
#include <string>

namespace afterword {

/// What comes while the reader reads.
struct Live {
  std::string cursor{};               ///< where the next update begins,
  std::string since{};                ///< when the youngest comment that is known was written, as RFC 3339,
  std::string etag{};                 ///< and of the last update
  std::list<Comment> news{};          ///< comments that came, and are not shown yet
  std::size_t said = 0;               ///< how many of them the page says there are
  std::size_t stream = 0;             ///< id of the stream that is open; 0: none is
  std::size_t streams = 0;            ///< how many were opened so far
  std::size_t failures = 0;           ///< requests without an answer, in a row
  std::size_t polls = 0;              ///< requests since the stream was closed
  std::optional<std::size_t> total{}; ///< of published comments, as the last update has it
  bool listens = false;
  bool away = false; ///< the reader is gone
};

} // namespace afterword
