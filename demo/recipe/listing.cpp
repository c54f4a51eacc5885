#include "listing.hpp"

#include "afterword/backend/answer.hpp"
#include "afterword/backend/list.hpp"
#include "printable.hpp"
#include "route.hpp"
#include "wording.hpp"

#include <algorithm>

namespace afterword::recipe {

namespace {

using backend::Failure;
using backend::Json;
using backend::Reply;

/// Adds what was read in each comment.
void add_comments(const std::list<Comment> &comments, Outcome &outcome) {
  const auto nameless = std::count_if(comments.begin(), comments.end(),
                                      [](const Comment &comment) { return comment.id.empty(); });
  if (nameless > 0) {
    outcome.text += ", " + std::to_string(nameless) +
                    " of them without an id: nothing stands at the recipe's /comment/id";
    outcome.is_mistake = true;
  }
  for (const Comment &comment : comments)
    outcome.details.push_back(describe(comment));
}

/// Where the array of `name` stands: as in a list, unless the operation says so itself.
std::string comments_of(const backend::Recipe &recipe, const std::string &name) {
  std::string pointer = "/" + name + "/reply/comments";
  return recipe.at(pointer.c_str()) != nullptr ? pointer : "/list/reply/comments";
}

} // namespace

Outcome read_list(const backend::Recipe &recipe, const Recording &recording) {
  backend::List list;
  const std::string cursor = cursor_in(recipe.string("/list/more"), recording.url);
  if (const Failure failure = backend::read_list(recipe, recording.response, list, reading, cursor))
    return failed(recipe, failure);
  Outcome outcome;
  outcome.text = counted(list.comments.size(), "comment") + ", total " + std::to_string(list.total);
  if (!list.next.empty())
    outcome.text += ", next " + printable(list.next, 60);
  if (list.closed)
    outcome.text += ", closed";
  if (list.followers)
    outcome.text += ", " + std::to_string(*list.followers) + " followers";
  if (list.form)
    outcome.text += ", with a form";
  add_comments(list.comments, outcome);
  return outcome;
}

Outcome read_part_of_list(const backend::Recipe &recipe, const Recording &recording) {
  const std::string &name = recording.operation;
  Outcome outcome;
  if (recording.response.status == 304) {
    outcome.text = "nothing new";
    return outcome;
  }
  Reply reply(recording.response);
  if (const Failure failure = backend::check_reply(recipe, reply))
    return failed(recipe, failure);
  const std::string pointer = comments_of(recipe, name);
  const Json *items = reply.find(recipe.at(pointer.c_str()));
  if (items == nullptr || items->type != Json::Type::array)
    return failed(recipe, backend::missing(recipe, reply, pointer.c_str()));
  const std::string total = reply.text(recipe.at(("/" + name + "/reply/total").c_str()));
  const std::string cursor = reply.text(recipe.at(("/" + name + "/reply/cursor").c_str()));
  std::list<Comment> comments;
  backend::detail::read_items(recipe, reply, *items, {}, reading, comments);
  outcome.text = counted(comments.size(), "comment");
  if (!total.empty())
    outcome.text += ", total " + printable(total, 20);
  if (!cursor.empty())
    outcome.text += ", cursor " + printable(cursor, 60);
  add_comments(comments, outcome);
  return outcome;
}

Outcome read_counts(const backend::Recipe &recipe, const Recording &recording) {
  const Reply reply(recording.response);
  if (const Failure failure = backend::check_reply(recipe, reply))
    return failed(recipe, failure);
  const Json *counts = reply.find(recipe.at("/count/reply/counts"));
  if (counts == nullptr || counts->type < Json::Type::array)
    return failed(recipe, backend::missing(recipe, reply, "/count/reply/counts"));
  Outcome outcome;
  outcome.text = "counts of " + counted(counts->items.size(), "page");
  for (const Json &each : counts->items) {
    const bool is_number = backend::to_size(each.text).has_value();
    if (!is_number && !outcome.is_mistake)
      outcome.text += ", of which " + printable(each.text, 20) + " is no number";
    outcome.is_mistake = outcome.is_mistake || !is_number;
    outcome.details.push_back((each.key.empty() ? "" : printable(each.key, 60) + ": ") +
                              printable(each.text, 20));
  }
  return outcome;
}

} // namespace afterword::recipe
