#include "outcome.hpp"

#include "afterword/backend/answer.hpp"
#include "afterword/text/date.hpp"
#include "listing.hpp"
#include "printable.hpp"
#include "route.hpp"
#include "wording.hpp"

#include <algorithm>

namespace afterword::recipe {

namespace {

using backend::Failure;
using backend::Json;

Outcome skipped(std::string text) {
  Outcome outcome{std::move(text), false, true, {}};
  return outcome;
}

/// The way to create that `url` was asked by, as far as can be told; else the first.
const Json *way(const backend::Recipe &recipe, const std::string &name, const std::string &url) {
  for (const auto matches : {can_become, can_become_path})
    for (std::size_t i = 0; const Json *operation = recipe.operation(name.c_str(), i); ++i)
      if (matches(backend::as_text(backend::find(*operation, "/url")), url))
        return operation;
  return recipe.operation(name.c_str());
}

/// The vote that `recording` is of, as far as its method and URL tell; else the like, if there is one.
const Json *vote_by(const backend::Recipe &recipe, const Recording &recording) {
  const Json *votes = recipe.at("/vote");
  for (const Json &each : votes->items) {
    const std::string method = backend::as_text(backend::find(each, "/method"));
    const char *unsaid = backend::find(each, "/body") != nullptr ? "POST" : "GET";
    if ((method.empty() ? unsaid : method) == recording.method &&
        can_become(backend::as_text(backend::find(each, "/url")), recording.url))
      return &each;
  }
  return recipe.at("/vote/like");
}

/// Adds to `outcome` what proves that the comment is the reader's own. The proof itself is a secret.
void add_own(const backend::Recipe &recipe, const Json *operation, const Recording &recording,
             Outcome &outcome) {
  const auto part = [&](const char *pointer) {
    return backend::read_part(recipe, operation, recording.response, pointer);
  };
  if (recipe.at("/comment/token") == nullptr)
    return;
  if (part("/comment/token").empty()) { // an edit changes none
    outcome.text += recording.operation == "create" ? ", without a token" : "";
    return;
  }
  outcome.text += ", own";
  const std::string until = part("/comment/until");
  outcome.is_mistake = !until.empty() && !text::parse_moment(until);
  if (!until.empty())
    outcome.text += " until " + printable(until, 60) + (outcome.is_mistake ? ", which is no date" : "");
}

Outcome read_created(const backend::Recipe &recipe, const Recording &recording) {
  const Json *operation = way(recipe, recording.operation, recording.url);
  Comment comment;
  if (const Failure failure = backend::read_created(recipe, operation, recording.response, comment, reading))
    return failed(recipe, failure);
  Outcome outcome;
  outcome.text =
      "comment " + (comment.id.empty() ? "" : printable(comment.id, 60) + " ") + status_of(comment);
  if (!comment.id.empty())
    outcome.details.push_back(describe(comment));
  else if (comment.status == Comment::Status::published)
    outcome.text += ", by its status alone";
  if (!comment.id.empty())
    add_own(recipe, operation, recording, outcome);
  return outcome;
}

Outcome read_subscribed(const backend::Recipe &recipe, const Recording &recording) {
  backend::Subscribed subscribed{};
  if (const Failure failure = backend::read_subscribed(recipe, recording.response, subscribed))
    return failed(recipe, failure);
  Outcome outcome;
  outcome.text = subscribed == backend::Subscribed::already ? "subscribed" : "pending";
  return outcome;
}

/// What stands at the one place that the operation's reply has.
Outcome read_value(const backend::Recipe &recipe, const Recording &recording, const std::string &pointer) {
  const std::string &name = recording.operation;
  std::string value;
  const Failure failure = backend::read_value(recipe, recording.response, pointer.c_str(), value);
  Outcome outcome;
  if (name == "me") { // for the widget too whoever has no name is nobody, for whatever reason
    outcome.text = failure ? "nobody" : "signed in as " + quoted(value);
  } else if (failure) {
    return failed(recipe, failure);
  } else if (name == "count" || name == "followers") {
    outcome.text = name + " " + printable(value, 20);
    outcome.is_mistake = !backend::to_size(value);
    if (outcome.is_mistake)
      outcome.text += ", which is no number";
  } else if (name == "preview") {
    outcome.text = "preview " + quoted(html::sanitize(value, html::Images::as_text).str(), 80);
  } else { // it may be a secret
    outcome.text = "value of " + std::to_string(value.size()) + (value.size() == 1 ? " byte" : " bytes");
  }
  return outcome;
}

/// Whether it was done; and of a vote, the numbers of all.
Outcome read_done(const backend::Recipe &recipe, const Recording &recording) {
  const backend::Reply reply(recording.response);
  if (const Failure failure = backend::check_reply(recipe, reply))
    return failed(recipe, failure);
  Outcome outcome;
  outcome.text = "done";
  const Json *vote = recording.operation == "vote" ? vote_by(recipe, recording) : nullptr;
  if (vote == nullptr)
    return outcome;
  for (const auto &[place, what] :
       {std::pair{"/reply/likes", "like"}, std::pair{"/reply/dislikes", "dislike"}}) {
    const std::string number = reply.text(backend::find(*vote, place));
    if (number.empty())
      continue;
    const auto count = backend::to_size(number);
    outcome.is_mistake = outcome.is_mistake || !count;
    outcome.text += ", " + (count ? counted(*count, what) : printable(number, 20) + ", which is no number");
  }
  return outcome;
}

/// The need that `recording` is of, by its name or by its URL; else the first. Nullptr: there is none.
const Json *need(const backend::Recipe &recipe, const Recording &recording) {
  const Json *needs = recipe.at("/needs");
  if (needs == nullptr || needs->items.empty())
    return nullptr;
  for (const Json &each : needs->items)
    if (each.key == recording.operation)
      return &each;
  if (recording.operation != "token" && recording.operation != "needs")
    return nullptr;
  for (const auto matches : {can_become, can_become_path})
    for (const Json &each : needs->items)
      if (matches(backend::as_text(backend::find(each, "/url")), recording.url))
        return &each;
  return &needs->items.front();
}

} // namespace

Outcome read(const backend::Recipe &recipe, const Recording &recording) {
  const std::string &name = recording.operation;
  if (recording.method == "OPTIONS")
    return skipped("a preflight");
  const int status = recording.response.status;
  if (status >= 300 && status <= 399 && !(status == 304 && name == "updates"))
    return skipped("a redirect, which browsers follow");
  if (const Json *found = need(recipe, recording))
    return read_value(recipe, recording, "/needs/" + found->key + "/value");
  static constexpr const char *operations[] = {"list",      "updates",   "recent", "create", "edit",
                                               "remove",    "vote",      "report", "count",  "preview",
                                               "subscribe", "followers", "me"};
  if (name == "token" || name == "needs")
    return skipped("the recipe has no \"needs\"");
  if (std::find(std::begin(operations), std::end(operations), name) == std::end(operations)) {
    Outcome outcome{"there is no operation " + quoted(name), true, false, {}};
    return outcome;
  }
  if (recipe.operation(name.c_str()) == nullptr)
    return skipped("the recipe has no " + quoted(name));
  if (name == "list")
    return read_list(recipe, recording);
  if (name == "updates" || name == "recent")
    return read_part_of_list(recipe, recording);
  if (name == "count" && recipe.at("/count/reply/counts") != nullptr)
    return read_counts(recipe, recording);
  if (name == "create" || name == "edit")
    return read_created(recipe, recording);
  if (name == "subscribe")
    return read_subscribed(recipe, recording);
  if (name == "remove" || name == "vote" || name == "report")
    return read_done(recipe, recording);
  const char *place = name == "preview" ? "content" : name == "me" ? "name" : name.c_str();
  return read_value(recipe, recording, "/" + name + "/reply/" + place);
}

} // namespace afterword::recipe
