#pragma once
/// @file The one way in: an event changes the state, and the frame says what that means for the page.

#include "afterword/widget/event.hpp"
#include "afterword/widget/read.hpp"
#include "afterword/widget/update_form.hpp"
#include "afterword/widget/update_subscription.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace afterword::update {

namespace detail {

/// What was sent was answered, or it is known that it will not be.
inline void receive(State &state, Frame &frame, std::size_t id, backend::Response response) {
  Pending about = state.take_pending(id);
  if (receive_need(state, frame, about, response))
    return;
  if (about.kind == Pending::Kind::create)
    receive_created(state, frame, about, response);
  else if (about.kind == Pending::Kind::subscribe)
    receive_subscribed(state, frame, about, response);
  else
    receive_read(state, frame, about, response);
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
  if (auto frame = read(state, event))
    return std::move(*frame);
  Frame frame;
  state.now = event.now;
  switch (event.type) {
  case Event::Type::response:
    detail::receive(state, frame, event.id, event.response);
    break;
  case Event::Type::reply:
    reply(state, frame, event.comment);
    break;
  case Event::Type::tick:
    tick(state, frame);
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
