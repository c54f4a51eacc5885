#pragma once
/// @file Answers: what came of everything but the list.

#include "afterword/backend/errors.hpp"
#include "afterword/backend/list.hpp"

#include <cstdint>

namespace afterword::backend {

/// What became of a subscription.
enum class Subscribed : std::uint8_t { pending, already, unknown };

/// The comment that was posted or edited, as the backend keeps it. Where the backend does not tell, only
/// what became of it is read, and its id stays empty.
/// @param operation the one that was answered
inline Failure read_created(const Recipe &recipe, const Json *operation, const Response &response,
                            Comment &comment, const Reading &reading = {}) {
  Reply reply(response);
  Failure failure = check_reply(recipe, reply);
  const bool is_held = failure.kind == Failure::Kind::held;
  if (failure && !is_held)
    return failure;
  const Json *place = operation != nullptr ? find(*operation, "/reply/comment") : nullptr;
  if (response.status == unseen || place == nullptr || is_held) {
    comment.status = response.status == unseen ? Comment::Status::unseen : Comment::Status::published;
  } else {
    const Json *found = reply.find(place);
    if (found != nullptr) {
      reply.enter(found);
      read_comment(recipe, reply, comment, reading);
      reply.enter(nullptr);
    }
    if (comment.id.empty())
      return missing(recipe, reply, found == nullptr ? "/create/reply/comment" : "/comment/id");
  }
  if (is_held || (operation != nullptr && holds(reply, find(*operation, "/reply/held"))))
    comment.status = Comment::Status::held;
  return {};
}

/// What stands at the place `pointer` of the recipe, in the comment that answers `operation`.
inline std::string read_part(const Recipe &recipe, const Json *operation, const Response &response,
                             const char *pointer) {
  Reply reply(response);
  if (operation != nullptr)
    reply.enter(reply.find(find(*operation, "/reply/comment")));
  return reply.text(recipe.at(pointer));
}

/// What became of a subscription.
inline Failure read_subscribed(const Recipe &recipe, const Response &response, Subscribed &subscribed) {
  const Reply reply(response);
  if (Failure failure = check_reply(recipe, reply))
    return failure;
  const Json *pending = recipe.at("/subscribe/reply/pending");
  const Json *already = recipe.at("/subscribe/reply/subscribed");
  const bool is_already = holds(reply, already);
  if (response.status != unseen && !is_already && (pending != nullptr || already != nullptr) &&
      !holds(reply, pending))
    return missing(recipe, reply, "/subscribe/reply/pending/at");
  subscribed = response.status == unseen ? Subscribed::unknown
               : is_already              ? Subscribed::already
                                         : Subscribed::pending;
  return {};
}

} // namespace afterword::backend
