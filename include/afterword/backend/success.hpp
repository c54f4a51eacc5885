#pragma once
/// @file Success: whether a reply is one, and what to tell the site's owner when it is none.

#include "afterword/backend/failure.hpp"
#include "afterword/backend/place.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/text/trim.hpp"

#include <cstdint>
#include <string>

namespace afterword::backend {

/// Whether `reply` says yes: by its status, and by what the recipe says of those that say yes and mean no.
inline bool succeeded(const Recipe &recipe, const Reply &reply) {
  const int status = reply.response().status;
  return status == unseen || (status >= 200 && status <= 299 && !holds(reply, recipe.at("/errors/failed")));
}

/// `words` of the backend as plain text.
inline std::string plain_words(const Recipe &recipe, const std::string &words) {
  return std::string(text::trim(is_true(recipe.at("/errors/escaped")) ? html::plain_text(words) : words));
}

/// Why `reply` is no success, as far as can be said without asking the recipe's rules: it is refused for the
/// reason that the backend gives, or no proper reply.
inline Failure describe(const Recipe &recipe, const Reply &reply) {
  const int status = reply.response().status;
  Failure failure;
  if (status > 0) {
    failure.detail = "HTTP ";
    failure.detail += text::decimal(static_cast<std::uint64_t>(status));
  } else {
    failure.detail = status == not_written ? "the recipe writes no request that may be sent"
                     : status == too_large ? "the reply is too large"
                                           : "no reply";
  }
  failure.message = plain_words(recipe, reply.text(recipe.at("/errors/message")));
  failure.kind = failure.message.empty() ? Failure::Kind::unreachable : Failure::Kind::refused;
  return failure;
}

/// The reply can be read, but there is nothing where the recipe says at `pointer` that something stands.
inline Failure missing(const Recipe &recipe, const Reply &reply, const char *pointer) {
  Failure failure;
  failure.kind = Failure::Kind::unreachable;
  failure.detail =
      reply.is_json() ? "the reply has nothing at \"" : "the reply is not JSON, so it has nothing at \"";
  const Json *place = recipe.at(pointer);
  failure.detail +=
      as_text(place != nullptr && place->type == Json::Type::array ? &place->items.front() : place);
  failure.detail += "\", where the recipe's ";
  failure.detail += pointer;
  failure.detail += " should stand";
  return failure;
}

/// What stands at the place `pointer` of the recipe, in a reply that succeeded: a token, a number, a name.
/// Without a place it is nothing, and nothing is missing.
inline Failure read_value(const Recipe &recipe, const Response &response, const char *pointer,
                          std::string &value) {
  const Reply reply(response);
  if (!succeeded(recipe, reply))
    return describe(recipe, reply);
  value = text::trim(reply.text(recipe.at(pointer)));
  return value.empty() && recipe.at(pointer) != nullptr ? missing(recipe, reply, pointer) : Failure();
}

} // namespace afterword::backend
