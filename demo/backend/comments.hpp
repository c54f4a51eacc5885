#pragma once
/// @file The comments of the pages, as they are kept.

#include "afterword/model/draft.hpp"
#include "clock.hpp"
#include "pages.hpp"

#include <map>
#include <optional>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace afterword::demo {

/// A comment as kept. `content` is what the sanitizer wrote, `comment` what the commenter typed.
struct StoredComment {
  Id id = 0;
  Id page_id = 0;
  std::optional<Id> parent;
  std::string name;
  std::string email;
  std::string website;
  std::string comment;
  std::string content;
  Seconds created = 0;
  bool held = false;
};

/// A page of the list: top-level comments and everything below them.
struct CommentList {
  std::vector<StoredComment> comments; ///< a parent always before its children
  long long total = 0;                 ///< published comments of the page
  std::optional<Id> next; ///< the last top-level comment of this list, when there are more after it
};

/// Where a comment stands.
struct Place {
  Id page = 0;
  std::optional<Id> parent;
  std::optional<Id> root; ///< the comment at the top level above it
};

/// What the form takes: the one place that says so, for checking and for telling clients.
const FormRules &form_rules();

/// At most `limit` published top-level comments of `page` after the one called `after`, oldest first, each
/// with all its replies. Keyset paging: what is posted meanwhile moves nothing.
CommentList list_comments(soci::session &session, Id page, Id after, int limit = 50);

/// How many comments of `page` are published.
long long count_comments(soci::session &session, Id page);

std::optional<StoredComment> find_comment(soci::session &session, Id id);

/// The comment that was posted with this idempotency key.
std::optional<StoredComment> find_comment_by_key(soci::session &session, const std::string &key);

/// A checked draft as it is kept: normalised, its name neutralised, its text without control characters.
Draft tidy(Draft draft);

/// Where a comment on `page` that answers the one with the id `parent` stands; empty: it answers none.
/// @throws Error unknown_parent
Place find_place(soci::session &session, const Page &page, const std::string &parent);

/// Keeps a tidy draft at `place`.
/// @param remote IP address that it came from; empty: not known
StoredComment create_comment(soci::session &session, const Place &place, const Draft &draft,
                             const std::string &remote, bool held, Seconds created);

/// Publishes a held comment. Nothing if there is none called `id`.
std::optional<StoredComment> publish_comment(soci::session &session, Id id);

/// Removes a comment; the replies to it move to what it answered. False if there is none called `id`.
bool delete_comment(soci::session &session, Id id);

/// Every comment, or only the held ones, oldest first.
std::vector<StoredComment> all_comments(soci::session &session, bool only_held);

} // namespace afterword::demo
