#pragma once
/// @file The comments of the pages, as they are kept.

#include "afterword/html/markup.hpp"
#include "afterword/model/draft.hpp"
#include "clock.hpp"
#include "pages.hpp"

#include <optional>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace afterword::demo {

/// A comment as kept. `content` is what the sanitizer wrote, `comment` what the commenter typed. Of a deleted
/// one hardly more is left than its id.
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
  bool deleted = false;
  bool pinned = false;
  std::string badge;       ///< author or moderator; empty: none
  long long likes = 0;     ///< readers who like it
  long long dislikes = 0;  ///< readers who do not
  long long reports = 0;   ///< readers who reported it
  long long published = 0; ///< what its page's counter said when it was published last; 0: it never was
};

/// Where a comment stands.
struct Place {
  Id page = 0;
  std::optional<Id> parent;
  std::optional<Id> root; ///< the comment at the top level above it
};

/// How many comments of a page can be pinned: every cursor of the list names them.
inline constexpr std::size_t most_pinned = 10;

/// What the form takes: the one place that says so, for checking and for telling clients.
const FormRules &form_rules();

/// How many comments of `page` are published.
long long count_comments(soci::session &session, Id page);

/// The id that `text` spells; 0, which is no comment's: it spells none.
Id parse_id(const std::string &text);

std::optional<StoredComment> find_comment(soci::session &session, Id id);

/// The comment that was posted with this idempotency key.
std::optional<StoredComment> find_comment_by_key(soci::session &session, const std::string &key);

/// The text of a comment as it is kept: trimmed, without control characters.
std::string tidy(const std::string &comment);

/// A checked draft as it is kept: normalised, its name neutralised, its text without control characters.
Draft tidy(Draft draft);

/// Where a comment on `page` that answers the one with the id `parent` stands; empty: it answers none.
/// @throws Error unknown_parent
Place find_place(soci::session &session, const Page &page, const std::string &parent);

/// Keeps a tidy draft at `place`.
/// @param content its comment as readers see it
/// @param remote IP address that it came from; empty: not known
StoredComment create_comment(soci::session &session, const Place &place, const Draft &draft,
                             const html::Markup &content, const std::string &remote, bool held,
                             Seconds created);

/// Gives `comment` the text and the content that it has now, and keeps that.
void rewrite_comment(soci::session &session, const StoredComment &comment);

/// Empties `comment`, as its author may. What answers it stays, and keeps its place.
void erase_comment(soci::session &session, const StoredComment &comment);

/// Publishes a held comment. Nothing if there is none called `id`.
std::optional<StoredComment> publish_comment(soci::session &session, Id id);

/// The comments that are shown before all others of `page`, oldest first, `most_pinned` at most.
std::vector<Id> pinned_comments(soci::session &session, Id page);

/// Shows the comment called `id`, which must be at the top level, before all others of its page, or in its
/// order again.
void set_pinned(soci::session &session, Id id, bool pinned);

/// Gives the author of the comment called `id` a badge: author, moderator, or empty for none.
void set_badge(soci::session &session, Id id, const std::string &badge);

/// Removes a comment and its place, as a moderator may; the replies to it move to what it answered. False if
/// there is none called `id`.
bool delete_comment(soci::session &session, Id id);

/// Every comment that is not deleted, or only the held ones, oldest first.
std::vector<StoredComment> all_comments(soci::session &session, bool only_held);

/// What was published on `page` after its counter said `after`, in that order, `most` comments at most.
std::vector<StoredComment> published_after(soci::session &session, Id page, long long after, int most);

/// What was posted last and is published, on all pages, newest first, `most` comments at most.
std::vector<StoredComment> recent_comments(soci::session &session, int most);

} // namespace afterword::demo
