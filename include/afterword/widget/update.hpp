#pragma once
/// @file The one way in: an event changes the state, and the frame says what that means for the page.

#include "afterword/widget/update_form.hpp"
#include "afterword/widget/update_subscription.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace afterword::update {

namespace detail {

/// The whole widget, as its outermost region.
inline html::Markup draw_widget(const State &state) {
  const view::Context context = state.context();
  html::Builder out;
  out.open("div").attribute("class", "afterword").attribute("id", context.id("afterword"));
  out.attribute("lang", context.catalog.language).attribute("dir", context.catalog.direction);
  view::draw_live_regions(out, context);
  if (state.config.comments) {
    out.open("section").attribute("class", "thread-section").attribute("id", context.id("thread-section"));
    out.attribute("aria-labelledby", context.id("thread-title"));
    out.markup(view::draw_thread_title(context, state.total));
    out.markup(view::draw_thread_state(context, state.thread_state, state.thread.roots().empty()));
    out.markup(view::draw_thread(context, state.thread));
    out.markup(view::draw_more(context, !state.next.empty(), state.loading_more)).close();
    out.markup(view::draw_comment_form(context, state.forms.at("form"), state.rules));
  }
  if (state.config.subscription)
    out.markup(view::draw_subscription_box(context, state.subscription));
  return std::move(out).finish();
}

/// Takes the request that was answered off the list of those that are waited for.
inline std::optional<Pending> settle(State &state, std::size_t id) {
  auto node = state.pending.extract(id);
  return node ? std::optional(std::move(node.mapped())) : std::nullopt;
}

} // namespace detail

inline void handle(State &state, Frame &frame, const event::Start &event) {
  state.target = event.target;
  if (state.config.comments)
    state.forms.try_emplace("form");
  frame.replace("afterword", detail::draw_widget(state));
  if (state.config.comments) {
    load_list(state, frame);
    frame.add(effect::Load{std::string(commenter_key)});
  } else if (!state.subscription.followers) {
    if (auto request = backend::followers_request(state.recipe, state.config); !request.url.empty())
      state.send(frame, std::move(request), {Pending::Kind::followers, {}});
  }
}

inline void handle(State &state, Frame &frame, const event::Responded &event) {
  const auto about = detail::settle(state, event.id);
  if (!about)
    return;
  switch (about->kind) {
  case Pending::Kind::list:
  case Pending::Kind::more:
    receive_list(state, frame, backend::read_list(state.recipe, event.response),
                 about->kind == Pending::Kind::more);
    break;
  case Pending::Kind::create:
    receive_created(state, frame, about->form, backend::read_created(state.recipe, event.response));
    break;
  case Pending::Kind::subscribe:
    receive_subscribed(state, frame, backend::read_subscribed(state.recipe, event.response));
    break;
  case Pending::Kind::followers:
    receive_followers(state, frame, backend::read_followers(state.recipe, event.response));
    break;
  }
}

inline void handle(State &state, Frame &frame, const event::Failed &event) {
  const auto about = detail::settle(state, event.id);
  if (!about)
    return;
  const backend::Failure failure{event.offline ? backend::Failure::Kind::offline : backend::Failure::Kind::unreachable,
                                 {},
                                 {},
                                 "no reply"};
  switch (about->kind) {
  case Pending::Kind::list:
  case Pending::Kind::more:
    receive_list(state, frame, failure, about->kind == Pending::Kind::more);
    break;
  case Pending::Kind::create:
    receive_created(state, frame, about->form, failure);
    break;
  case Pending::Kind::subscribe:
    receive_subscribed(state, frame, failure);
    break;
  case Pending::Kind::followers:
    break;
  }
}

inline void handle(State &state, Frame &frame, const event::Loaded &event) {
  if (event.key == commenter_key && event.value)
    receive_commenter(state, frame, *event.value);
}

/// Input, Blur and Submit belong to the form that they name; one that is no longer there has none.
inline void handle(State &state, Frame &frame, const event::Input &event) {
  if (event.form == "subscription")
    input(state, frame, state.subscription, event);
  else if (Form *form = state.find_form(event.form))
    input(state, frame, *form, event);
}

inline void handle(State &state, Frame &frame, const event::Blur &event) {
  if (event.form == "subscription")
    blur(state, frame, state.subscription, event);
  else if (Form *form = state.find_form(event.form))
    blur(state, frame, *form, event);
}

inline void handle(State &state, Frame &frame, const event::Submit &event) {
  if (event.form == "subscription")
    submit(state, frame, state.subscription, event);
  else if (Form *form = state.find_form(event.form))
    submit(state, frame, *form, event);
}

/// Lets `event` happen to `state`. Deterministic: the same state and event give the same frame, wherever it runs.
inline Frame apply(State &state, const Event &event) {
  Frame frame;
  state.now = event.now;
  std::visit([&](const auto &kind) { handle(state, frame, kind); }, event.kind);
  return frame;
}

} // namespace afterword::update
