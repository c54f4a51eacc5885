#include "votes.hpp"

#include "afterword/text/ascii.hpp"
#include "error.hpp"

namespace afterword::demo {

namespace {

/// How long the votes and reports of an IP address are counted together, and how many there may be.
constexpr Seconds period = 60;
constexpr int most_in_period = 60;

bool is_uuid(const std::string &text) {
  if (text.size() != 36)
    return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : std::string_view("0123456789abcdef").find(text[i]) == std::string_view::npos)
      return false;
  }
  return true;
}

} // namespace

std::string read_voter(const std::string &text) {
  std::string voter = text::to_ascii_lower(text);
  if (!is_uuid(voter))
    throw Error(Code::invalid, "The voter must be a UUID.");
  return voter;
}

int find_vote(soci::session &session, Id comment, const std::string &voter) {
  int value = 0;
  session << "SELECT value FROM votes WHERE comment_id = :comment AND voter = :voter", soci::use(comment),
      soci::use(voter), soci::into(value);
  return value;
}

Tally find_tally(soci::session &session, Id comment) {
  Tally tally;
  session << "SELECT likes, dislikes FROM comments WHERE id = :comment", soci::use(comment),
      soci::into(tally.likes), soci::into(tally.dislikes);
  return tally;
}

void set_vote(soci::session &session, Id comment, const std::string &voter, int value) {
  const int before = find_vote(session, comment, voter);
  if (value == 0)
    session << "DELETE FROM votes WHERE comment_id = :comment AND voter = :voter", soci::use(comment),
        soci::use(voter);
  else
    session << "INSERT INTO votes (comment_id, voter, value) VALUES (:comment, :voter, :value) "
               "ON CONFLICT (comment_id, voter) DO UPDATE SET value = excluded.value",
        soci::use(comment), soci::use(voter), soci::use(value);
  const int likes = (value == 1 ? 1 : 0) - (before == 1 ? 1 : 0);
  const int dislikes = (value == -1 ? 1 : 0) - (before == -1 ? 1 : 0);
  session
      << "UPDATE comments SET likes = likes + :likes, dislikes = dislikes + :dislikes WHERE id = :comment",
      soci::use(likes), soci::use(dislikes), soci::use(comment);
}

bool has_reported(soci::session &session, Id comment, const std::string &voter) {
  int found = 0;
  session << "SELECT count(*) FROM reports WHERE comment_id = :comment AND voter = :voter",
      soci::use(comment), soci::use(voter), soci::into(found);
  return found != 0;
}

void add_report(soci::session &session, Id comment, const std::string &voter, Seconds now) {
  session << "INSERT INTO reports (comment_id, voter, created) VALUES (:comment, :voter, :created)",
      soci::use(comment), soci::use(voter), soci::use(now);
  session << "UPDATE comments SET reports = reports + 1 WHERE id = :comment", soci::use(comment);
}

void count_pace(soci::session &session, const std::string &remote, Seconds now) {
  const Seconds before = now - period;
  // The clock may have been set back: what began in the future is over, too.
  session << "DELETE FROM paces WHERE began <= :before OR began > :now", soci::use(before), soci::use(now);
  int count = 0;
  Seconds began = 0;
  session << "INSERT INTO paces (remote, began, count) VALUES (:remote, :now, 1) "
             "ON CONFLICT (remote) DO UPDATE SET count = count + 1 RETURNING count, began",
      soci::use(remote), soci::use(now), soci::into(count), soci::into(began);
  if (count > most_in_period)
    throw Error(Code::slow_down, "That was a lot at once. Please wait a moment.", began - before);
}

} // namespace afterword::demo
