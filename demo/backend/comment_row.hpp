#pragma once
/// @file How a comment is read from the database; for the files that ask for comments.

#include "comments.hpp"

#include <optional>
#include <soci/soci.h>
#include <string>
#include <utility>
#include <vector>

namespace afterword::demo {

/// The columns of a row, in the order in which Row reads them.
inline const std::string columns =
    "SELECT comments.id, page_id, parent_id, name, email, website, comment, content, created, held, deleted, "
    "pinned, badge, likes, dislikes, reports, ifnull(published, 0) ";

/// Where a statement puts the row it has fetched.
struct Row {
  StoredComment comment;
  Id parent = 0;
  soci::indicator has_parent = soci::i_null;
  int held = 0;
  int deleted = 0;
  int pinned = 0;

  /// Binds the columns; `sql` is a statement being prepared.
  template <class Prepared> auto into(Prepared &&sql) {
    return std::forward<Prepared>(sql), soci::into(comment.id), soci::into(comment.page_id),
           soci::into(parent, has_parent), soci::into(comment.name), soci::into(comment.email),
           soci::into(comment.website), soci::into(comment.comment), soci::into(comment.content),
           soci::into(comment.created), soci::into(held), soci::into(deleted), soci::into(pinned),
           soci::into(comment.badge), soci::into(comment.likes), soci::into(comment.dislikes),
           soci::into(comment.reports), soci::into(comment.published);
  }

  [[nodiscard]] StoredComment take() const {
    StoredComment taken = comment;
    taken.parent = has_parent == soci::i_ok ? std::optional(parent) : std::nullopt;
    taken.held = held != 0;
    taken.deleted = deleted != 0;
    taken.pinned = pinned != 0;
    return taken;
  }
};

/// Runs `statement`, and takes all that it puts into `row`.
inline std::vector<StoredComment> fetch_all(soci::statement &statement, const Row &row) {
  std::vector<StoredComment> comments;
  statement.execute();
  while (statement.fetch())
    comments.push_back(row.take());
  return comments;
}

} // namespace afterword::demo
