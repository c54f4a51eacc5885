#include "api.hpp"

#include "afterword/model/draft.hpp"
#include "afterword/rules/comment.hpp"
#include "clock.hpp"
#include "comment_json.hpp"
#include "comment_list.hpp"
#include "comments.hpp"
#include "error.hpp"
#include "json.hpp"
#include "markdown.hpp"
#include "sender.hpp"
#include "subscriptions.hpp"

#include <algorithm>

namespace afterword::demo {

namespace {

/// What lengths are counted in, as the contract calls it.
const char *unit_name(text::Unit unit) {
  switch (unit) {
  case text::Unit::bytes:
    return "bytes";
  case text::Unit::utf16:
    return "utf16";
  default:
    return "code_points";
  }
}

Json to_json(const Limits &limits) {
  return {{"links", limits.links ? Json(*limits.links) : Json(nullptr)},
          {"interval", limits.interval != 0 ? Json(limits.interval) : Json(nullptr)}};
}

Json to_json(const FormRules &rules) {
  Json json = Json::object();
  for (const Field field : all_fields) {
    const FieldRule &rule = rules[field];
    if (!rule.shown)
      continue;
    Json &entry = json[std::string(afterword::name(field))] = Json::object();
    if (is_box(field))
      continue;
    entry["required"] = rule.required;
    entry["unit"] = unit_name(rule.length.unit);
    if (rule.length.min != 0)
      entry["min"] = rule.length.min;
    if (rule.length.max != 0)
      entry["max"] = rule.length.max;
  }
  return json;
}

Draft read_draft(const Json &json) {
  Draft draft;
  draft.parent = string_member(json, "parent");
  draft.key = string_member(json, "key");
  draft.comment = string_member(json, "comment");
  draft.name = string_member(json, "name");
  draft.email = string_member(json, "email");
  draft.website = string_member(json, "website");
  draft.notify_comments = boolean_member(json, "notify_comments");
  draft.notify_posts = boolean_member(json, "notify_posts");
  if (draft.key.size() > 200)
    throw Error(Code::invalid, "The idempotency key is longer than 200 bytes.");
  return draft;
}

/// The comment that this key has made before, if any. The same key for another page is somebody's mistake.
std::optional<StoredComment> find_earlier(soci::session &session, const Draft &draft, const Page &page) {
  if (draft.key.empty())
    return std::nullopt;
  std::optional<StoredComment> earlier = find_comment_by_key(session, draft.key);
  if (earlier && earlier->page_id != page.id)
    throw Error(Code::invalid, "This idempotency key has made a comment on another page.");
  return earlier;
}

} // namespace

Response Api::list(const Request &request) {
  const ListCursor cursor = read_list_cursor(request.parameter("cursor"), request.parameter("sort"));
  Reading reading(database_);
  const Page page = require_page(reading.session(), request.parameter("page"));
  const CommentList list =
      list_comments(reading.session(), page.id, cursor, parse_id(request.parameter("through")));
  return json_response(200, {{"comments", to_json(list.comments)},
                             {"total", list.total},
                             {"next", list.next ? Json(to_string(*list.next)) : Json(nullptr)},
                             {"latest", std::to_string(page.published)},
                             {"sort", sort_names[static_cast<std::size_t>(cursor.sort)]},
                             {"closed", page.closed},
                             {"followers", count_followers(reading.session())},
                             {"form", to_json(form_rules())},
                             {"limits", to_json(limits_)}});
}

Response Api::create(const Request &request) {
  const Json json = read_object(request);
  const std::string path = string_member(json, "page");
  Draft draft = read_draft(json);
  const Problems problems = check(draft, form_rules());
  draft = tidy(std::move(draft));
  Writing writing(database_);
  soci::session &session = writing.session();
  const Page page = require_page(session, path);
  // Before everything that may have changed since: who asks again only wants to know that it worked.
  if (const std::optional<StoredComment> earlier = find_earlier(session, draft, page))
    return json_response(200, to_json(*earlier, editing_.permit(*earlier, now())));
  if (page.closed)
    throw Error(Code::closed, "Comments on this page are closed.");
  if (!problems.empty())
    throw Error(Code::invalid, "Some fields need another look.", problems.list());
  const Seconds time = now();
  const Place place = find_place(session, page, draft.parent);
  const Sender sender{draft.email, request.remote};
  refuse_repetition(session, sender, place, draft.comment, time);
  refuse_haste(session, sender, limits_.interval, time);
  forget_remotes(session, time);
  const html::Markup content = markdown(draft.comment);
  const bool held = must_wait(draft.comment, content);
  const StoredComment comment = create_comment(session, place, draft, content, sender.remote, held, time);
  if (draft.notify_comments)
    demo::subscribe(session, address_, draft.email, page, time);
  if (draft.notify_posts)
    demo::subscribe(session, address_, draft.email, std::nullopt, time);
  if (!comment.held)
    notify(session, address_, comment, time);
  writing.commit();
  streams_.wake();
  return json_response(201, to_json(comment, editing_.permit(comment, time)));
}

bool Api::must_wait(const std::string &comment, const html::Markup &content) const {
  // Clients can count those in the text beforehand. A link that is written once may be there many times.
  return moderate_ || (limits_.links && std::max(rules::count_links(comment),
                                                 rules::count_links(content.str())) > *limits_.links);
}

} // namespace afterword::demo
