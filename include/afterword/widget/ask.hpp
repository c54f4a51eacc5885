#pragma once
/// @file Asking: the plain requests that all reading begins with.

#include "afterword/backend/failure.hpp"
#include "afterword/backend/http.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/backend/template.hpp"
#include "afterword/widget/state.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace afterword::update {

/// The operations of each kind of Pending, as a recipe calls them.
inline constexpr const char *operations[] = {"list",         "list",       "create", "subscribe", "followers",
                                             "me",           "edit",       "remove", "preview",   "vote/like",
                                             "vote/dislike", "vote/clear", "report", "updates",   "list"};

/// The name of the operation that `pending` is.
inline const char *operation(const Pending &pending) {
  return operations[static_cast<std::size_t>(pending.kind)];
}

namespace detail {

/// Whether `operation` is a GET that nothing has to come before.
inline bool is_plain(const backend::Json *operation) {
  using backend::find;
  return operation == nullptr ||
         (find(*operation, "/body") == nullptr && find(*operation, "/headers") == nullptr &&
          find(*operation, "/method") == nullptr && find(*operation, "/needs") == nullptr);
}

} // namespace detail

/// Whether all that is read can be asked for plainly, and comes as HTML: then reading needs nothing but
/// itself.
inline bool reads_plainly(const backend::Recipe &recipe) {
  const std::string format = recipe.string("/comment/format");
  return (format.empty() || format == "html") && detail::is_plain(recipe.at("/list")) &&
         detail::is_plain(recipe.at("/me")) && detail::is_plain(recipe.at("/followers"));
}

/// Tells the page what failed and why. The reader's own words do not say which pointer led to nothing.
inline void tell(Frame &frame, const char *operation, const backend::Failure &failure) {
  frame.emit("error")
      .detail("request", operation)
      .detail("kind", backend::failure_kinds[static_cast<std::size_t>(failure.kind)])
      .detail("detail", failure.detail);
}

/// Sends `pending`, which has to be plain unless all of the core is there.
inline void ask(State &state, Frame &frame, Pending pending) {
  if (state.powers.send != nullptr)
    return state.powers.send(state, frame, std::move(pending));
  const backend::Json *operation = state.recipe.operation(update::operation(pending));
  if (operation == nullptr)
    return;
  const bool is_more = pending.kind == Pending::Kind::more;
  backend::Variables variables = backend::variables(state.config);
  variables.named.push_back({"cursor", is_more ? state.next : std::string()});
  variables.named.push_back({"sort", state.sort_value()});
  backend::Request request;
  request.url =
      backend::expand_web(as_text(backend::find(*operation, is_more ? "/more" : "/url")), variables);
  request.credentials = as_text(backend::find(*operation, "/credentials"));
  pending.id = state.next_id;
  frame.fetch(state.next_id++, update::operation(pending), std::move(request));
  state.pending.push_back(std::move(pending));
}

} // namespace afterword::update
