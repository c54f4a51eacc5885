#include "outcome.hpp"

#include "afterword/backend/answer.hpp"
#include "afterword/html/format.hpp"
#include "afterword/text/date.hpp"
#include "printable.hpp"
#include "route.hpp"

#include <algorithm>

namespace afterword::recipe {

namespace {

using backend::Failure;
using backend::Json;

constexpr backend::Reading reading{html::Images::as_text, html::format_text};

Outcome skipped(std::string text) {
  Outcome outcome{std::move(text), false, true, {}};
  return outcome;
}

/// What the recipe calls `field`.
std::string name_in(const backend::Recipe &recipe, Field field) {
  const Json *form = recipe.at("/form");
  const FormRules rules = form != nullptr ? backend::read_form(*form) : FormRules();
  const Extra *extra = rules.extra(field);
  return extra != nullptr ? printable(extra->name, 60) : name(field);
}

std::string describe(const backend::Recipe &recipe, const Failure &failure) {
  using Kind = Failure::Kind;
  std::string out;
  switch (failure.kind) {
  case Kind::invalid:
    for (const FieldProblem &each : failure.problems.list()) {
      out += out.empty() ? "field " : ", field ";
      out += name_in(recipe, each.field);
      out += " ";
      out += rules::code(each.problem);
      for (const text::Named &words : failure.words)
        if (words.name == name(each.field))
          out += ": " + quoted(words.value);
    }
    return out;
  case Kind::slow_down:
    return "slow_down " + std::to_string(failure.seconds) + " s";
  case Kind::refused:
    return "refused: " + quoted(failure.message, 120);
  case Kind::unreachable:
    return "unreachable: " + printable(failure.detail);
  default:
    return backend::failure_kinds[static_cast<std::size_t>(failure.kind)];
  }
}

Outcome failed(const backend::Recipe &recipe, const Failure &failure) {
  Outcome outcome{describe(recipe, failure), failure.kind == Failure::Kind::unreachable, false, {}};
  if (!failure.message.empty())
    outcome.details.push_back("message " + quoted(failure.message));
  return outcome;
}

std::string status_of(const Comment &comment) {
  return comment.status == Comment::Status::held      ? "held"
         : comment.status == Comment::Status::deleted ? "deleted"
                                                      : "published";
}

std::string describe(const Comment &comment) {
  std::string out = "comment " + (comment.id.empty() ? "without an id" : printable(comment.id, 60));
  if (!comment.parent.empty())
    out += ", answers " + printable(comment.parent, 60);
  out += ", " + status_of(comment) + ", by " + quoted(comment.name);
  if (comment.website)
    out += " of " + printable(comment.website->str(), 60);
  out += comment.created.empty() ? ", no date" : ", " + comment.created;
  if (comment.pinned)
    out += ", pinned";
  if (comment.own)
    out += ", own";
  return out + ": " + quoted(comment.content.str(), 80);
}

Outcome read_list(const backend::Recipe &recipe, const Recording &recording) {
  backend::List list;
  const std::string cursor = cursor_in(recipe.string("/list/more"), recording.url);
  if (const Failure failure = backend::read_list(recipe, recording.response, list, reading, cursor))
    return failed(recipe, failure);
  const std::size_t count = list.comments.size();
  Outcome outcome;
  outcome.text = std::to_string(count) + (count == 1 ? " comment" : " comments") + ", total " +
                 std::to_string(list.total);
  if (!list.next.empty())
    outcome.text += ", next " + printable(list.next, 60);
  if (list.closed)
    outcome.text += ", closed";
  if (list.followers)
    outcome.text += ", " + std::to_string(*list.followers) + " followers";
  if (list.form)
    outcome.text += ", with a form";
  const auto nameless = std::count_if(list.comments.begin(), list.comments.end(),
                                      [](const Comment &comment) { return comment.id.empty(); });
  if (nameless > 0) {
    outcome.text += ", " + std::to_string(nameless) +
                    " of them without an id: nothing stands at the recipe's /comment/id";
    outcome.is_mistake = true;
  }
  for (const Comment &comment : list.comments)
    outcome.details.push_back(describe(comment));
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

/// Nothing is read but whether it was done.
Outcome read_done(const backend::Recipe &recipe, const Recording &recording) {
  const backend::Reply reply(recording.response);
  if (const Failure failure = backend::check_reply(recipe, reply))
    return failed(recipe, failure);
  Outcome outcome;
  outcome.text = "done";
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
  if (recording.response.status >= 300 && recording.response.status <= 399)
    return skipped("a redirect, which browsers follow");
  if (const Json *found = need(recipe, recording))
    return read_value(recipe, recording, "/needs/" + found->key + "/value");
  static constexpr const char *operations[] = {"list",  "create",  "edit",      "remove",    "vote", "report",
                                               "count", "preview", "subscribe", "followers", "me"};
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
