#include "api.hpp"

#include "clock.hpp"
#include "comments.hpp"
#include "error.hpp"
#include "json.hpp"
#include "votes.hpp"

namespace afterword::demo {

namespace {

/// The id of the comment that readers see, and that the request's path names last but one.
/// @throws Error not_found
Id require_published(soci::session &session, const Request &request) {
  const std::string path = request.path.substr(0, request.path.rfind('/'));
  const std::optional<StoredComment> comment =
      find_comment(session, parse_id(path.substr(path.rfind('/') + 1)));
  if (!comment || comment->held || comment->deleted)
    throw Error(Code::not_found, "This comment is not there any more.");
  return comment->id;
}

} // namespace

Response Api::vote(const Request &request) {
  const Json json = read_object(request);
  const std::string voter = read_voter(string_member(json, "voter"));
  const int value = number_member(json, "value", {1, 0, -1});
  Writing writing(database_);
  soci::session &session = writing.session();
  const Id comment = require_published(session, request);
  // What changes nothing is not counted, so asking again is always safe.
  const bool changes = find_vote(session, comment, voter) != value;
  if (changes && limits_.interval != 0)
    count_pace(session, request.remote, now());
  if (changes)
    set_vote(session, comment, voter, value);
  const Tally tally = find_tally(session, comment);
  writing.commit();
  return json_response(200, {{"likes", tally.likes}, {"dislikes", tally.dislikes}, {"value", value}});
}

Response Api::report(const Request &request) {
  const std::string voter = read_voter(string_member(read_object(request), "voter"));
  Writing writing(database_);
  soci::session &session = writing.session();
  const Id comment = require_published(session, request);
  if (has_reported(session, comment, voter))
    return json_response(200, {{"status", "reported"}});
  if (limits_.interval != 0)
    count_pace(session, request.remote, now());
  add_report(session, comment, voter, now());
  writing.commit();
  return json_response(201, {{"status", "reported"}});
}

} // namespace afterword::demo
