#include "api.hpp"

#include "clock.hpp"
#include "comment_json.hpp"
#include "comments.hpp"
#include "error.hpp"
#include "json.hpp"
#include "markdown.hpp"

namespace afterword::demo {

namespace {

/// The comment that stands last in the request's path, if who asks may change it.
/// @throws Error not_found, not_yours or expired
StoredComment require_own(soci::session &session, const Editing &editing, const Request &request) {
  const std::string id = request.path.substr(request.path.rfind('/') + 1);
  const std::optional<StoredComment> comment = find_comment(session, parse_id(id));
  if (!comment || comment->deleted)
    throw Error(Code::not_found, "This comment is not there any more.");
  editing.require(*comment, request, now());
  return *comment;
}

/// @throws Error invalid
void check_comment(const std::string &comment) {
  if (const auto problem = check(Field::comment, comment, form_rules()[Field::comment]))
    throw Error(Code::invalid, "The comment needs another look.", {{Field::comment, *problem}});
}

} // namespace

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): it is a route's handler, as the others are
Response Api::preview(const Request &request) {
  const std::string comment = string_member(read_object(request), "comment");
  check_comment(comment);
  return json_response(200, {{"content", markdown(tidy(comment)).str()}});
}

Response Api::edit(const Request &request) {
  const std::string written = string_member(read_object(request), "comment");
  Writing writing(database_);
  StoredComment comment = require_own(writing.session(), editing_, request);
  check_comment(written);
  std::string tidied = tidy(written);
  // The same text again changes nothing, so nobody need look at it again.
  if (tidied != comment.comment) {
    const html::Markup content = markdown(tidied);
    comment.held = comment.held || must_wait(tidied, content);
    comment.comment = std::move(tidied);
    comment.content = content.str();
    rewrite_comment(writing.session(), comment);
    writing.commit();
  }
  return json_response(200, to_json(comment, editing_.permit(comment, now())));
}

Response Api::remove(const Request &request) {
  Writing writing(database_);
  erase_comment(writing.session(), require_own(writing.session(), editing_, request));
  writing.commit();
  Response response;
  response.status = 204;
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

} // namespace afterword::demo
