#include "comment_list.hpp"

#include "comment_row.hpp"

#include <algorithm>
#include <string>

namespace afterword::demo {

namespace {

/// What is shown of a comment whose place alone is left.
StoredComment place_of(const StoredComment &comment) {
  StoredComment place;
  place.id = comment.id;
  place.page_id = comment.page_id;
  place.parent = comment.parent;
  place.created = comment.created;
  place.deleted = true;
  return place;
}

/// `ids` as SQL and JSON write them between their brackets. They are numbers, whatever clients sent.
std::string joined(const std::vector<Id> &ids) {
  std::string list;
  for (const Id id : ids)
    list += (list.empty() ? "" : ",") + std::to_string(id);
  return list;
}

/// The condition of the comments that have a place at the top level, and stand behind what is pinned.
std::string in_order(const ListCursor &cursor) {
  return "page_id = :page AND shown = 1 AND root_id IS NULL AND id NOT IN (" + joined(cursor.pinned) + ") ";
}

/// The condition of those that come after `top` in the order `sort`.
std::string after(Sort sort, const Top &top) {
  const std::string id = std::to_string(top.id);
  const std::string likes = std::to_string(top.likes);
  switch (sort) {
  case Sort::newest:
    return "id < " + id;
  case Sort::liked:
    return "(likes <= " + likes + " AND (likes < " + likes + " OR id > " + id + "))";
  default:
    return "id > " + id;
  }
}

/// The condition of those that come after `cursor`.
std::string after(const ListCursor &cursor) {
  return cursor.last ? after(cursor.sort, *cursor.last) : "1";
}

const char *order(Sort sort) {
  return sort == Sort::newest  ? " ORDER BY id DESC "
         : sort == Sort::liked ? " ORDER BY likes DESC, id "
                               : " ORDER BY id ";
}

/// How many top-level comments the list must have from `cursor` on to reach the part with `through`.
int size_through(soci::session &session, Id page, const ListCursor &cursor, Id through) {
  Top top;
  session << "SELECT id, likes FROM comments WHERE id = (SELECT ifnull(root_id, id) FROM comments WHERE "
             "id = :id AND page_id = :page AND shown = 1)",
      soci::use(through), soci::use(page), soci::into(top.id), soci::into(top.likes);
  if (!session.got_data())
    return part_size;
  int found = 0;
  int before = 0;
  session << "SELECT count(*) FILTER (WHERE id = :id), count(*) FROM comments WHERE " + in_order(cursor) +
                 "AND " + after(cursor) + " AND NOT " + after(cursor.sort, top),
      soci::use(top.id), soci::use(page), soci::into(found), soci::into(before);
  if (found == 0)
    return part_size;
  return std::min(most_through, (before + part_size - 1) / part_size * part_size);
}

} // namespace

CommentList list_comments(soci::session &session, Id page, const ListCursor &cursor, Id through) {
  CommentList list;
  list.total = count_comments(session, page);
  ListCursor next = cursor;
  std::vector<Id> tops;
  if (!cursor.last)
    tops = next.pinned = pinned_comments(session, page);
  const int size = through == 0 ? part_size : size_through(session, page, next, through);
  {
    // One more than asked for tells whether there is a next part.
    Top top;
    int found = 0;
    soci::statement statement =
        (session.prepare << "SELECT id, likes FROM comments WHERE " + in_order(next) + "AND " +
                                after(cursor) + order(cursor.sort) + "LIMIT " + std::to_string(size + 1),
         soci::into(top.id), soci::into(top.likes), soci::use(page));
    statement.execute();
    while (statement.fetch()) {
      if (++found > size) {
        list.next = next;
        break;
      }
      tops.push_back(top.id);
      next.last = top;
    }
  }
  if (tops.empty())
    return list;
  Row row;
  const std::string json = "[" + joined(tops) + "]";
  soci::statement all =
      (row.into(session.prepare << columns
                                << "FROM json_each(:tops) AS top CROSS JOIN comments WHERE shown = 1 AND "
                                   "(comments.id = top.value OR root_id = top.value) "
                                   "ORDER BY top.key, comments.id"),
       soci::use(json));
  list.comments = fetch_all(all, row);
  for (StoredComment &comment : list.comments)
    if (comment.held || comment.deleted)
      comment = place_of(comment);
  return list;
}

} // namespace afterword::demo
