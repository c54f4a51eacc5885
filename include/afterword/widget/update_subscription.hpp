#pragma once
/// @file What the reader does in the subscription box.

#include "afterword/backend/answer.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/rules/email_hint.hpp"
#include "afterword/view/subscription_box.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/state.hpp"
#include "afterword/widget/update_followers.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

namespace detail {

/// Draws the field with what there is to say about it, if that is news.
inline void set_notes(State &state, Frame &frame, std::optional<rules::Problem> problem,
                      std::string email_hint) {
  Subscription &subscription = state.subscription;
  if (problem == subscription.problem && email_hint == subscription.email_hint)
    return;
  subscription.problem = problem;
  subscription.email_hint = std::move(email_hint);
  frame.replace(view::field_region("subscription", Field::email),
                view::draw_subscription_field(state.context(), subscription));
}

} // namespace detail

/// The hint was taken: it is the address now.
inline void accept(State &state, Frame &frame, Subscription &subscription) {
  frame.fill("subscription", Values().set(Field::email, subscription.email_hint));
  detail::set_notes(state, frame, std::nullopt, {});
  frame.focus(view::control_region("subscription", Field::email));
}

/// As in a comment form, a problem goes as soon as it is mended, and a new one waits until the field is left.
inline void input(State &state, Frame &frame, Subscription &subscription, const std::string &email) {
  state.typed = true;
  detail::set_notes(state, frame,
                    subscription.problem ? check(Field::email, email, view::subscription_rule) : std::nullopt,
                    {});
}

/// The address is checked once it is left; a box that was only passed through is not.
inline void blur(State &state, Frame &frame, Subscription &subscription, const std::string &email) {
  const auto problem = check(Field::email, email, view::subscription_rule);
  if (problem == rules::Problem::missing && !subscription.problem)
    return;
  detail::set_notes(state, frame, problem, problem ? std::string() : rules::email_hint(text::trim(email)));
  if (!subscription.email_hint.empty())
    frame.announce(view::ask(state.context(), subscription.email_hint));
}

/// The box was submitted: the problem is shown, or the address is on its way.
inline void submit(State &state, Frame &frame, Subscription &subscription, const Event &event) {
  if (subscription.state == Subscription::State::sending)
    return;
  state.typed = false;
  subscription.email_hint.clear();
  const std::string *value = event.values.find(Field::email);
  const std::string email(value != nullptr ? text::trim(*value) : std::string_view());
  subscription.problem = check(Field::email, email, view::subscription_rule);
  if (subscription.problem) {
    subscription.state = Subscription::State::idle;
    draw_subscription(state, frame);
    frame.announce(
        view::explain(state.context(), Field::email, *subscription.problem, view::subscription_rule), true);
    return frame.focus(view::control_region("subscription", Field::email));
  }
  subscription.state = Subscription::State::sending;
  subscription.email = email;
  draw_subscription(state, frame);
  frame.announce(state.catalog->say(locale::Message::subscription_sending));
  send(state, frame, {Pending::Kind::subscribe});
}

/// The backend answered the box.
inline void receive_subscribed(State &state, Frame &frame, Pending &pending,
                               const backend::Response &response) {
  using Kind = backend::Failure::Kind;
  Subscription &subscription = state.subscription;
  backend::Subscribed subscribed{};
  backend::Failure failure = backend::read_subscribed(state.recipe, response, subscribed);
  if (send_again(state, frame, pending, failure))
    return;
  if (failure.kind == Kind::invalid) {
    subscription.state = Subscription::State::idle;
    subscription.problem = failure.problems[Field::email];
    subscription.words = failure.words;
    draw_subscription(state, frame);
    return frame.focus(view::control_region("subscription", Field::email));
  }
  if (!failure)
    subscription.state = subscribed == backend::Subscribed::pending   ? Subscription::State::pending
                         : subscribed == backend::Subscribed::already ? Subscription::State::subscribed
                                                                      : Subscription::State::unseen;
  else
    subscription.state = failure.message.empty() ? Subscription::State::failed : Subscription::State::refused;
  subscription.message = failure.message;
  draw_subscription(state, frame);
  if (!state.typed)
    frame.focus("subscription.outcome");
  frame.announce(view::detail::outcome(state.context(), subscription));
  if (failure)
    frame.emit("error").detail("request", "subscribe").detail("detail", failure.detail);
  else
    frame.emit("subscribed")
        .detail("status", subscription.state == Subscription::State::pending      ? "pending"
                          : subscription.state == Subscription::State::subscribed ? "subscribed"
                                                                                  : "unseen");
}

} // namespace afterword::update
