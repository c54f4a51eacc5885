#pragma once
/// @file The list of a page's comments, part by part.

#include "comments.hpp"
#include "list_cursor.hpp"

#include <optional>
#include <soci/soci.h>
#include <vector>

namespace afterword::demo {

/// A part of the list: top-level comments and everything below them.
struct CommentList {
  /// A parent always before its children. One that others answer, but that is not published any more, keeps
  /// its place as a deleted one.
  std::vector<StoredComment> comments;
  long long total = 0;            ///< published comments of the page
  std::optional<ListCursor> next; ///< where there are more
};

/// How many top-level comments a part has, besides those that are pinned.
inline constexpr int part_size = 50;

/// The part of the list of `page` that begins at `cursor`; at the beginning with the pinned comments before
/// all others. Keyset paging: what is posted meanwhile moves nothing.
/// @param through a comment up to whose part the list goes on, over `most_through` top-level comments at the
/// most; one that does not come after `cursor` changes nothing
CommentList list_comments(soci::session &session, Id page, const ListCursor &cursor, Id through = 0);

inline constexpr int most_through = 1000;

} // namespace afterword::demo
