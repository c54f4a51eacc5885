#pragma once
/// @file What readers think of comments: their votes and their reports.

#include "clock.hpp"
#include "pages.hpp"

#include <soci/soci.h>
#include <string>

namespace afterword::demo {

/// How the votes on a comment stand.
struct Tally {
  long long likes = 0;
  long long dislikes = 0;
};

/// The voter that `text` names: a UUID (https://www.rfc-editor.org/rfc/rfc9562#section-4), in lower case.
/// @throws Error invalid
std::string read_voter(const std::string &text);

/// The vote of `voter` on the comment: 1, -1, or 0 for none.
int find_vote(soci::session &session, Id comment, const std::string &voter);

Tally find_tally(soci::session &session, Id comment);

/// Makes `value` the vote of `voter` on the comment; 0 takes it back.
void set_vote(soci::session &session, Id comment, const std::string &voter, int value);

/// Whether `voter` has reported the comment.
bool has_reported(soci::session &session, Id comment, const std::string &voter);

/// Notes that `voter` reports the comment for the first time.
void add_report(soci::session &session, Id comment, const std::string &voter, Seconds now);

/// Counts one more vote or report from the IP address `remote`, and forgets those that matter no more.
/// @throws Error slow_down after 60 within a minute
void count_pace(soci::session &session, const std::string &remote, Seconds now);

} // namespace afterword::demo
