#pragma once
/// @file How far a reader has come in the list of a page.

#include "afterword/model/config.hpp"
#include "comments.hpp"

#include <optional>
#include <string>
#include <vector>

namespace afterword::demo {

/// A top-level comment, as far as its place in the list goes.
struct Top {
  Id id = 0;
  long long likes = 0;
};

/// A place between two top-level comments of a page, in one of the orders. It knows what stands before it as
/// that was then, so what is posted, pinned or unpinned later moves nothing.
struct ListCursor {
  Sort sort = Sort::oldest;
  std::optional<Top> last = {}; ///< the last comment before it that is not pinned; none: it is the beginning
  std::vector<Id> pinned = {};  ///< those that stood before all others
};

/// As clients get it.
std::string to_string(const ListCursor &cursor);

/// What a client sends back.
/// @param cursor empty: the beginning
/// @param sort name of an order; empty: the cursor's, or else oldest
/// @throws Error invalid
ListCursor read_list_cursor(const std::string &cursor, const std::string &sort);

} // namespace afterword::demo
