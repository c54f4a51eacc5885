#pragma once
/// @file The one way in: an event changes the state, and the frame says what that means for the page.

#include "afterword/widget/event.hpp"
#include "afterword/widget/update_form.hpp"
#include "afterword/widget/update_subscription.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace afterword::update {

namespace detail {

/// The whole widget, as its outermost region.
inline html::Markup draw_widget(const State &state) {
  const view::Context context = state.context();
  html::Markup content = view::draw_live_regions(context);
  if (state.config.comments) {
    html::Markup thread = view::draw_thread_title(context, state.total);
    thread += view::draw_thread_state(context, state.thread_state, state.thread.roots().empty());
    thread += view::draw_thread(context, state.thread);
    thread += view::draw_more(context, !state.next.empty(), state.loading_more);
    content += html::draw<R"(<section class="thread-section" id="{}" aria-labelledby="{}">{m}</section>)">(
        context.id("thread-section"), context.id("thread-title"), thread);
    content += view::draw_comment_form(context, state.forms.front(), state.rules, {});
  }
  if (state.config.subscription)
    content += view::draw_subscription_box(context, state.subscription);
  return html::draw<R"(<div class="afterword" id="{}" lang="{}" dir="{}">{m}</div>)">(
      context.id("afterword"), std::string(context.catalog.language), std::string(context.catalog.direction),
      content);
}

inline void start(State &state, Frame &frame, const std::string &target) {
  state.target = target;
  if (state.config.comments)
    state.add_form("form");
  frame.replace("afterword", draw_widget(state));
  if (state.config.comments) {
    load_list(state, frame);
    frame.load(commenter_key);
  } else if (!state.subscription.followers) {
    if (auto request = backend::followers_request(state.recipe, state.config); !request.url.empty())
      state.send(frame, std::move(request), Pending::Kind::followers);
  }
}

/// A request was answered, or it is known that it will not be.
inline void receive(State &state, Frame &frame, std::size_t id, const backend::Response &response) {
  auto found = state.pending.begin();
  while (found != state.pending.end() && found->id != id)
    ++found;
  if (found == state.pending.end())
    return;
  const Pending about = std::move(*found);
  state.pending.erase(found);
  switch (about.kind) {
  case Pending::Kind::list:
  case Pending::Kind::more:
    receive_list(state, frame, response, about.kind == Pending::Kind::more);
    return draw_subscription(state, frame); // the list may have told how many follow
  case Pending::Kind::create:
    return receive_created(state, frame, about.form, response);
  case Pending::Kind::subscribe:
    return receive_subscribed(state, frame, response);
  case Pending::Kind::followers:
    return receive_followers(state, frame, backend::read_followers(state.recipe, response));
  }
}

/// What happens in the subscription box.
inline void happen(State &state, Frame &frame, Subscription &subscription, const Event &event) {
  const std::string *email = event.values.find(Field::email);
  if (event.type == Event::Type::submit)
    submit(state, frame, subscription, event);
  else if (event.type == Event::Type::accept)
    accept(state, frame, subscription);
  else if (event.type == Event::Type::input && email != nullptr)
    input(state, frame, subscription, *email);
  else if (event.type == Event::Type::blur && email != nullptr)
    blur(state, frame, subscription, *email);
}

/// What happens in a comment form.
inline void happen(State &state, Frame &frame, Form &form, const Event &event) {
  if (event.type == Event::Type::submit)
    submit(state, frame, form, event);
  else if (event.type == Event::Type::cancel)
    cancel(frame, form, event.values);
  else if (event.type == Event::Type::input)
    input(state, frame, form, event);
  else if (event.type == Event::Type::blur)
    blur(state, frame, form, event);
  else if (event.type == Event::Type::accept)
    accept(state, frame, form);
  else if (event.type == Event::Type::visit)
    frame.focus(view::control_region(form.region, event.field));
}

} // namespace detail

/// Lets `event` happen to `state`. Deterministic: the same state and event give the same frame, wherever it
/// runs.
inline Frame apply(State &state, const Event &event) {
  Frame frame;
  state.now = event.now;
  switch (event.type) {
  case Event::Type::start:
    detail::start(state, frame, event.target);
    break;
  case Event::Type::locate:
    state.target = event.target;
    find_target(state, frame);
    break;
  case Event::Type::response:
    detail::receive(state, frame, event.id, event.response);
    break;
  case Event::Type::failure:
    detail::receive(state, frame, event.id, {event.offline ? backend::no_network : backend::no_reply, {}});
    break;
  case Event::Type::loaded:
    if (event.key == commenter_key && event.stored)
      receive_commenter(state, frame, *event.stored);
    break;
  case Event::Type::reply:
    reply(state, frame, event.comment);
    break;
  case Event::Type::retry:
    retry(state, frame);
    break;
  case Event::Type::tick:
    tick(state, frame);
    break;
  case Event::Type::more:
    more(state, frame);
    break;
  default:
    if (event.form == "subscription")
      detail::happen(state, frame, state.subscription, event);
    else if (Form *form = state.find_form(event.form))
      detail::happen(state, frame, *form, event);
  }
  return frame;
}

} // namespace afterword::update
