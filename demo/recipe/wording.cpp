#include "wording.hpp"

#include "afterword/backend/form.hpp"
#include "printable.hpp"

namespace afterword::recipe {

namespace {

using backend::Failure;
using backend::Json;

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

} // namespace

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
  if (comment.avatar)
    out += ", picture " + printable(comment.avatar->str(), 60);
  if (comment.likes != 0)
    out += ", " + counted(comment.likes, "like");
  if (comment.dislikes != 0)
    out += ", " + counted(comment.dislikes, "dislike");
  if (comment.vote != Vote::none)
    out += comment.vote == Vote::like ? ", liked" : ", disliked";
  if (comment.author)
    out += ", author";
  if (comment.moderator)
    out += ", moderator";
  if (comment.pinned)
    out += ", pinned";
  if (comment.own)
    out += ", own";
  return out + ": " + quoted(comment.content.str(), 80);
}

std::string counted(std::size_t count, const char *what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

} // namespace afterword::recipe
