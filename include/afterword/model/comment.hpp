#pragma once
/// @file A comment, as the thread shows it.

#include "afterword/html/markup.hpp"
#include "afterword/html/url.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace afterword {

/// What a reader thinks of a comment.
enum class Vote : std::uint8_t { none, like, dislike };

/// One comment. Everything in it came from outside, and is safe by its type: text is escaped when drawn,
/// content and links were checked when read.
struct Comment {
  /// Where it stands on its way to the readers.
  enum class Status : std::uint8_t {
    published,
    held,    ///< awaiting moderation; only its own author sees it
    sending, ///< drawn at once, not yet answered by the backend
    unseen,  ///< sent to a backend whose answer cannot be seen
    deleted, ///< taken away by its author or a moderator; its place is kept for the answers to it
    waiting, ///< to be sent
    failed,  ///< could not be sent
  };

  std::string id;     ///< opaque, unique in its thread
  std::string parent; ///< id of the comment it answers; empty at the top level
  std::string name;   ///< plain text; empty: anonymous
  std::optional<html::Url> website;
  std::optional<html::Url> avatar; ///< from wherever the backend says
  std::string created;             ///< RFC 3339 in UTC; empty: unknown
  html::Markup content;
  Status status = Status::published;
  std::size_t likes = 0;
  std::size_t dislikes = 0;
  Vote vote = Vote::none; ///< of whoever reads this, and counted in
  bool author = false;    ///< written by the post's author,
  bool moderator = false; ///< or by a moderator
  bool pinned = false;    ///< kept on top by a moderator
  bool own = false;       ///< of whoever reads this
  bool unnamed = false;   ///< `id` is our own, for the backend has said none: nobody can answer it
  friend bool operator==(const Comment &, const Comment &) = default;
};

} // namespace afterword
