#pragma once
/// @file Sending: what the recipe writes for an operation, after what it needs first.

#include "afterword/backend/answer.hpp"
#include "afterword/backend/request.hpp"
#include "afterword/html/format.hpp"
#include "afterword/widget/ask.hpp"
#include "afterword/widget/state.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace afterword::update {

namespace detail {

/// What the templates of `pending` may name.
/// @param draft what is sent; must outlive the result
inline backend::Variables variables(const State &state, const Pending &pending, const Draft &draft) {
  backend::Variables all;
  all.named.push_back({"backend", state.config.backend});
  for (const Outgoing &each : state.outgoing)
    if (each.draft.key == pending.key) {
      all.named.push_back({"page", each.page}); // it may belong to another page
      all.named.push_back({"address", each.address});
      all.named.push_back({"root", each.root});
      all.named.push_back({"parent_name", each.parent_name});
    }
  all.named.splice(all.named.end(), backend::variables(state.config).named);
  all.named.insert(all.named.end(), pending.needs.begin(), pending.needs.end());
  using Kind = Pending::Kind;
  if (pending.is_list())
    all.named.push_back({"sort", state.sort_value()});
  if (pending.kind >= Kind::edit && pending.kind != Kind::preview) {
    all.named.push_back({"id", pending.comment});
    all.named.push_back({"voter", state.voter});
    all.named.push_back({"cursor", state.live.cursor});
    all.named.push_back({"since", state.live.since});
    all.named.push_back({"etag", state.live.etag});
    for (const Own &own : state.own)
      if (own.id == pending.comment)
        all.named.push_back({"token", own.token});
  }
  all.named.push_back({"comment_html", html::format_text(draft.comment).str()});
  all.draft = &draft;
  all.rules = &state.rules;
  return all;
}

/// What `pending` sends.
inline Draft draft_of(State &state, const Pending &pending) {
  Draft draft;
  if (const Outgoing *outgoing = state.find_outgoing(pending.key))
    draft = outgoing->draft;
  else if (pending.kind == Pending::Kind::preview)
    draft.comment = pending.comment;
  else if (const Own *own = state.find_own(pending.comment))
    draft.comment = own->text;
  else
    draft.email = state.subscription.email;
  return draft;
}

/// The recipe's place of what `name` gives when it was fetched.
inline std::string need(const std::string &name) {
  std::string pointer = "/needs/";
  pointer += name;
  return pointer;
}

/// What `pending` still needs before it can be sent; empty if that is all there.
inline std::string next_need(const State &state, const backend::Json *operation, Pending &pending) {
  const backend::Json *needs = operation != nullptr ? backend::find(*operation, "/needs") : nullptr;
  if (needs == nullptr)
    return {};
  while (pending.needs.size() < needs->items.size()) {
    const std::string &name = needs->items[pending.needs.size()].text;
    const text::Named *kept = nullptr;
    for (const text::Named &each : state.kept)
      if (each.name == name)
        kept = &each;
    if (kept == nullptr)
      return name;
    pending.needs.push_back(*kept);
  }
  return {};
}

} // namespace detail

/// Sends `pending`, or the next of what it needs first.
inline void send(State &state, Frame &frame, Pending pending) {
  const char *name = operation(pending);
  const backend::Json *operation = state.recipe.operation(name, pending.way);
  const std::string need = detail::next_need(state, operation, pending);
  const Draft draft = detail::draft_of(state, pending);
  const backend::Variables variables = detail::variables(state, pending, draft);
  pending.is_need = !need.empty();
  backend::Request request;
  if (pending.is_need)
    request = backend::write_request(state.recipe.at(detail::need(need).c_str()), variables);
  else if (pending.kind == Pending::Kind::more)
    request = backend::list_request(state.recipe, variables, state.next, pending.comment);
  else if (pending.is_list())
    request = backend::list_request(state.recipe, variables);
  else
    request = backend::write_request(operation, variables);
  if (pending.kind == Pending::Kind::create && (request.send == "page" || request.elsewhere == "page"))
    if (const Outgoing *outgoing = state.find_outgoing(pending.key);
        outgoing != nullptr && outgoing->form.empty() && !outgoing->pressed)
      request.url.clear(); // nobody has asked for the page to be left: a button will
  pending.id = state.next_id;
  frame.fetch(state.next_id++, pending.is_need ? "needs" : name, std::move(request));
  state.pending.push_back(std::move(pending));
}

/// Takes what was needed first out of `response`, and sends what needed it. False if it was no need, or is
/// not there: then `response` answers the operation itself.
inline bool receive_need(State &state, Frame &frame, Pending &pending, backend::Response &response) {
  if (!pending.is_need)
    return false;
  const std::string name =
      detail::next_need(state, state.recipe.operation(operation(pending), pending.way), pending);
  std::string value;
  const backend::Failure failure =
      backend::read_value(state.recipe, response, (detail::need(name) + "/value").c_str(), value);
  if (failure) {
    tell(frame, "needs", failure);
    if (response.status >= 200 && response.status <= 299)
      response = {};
    return false;
  }
  pending.needs.push_back({name, value});
  if (is_true(state.recipe.at((detail::need(name) + "/keep").c_str())))
    state.kept.push_back({name, value});
  send(state, frame, std::move(pending));
  return true;
}

/// Sends `pending` once more where `failure` says that there is another way. True if it was sent.
inline bool send_again(State &state, Frame &frame, Pending &pending, backend::Failure &failure) {
  using Kind = backend::Failure::Kind;
  const bool renews = failure.kind == Kind::renew && !pending.renewed;
  const bool goes_on =
      failure.kind == Kind::next && state.recipe.operation("create", pending.way + 1) != nullptr;
  if (!renews && !goes_on) {
    if (failure.kind == Kind::renew || failure.kind == Kind::next)
      failure.kind = Kind::login;
    return false;
  }
  pending.renewed = true;
  pending.needs.clear();
  if (renews)
    state.kept.clear();
  else
    ++pending.way;
  send(state, frame, std::move(pending));
  return true;
}

} // namespace afterword::update
