#include "api.hpp"

#include "afterword/model/draft.hpp"
#include "clock.hpp"
#include "error.hpp"
#include "json.hpp"
#include "leaf.hpp"
#include "subscriptions.hpp"

namespace afterword::demo {

namespace {

/// The holder of the token in the request's address.
std::optional<TokenHolder> find_holder(soci::session &session, Purpose purpose, const Request &request) {
  return demo::find_holder(session, purpose, request.parameter("token"), now());
}

/// People get a page, programs get JSON.
Response bad_token(const Request &request) {
  const Error error(Code::bad_token, "This link is not valid any more. Subscribe again to get a new one.");
  if (request.header("accept").find("text/html") == std::string::npos)
    return answer(error);
  return leaf(status(error.code()), "This link is not valid any more",
              "It is wrong, older than seven days, or was followed by a newer one. Subscribe again to get a "
              "new one.");
}

std::string what(const TokenHolder &holder) {
  return holder.page ? "follow-up comments on “" + holder.page->title + "”" : "every new post";
}

} // namespace

Response Api::followers(const Request &) {
  Reading reading(database_);
  return json_response(200, {{"followers", count_followers(reading.session())}});
}

Response Api::subscribe(const Request &request) {
  const Json json = read_object(request);
  Draft draft;
  draft.email = string_member(json, "email");
  FieldRule rule = form_rules()[Field::email];
  rule.required = true;
  if (const auto problem = check(Field::email, draft.email, rule))
    throw Error(Code::invalid, "This is not an e-mail address that mail could reach.",
                {{Field::email, *problem}});
  draft = normalize(std::move(draft), form_rules());
  Writing writing(database_);
  const Subscribed subscribed =
      demo::subscribe(writing.session(), address_, draft.email, std::nullopt, now());
  writing.commit();
  return subscribed == Subscribed::already ? json_response(200, {{"status", "subscribed"}})
                                           : json_response(202, {{"status", "pending"}});
}

Response Api::confirm_page(const Request &request) {
  // Scanners follow every link of a mail: looking must change nothing.
  Reading reading(database_);
  const auto holder = find_holder(reading.session(), Purpose::confirm, request);
  if (!holder)
    return bad_token(request);
  return leaf(200, "Confirm your subscription", "Send " + what(*holder) + " to " + holder->email + "?",
              "Confirm");
}

Response Api::confirm(const Request &request) {
  Writing writing(database_);
  const auto holder = find_holder(writing.session(), Purpose::confirm, request);
  if (!holder)
    return bad_token(request);
  demo::confirm(writing.session(), address_, *holder, now());
  writing.commit();
  return leaf(200, "You are subscribed", "From now on " + holder->email + " gets " + what(*holder) + ".");
}

Response Api::unsubscribe_page(const Request &request) {
  Reading reading(database_);
  const auto holder = find_holder(reading.session(), Purpose::unsubscribe, request);
  if (!holder)
    return bad_token(request);
  return leaf(200, "Unsubscribe", "Stop sending " + what(*holder) + " to " + holder->email + "?",
              "Unsubscribe");
}

Response Api::unsubscribe(const Request &request) {
  Writing writing(database_);
  const auto holder = find_holder(writing.session(), Purpose::unsubscribe, request);
  if (!holder)
    return bad_token(request);
  demo::unsubscribe(writing.session(), *holder);
  writing.commit();
  return leaf(200, "You are unsubscribed", holder->email + " gets no more of " + what(*holder) + ".");
}

} // namespace afterword::demo
