#pragma once
/// @file What events do to the subscription box.

#include "afterword/backend/reply.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/view/subscription_box.hpp"
#include "afterword/widget/state.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace afterword::update {

inline void draw_subscription(const State &state, Frame &frame) {
  if (state.config.subscription)
    frame.replace("subscription", view::draw_subscription_box(state.context(), state.subscription));
}

/// How many follow the site is known now, or is not to be known.
inline void receive_followers(State &state, Frame &frame, std::optional<std::size_t> followers) {
  if (!followers)
    return;
  state.subscription.followers = followers;
  draw_subscription(state, frame);
}

namespace detail {

inline void set_problem(State &state, Frame &frame, std::optional<rules::Problem> problem) {
  if (problem == state.subscription.problem)
    return;
  state.subscription.problem = problem;
  frame.replace(view::field_region("subscription", name(Field::email)),
                view::draw_field(state.context(), {"subscription", Field::email, view::subscription_rule, problem}));
}

} // namespace detail

/// As in a comment form, a problem goes as soon as it is mended, and a new one waits until the field is left.
inline void input(State &state, Frame &frame, Subscription &subscription, const event::Input &event) {
  if (subscription.problem)
    detail::set_problem(state, frame, check(Field::email, event.value.text, view::subscription_rule));
}

/// The address is checked once it is left; a box that was only passed through is not.
inline void blur(State &state, Frame &frame, Subscription &subscription, const event::Blur &event) {
  const auto problem = check(Field::email, event.value.text, view::subscription_rule);
  if (problem != rules::Problem::missing || subscription.problem)
    detail::set_problem(state, frame, problem);
}

/// The box was submitted: the problem is shown, or the address is on its way.
inline void submit(State &state, Frame &frame, Subscription &subscription, const event::Submit &event) {
  if (subscription.state == Subscription::State::sending)
    return;
  Draft draft;
  for (const FieldValue &value : event.values)
    if (value.field == Field::email)
      draft.email = text::trim(value.text);
  subscription.problem = check(Field::email, draft.email, view::subscription_rule);
  if (subscription.problem) {
    subscription.state = Subscription::State::idle;
    draw_subscription(state, frame);
    frame.add(effect::Announce{
        view::explain(state.context(), Field::email, *subscription.problem, view::subscription_rule), true});
    return frame.add(effect::Focus{view::control_region("subscription", name(Field::email))});
  }
  subscription.state = Subscription::State::sending;
  subscription.email = draft.email;
  draw_subscription(state, frame);
  frame.add(effect::Announce{state.catalog->say(locale::Message::subscription_sending)});
  state.send(frame, backend::subscribe_request(state.recipe, state.config, draft.email),
             {Pending::Kind::subscribe, {}});
}

/// The backend answered the box.
inline void receive_subscribed(State &state, Frame &frame, Result<backend::Subscribed, backend::Failure> reply) {
  using Kind = backend::Failure::Kind;
  Subscription &subscription = state.subscription;
  if (reply) {
    subscription.state = *reply == backend::Subscribed::pending ? Subscription::State::pending
                                                                : Subscription::State::subscribed;
  } else if (const backend::Failure &failure = reply.error(); failure.kind == Kind::invalid) {
    subscription.state = Subscription::State::idle;
    subscription.problem = failure.problems.front().problem;
    draw_subscription(state, frame);
    return frame.add(effect::Focus{view::control_region("subscription", name(Field::email))});
  } else {
    subscription.state =
        failure.kind == Kind::refused ? Subscription::State::refused : Subscription::State::failed;
    subscription.message = failure.message;
    frame.add(effect::Emit{"error", {{"request", "subscribe"}, {"detail", failure.detail}}});
  }
  draw_subscription(state, frame);
  frame.add(effect::Focus{"subscription.outcome"});
  frame.add(effect::Announce{view::detail::outcome(state.context(), subscription)});
  if (reply)
    frame.add(effect::Emit{
        "subscribed",
        {{"status", subscription.state == Subscription::State::pending ? "pending" : "subscribed"}}});
}

} // namespace afterword::update
