#include "comments.hpp"

#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"
#include "comment_row.hpp"
#include "error.hpp"

#include <charconv>
#include <utility>

namespace afterword::demo {

namespace {

/// Text without control characters: they mean nothing in a comment, and a terminal or a mail might obey them.
std::string without_controls(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::decode(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value <= 0x9F);
    const bool layout = point.value == '\n' || point.value == '\r' || point.value == '\t';
    if (!control || layout)
      text::append(out, point.value);
    at += point.size;
  }
  return out;
}

/// Gives and takes the places in the list of the comment called `id` and, as far as that reaches, of those
/// that it answers; 0: there is none.
void update_places(soci::session &session, Id id) {
  while (id != 0) {
    Id parent = 0;
    session << "UPDATE comments SET shown = NOT shown WHERE id = :id AND shown <> "
               "((held = 0 AND deleted = 0) OR EXISTS "
               "(SELECT 1 FROM comments AS reply WHERE reply.parent_id = comments.id AND reply.shown)) "
               "RETURNING ifnull(parent_id, 0)",
        soci::use(id), soci::into(parent);
    id = session.got_data() ? parent : 0;
  }
}

/// Counts the comment called `id` as published on its page.
void mark_published(soci::session &session, Id id) {
  session << "UPDATE pages SET published = published + 1 "
             "WHERE id = (SELECT page_id FROM comments WHERE id = :id)",
      soci::use(id);
  session
      << "UPDATE comments SET published = (SELECT published FROM pages WHERE id = page_id) WHERE id = :id",
      soci::use(id);
}

} // namespace

Id parse_id(const std::string &text) {
  Id id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc() && end == text.data() + text.size() ? id : 0;
}

const FormRules &form_rules() {
  static const FormRules rules = [] {
    FormRules made;
    made[Field::comment].length.max = 8000;
    made[Field::name].length.max = 80;
    made[Field::email].length.max = 254;
    made[Field::website].length.max = 2000;
    return made;
  }();
  return rules;
}

long long count_comments(soci::session &session, Id page) {
  long long count = 0;
  session << "SELECT count(*) FROM comments WHERE page_id = :page AND held = 0 AND deleted = 0",
      soci::into(count), soci::use(page);
  return count;
}

std::optional<StoredComment> find_comment(soci::session &session, Id id) {
  Row row;
  soci::statement statement =
      (row.into(session.prepare << columns << "FROM comments WHERE id = :id"), soci::use(id));
  return statement.execute(true) ? std::optional(row.take()) : std::nullopt;
}

std::optional<StoredComment> find_comment_by_key(soci::session &session, const std::string &key) {
  Row row;
  soci::statement statement =
      (row.into(session.prepare << columns << "FROM comments WHERE key = :key"), soci::use(key));
  return statement.execute(true) ? std::optional(row.take()) : std::nullopt;
}

std::string tidy(const std::string &comment) {
  const std::string visible = without_controls(comment);
  return std::string(text::trim(visible));
}

Draft tidy(Draft draft) {
  draft = normalize(std::move(draft), form_rules());
  draft.comment = tidy(draft.comment);
  return draft;
}

Place find_place(soci::session &session, const Page &page, const std::string &parent) {
  Place place{page.id, std::nullopt, std::nullopt};
  if (parent.empty())
    return place;
  const std::optional<StoredComment> found = find_comment(session, parse_id(parent));
  if (!found || found->page_id != page.id || found->held || found->deleted)
    throw Error(Code::unknown_parent, "The comment you answer is not there any more.");
  Id root = 0;
  session << "SELECT ifnull(root_id, id) FROM comments WHERE id = :id", soci::into(root),
      soci::use(found->id);
  place.parent = found->id;
  place.root = root;
  return place;
}

StoredComment create_comment(soci::session &session, const Place &place, const Draft &draft,
                             const html::Markup &content, const std::string &remote, bool held,
                             Seconds created) {
  const Id parent = place.parent.value_or(0);
  const Id root = place.root.value_or(0);
  const int is_held = held ? 1 : 0;
  Id id = 0;
  session << "INSERT INTO comments (page_id, parent_id, root_id, key, name, email, website, comment, "
             "content, created, held, shown, remote) VALUES (:page, nullif(:parent, 0), nullif(:root, 0), "
             "nullif(:key, ''), :name, :email, :website, :comment, :content, :created, :held, NOT :shown, "
             ":remote) "
             "RETURNING id",
      soci::use(place.page), soci::use(parent), soci::use(root), soci::use(draft.key), soci::use(draft.name),
      soci::use(draft.email), soci::use(draft.website), soci::use(draft.comment), soci::use(content.str()),
      soci::use(created), soci::use(is_held), soci::use(is_held), soci::use(remote), soci::into(id);
  if (!held)
    mark_published(session, id);
  return *find_comment(session, id);
}

void rewrite_comment(soci::session &session, const StoredComment &comment) {
  const int is_held = comment.held ? 1 : 0;
  session << "UPDATE comments SET comment = :comment, content = :content, held = :held WHERE id = :id",
      soci::use(comment.comment), soci::use(comment.content), soci::use(is_held), soci::use(comment.id);
  update_places(session, comment.id);
}

void erase_comment(soci::session &session, const StoredComment &comment) {
  // The IP address stays, to be forgotten in its time: the pace of a sender is kept by who deletes, too.
  session
      << "UPDATE comments SET name = '', email = '', website = '', comment = '', content = '', "
         "held = 0, deleted = 1, pinned = 0, badge = '', likes = 0, dislikes = 0, reports = 0 WHERE id = :id",
      soci::use(comment.id);
  session << "DELETE FROM votes WHERE comment_id = :id", soci::use(comment.id);
  session << "DELETE FROM reports WHERE comment_id = :id", soci::use(comment.id);
  update_places(session, comment.id);
}

std::optional<StoredComment> publish_comment(soci::session &session, Id id) {
  std::optional<StoredComment> comment = find_comment(session, id);
  if (!comment || !comment->held)
    return std::nullopt;
  session << "UPDATE comments SET held = 0 WHERE id = :id", soci::use(id);
  update_places(session, id);
  mark_published(session, id);
  comment->held = false;
  return comment;
}

std::vector<Id> pinned_comments(soci::session &session, Id page) {
  std::vector<Id> ids;
  Id id = 0;
  // Left to itself SQLite would look at all that is published on the page.
  soci::statement statement =
      (session.prepare << "SELECT id FROM comments INDEXED BY comments_pinned WHERE page_id = :page AND "
                          "pinned <> 0 AND held = 0 AND deleted = 0 AND root_id IS NULL ORDER BY id LIMIT " +
                              std::to_string(most_pinned),
       soci::into(id), soci::use(page));
  statement.execute();
  while (statement.fetch())
    ids.push_back(id);
  return ids;
}

void set_pinned(soci::session &session, Id id, bool pinned) {
  const int value = pinned ? 1 : 0;
  session << "UPDATE comments SET pinned = :pinned WHERE id = :id", soci::use(value), soci::use(id);
}

void set_badge(soci::session &session, Id id, const std::string &badge) {
  session << "UPDATE comments SET badge = :badge WHERE id = :id", soci::use(badge), soci::use(id);
}

bool delete_comment(soci::session &session, Id id) {
  const std::optional<StoredComment> comment = find_comment(session, id);
  if (!comment)
    return false;
  if (comment->parent) {
    session << "UPDATE comments SET parent_id = :parent WHERE parent_id = :id", soci::use(*comment->parent),
        soci::use(id);
  } else {
    // Each reply to it becomes a top-level comment of its own, and the root of everything below.
    session
        << "WITH RECURSIVE branch (id, root) AS ("
           "  SELECT id, id FROM comments WHERE parent_id = :id"
           "  UNION ALL"
           "  SELECT comments.id, branch.root FROM comments JOIN branch ON comments.parent_id = branch.id) "
           "UPDATE comments SET"
           "  root_id = (SELECT nullif(root, comments.id) FROM branch WHERE branch.id = comments.id),"
           "  parent_id = nullif(parent_id, :id2) "
           "WHERE id IN (SELECT id FROM branch)",
        soci::use(id), soci::use(id);
  }
  session << "DELETE FROM comments WHERE id = :id", soci::use(id);
  update_places(session, comment->parent.value_or(0));
  return true;
}

std::vector<StoredComment> all_comments(soci::session &session, bool only_held) {
  Row row;
  soci::statement statement =
      row.into(session.prepare << columns << "FROM comments WHERE "
                               << (only_held ? "held = 1 ORDER BY id" : "deleted = 0 ORDER BY id"));
  return fetch_all(statement, row);
}

std::vector<StoredComment> published_after(soci::session &session, Id page, long long after, int most) {
  Row row;
  soci::statement statement =
      (row.into(
           session.prepare << columns
                           << "FROM comments WHERE page_id = :page AND published > :after AND held = 0 AND "
                              "deleted = 0 ORDER BY published LIMIT :most"),
       soci::use(page), soci::use(after), soci::use(most));
  return fetch_all(statement, row);
}

std::vector<StoredComment> recent_comments(soci::session &session, int most) {
  Row row;
  soci::statement statement =
      (row.into(session.prepare
                << columns
                << "FROM comments WHERE held = 0 AND deleted = 0 ORDER BY created DESC, id DESC LIMIT :most"),
       soci::use(most));
  return fetch_all(statement, row);
}

} // namespace afterword::demo
