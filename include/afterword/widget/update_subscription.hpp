#pragma once
/// @file What the reader does in the subscription box.

#include "afterword/backend/answer.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/rules/email_hint.hpp"
#include "afterword/view/annotation.hpp"
#include "afterword/view/subscription_box.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/kept.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/state.hpp"
#include "afterword/widget/update_followers.hpp"
#include "afterword/widget/update_form.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

namespace detail {

/// The problem of `email` in words; empty if it has none.
inline std::string explain(const State &state, const std::string &email) {
  const auto problem = check(Field::email, email, view::subscription_rule);
  return problem ? view::explain(state.context(), Field::email, *problem, view::subscription_rule) : "";
}

/// Draws the field with what there is to say about it, if that is news.
inline void set_notes(State &state, Frame &frame, std::string problem, std::string email_hint) {
  Subscription &subscription = state.subscription;
  if (problem == subscription.problem && email_hint == subscription.email_hint)
    return;
  subscription.problem = std::move(problem);
  subscription.question = view::draw_email_hint(state.context(), email_hint);
  subscription.email_hint = std::move(email_hint);
  frame.replace(view::field_region("subscription", Field::email),
                view::draw_subscription_field(state.context(), subscription));
}

/// What became of the last try, in the reader's words.
/// @param words the backend's own, if it refused
inline std::string outcome(const State &state, const std::string &words) {
  using enum locale::Message;
  const Subscription &subscription = state.subscription;
  switch (subscription.state) {
  case Subscription::State::pending:
    return state.catalog->say(subscription_pending, "email", subscription.email);
  case Subscription::State::subscribed:
    return state.catalog->say(subscription_subscribed, "email", subscription.email);
  case Subscription::State::unseen:
    return state.catalog->say(subscription_unseen);
  case Subscription::State::waiting:
    return state.catalog->say(subscription_waiting, "email", subscription.email);
  case Subscription::State::refused:
    return state.catalog->say(failure_refused, "message", words);
  default:
    return state.catalog->say(subscription_failed);
  }
}

} // namespace detail

/// The hint was taken: it is the address now.
inline void accept(State &state, Frame &frame, Subscription &subscription) {
  subscription.typed = 0;
  frame.fill("subscription", Values().set(Field::email, subscription.email_hint));
  detail::set_notes(state, frame, {}, {});
  frame.focus(view::control_region("subscription", Field::email));
}

/// As in a comment form, a problem goes as soon as it is mended, and a new one waits until the field is left.
inline void input(State &state, Frame &frame, Subscription &subscription, const std::string &email) {
  if (email == subscription.email)
    return; // told once more, as on leaving the field or the page
  state.typed = true;
  if (subscription.state != Subscription::State::sending) {
    subscription.typed = state.now;
    subscription.email = email;
  }
  detail::set_notes(state, frame, subscription.problem.empty() ? "" : detail::explain(state, email), {});
}

/// Whoever stops to type is asked at once whether this is the address that was meant.
inline void ask_about_email(State &state, Frame &frame, Subscription &subscription) {
  if (subscription.typed == 0 || state.now - subscription.typed < pause)
    return;
  subscription.typed = 0;
  const std::string_view email = text::trim(subscription.email);
  if (subscription.state == Subscription::State::sending ||
      check(Field::email, email, view::subscription_rule))
    return;
  detail::set_notes(state, frame, {}, rules::email_hint(email));
  if (!subscription.email_hint.empty())
    frame.announce(view::ask_aloud(state.context(), subscription.email_hint));
}

/// The address is checked once it is left; a box that was only passed through is not.
inline void blur(State &state, Frame &frame, Subscription &subscription, const std::string &email) {
  if (text::trim(email).empty() && subscription.problem.empty())
    return;
  const std::string problem = detail::explain(state, email);
  detail::set_notes(state, frame, problem, problem.empty() ? rules::email_hint(text::trim(email)) : "");
  if (!subscription.email_hint.empty())
    frame.announce(view::ask(state.context(), subscription.email_hint));
}

namespace detail {

inline std::string waiting_name(const State &state) {
  return outbox(state) + "subscription";
}

/// The subscription waits for a network no more.
inline void forget_waiting(const State &state, Frame &frame, Subscription &subscription) {
  if (std::exchange(subscription.stored, false))
    frame.store(waiting_name(state), std::nullopt);
}

} // namespace detail

/// The box was submitted: the problem is shown, or the address is on its way. Enter in the address takes the
/// hint that stands there.
inline void submit(State &state, Frame &frame, Subscription &subscription, const Event &event) {
  if (subscription.state == Subscription::State::sending)
    return;
  if (event.field == Field::email && !subscription.email_hint.empty())
    return accept(state, frame, subscription);
  state.typed = false;
  subscription.typed = 0;
  subscription.email_hint.clear();
  subscription.question = {};
  subscription.outcome.clear();
  const std::string *value = event.values.find(Field::email);
  const std::string email(value != nullptr ? text::trim(*value) : std::string_view());
  subscription.problem = detail::explain(state, email);
  if (!subscription.problem.empty()) {
    subscription.state = Subscription::State::idle;
    draw_subscription(state, frame);
    frame.announce(subscription.problem, true);
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
    const bool waited = subscription.stored;
    detail::forget_waiting(state, frame, subscription);
    subscription.state = Subscription::State::idle;
    const rules::Problem problem = failure.problems[Field::email].value_or(rules::Problem::refused);
    subscription.problem =
        view::explain(state.context(), Field::email, problem, view::subscription_rule, failure.words);
    draw_subscription(state, frame);
    frame.announce(subscription.problem, true);
    if (waited)
      return frame.fill("subscription", Values().set(Field::email, subscription.email));
    return frame.focus(view::control_region("subscription", Field::email));
  }
  const bool was_waiting = subscription.stored;
  if (!failure)
    subscription.state = subscribed == backend::Subscribed::pending   ? Subscription::State::pending
                         : subscribed == backend::Subscribed::already ? Subscription::State::subscribed
                                                                      : Subscription::State::unseen;
  else if (failure.kind == Kind::offline && !state.widget_id.empty())
    subscription.state = Subscription::State::waiting;
  else
    subscription.state = failure.message.empty() ? Subscription::State::failed : Subscription::State::refused;
  subscription.outcome = detail::outcome(state, failure.message);
  draw_subscription(state, frame);
  if (subscription.state == Subscription::State::waiting) {
    std::string json;
    Encoder(json).begin('{').string("email", subscription.email).time("time", state.now).end('}');
    frame.store(detail::waiting_name(state), json);
    subscription.stored = true;
  } else {
    detail::forget_waiting(state, frame, subscription);
    if (was_waiting && failure) // the form is here again, and so is what was typed into it
      frame.fill("subscription", Values().set(Field::email, subscription.email));
  }
  if (!state.typed && !was_waiting)
    frame.focus("subscription.outcome");
  frame.announce(subscription.outcome);
  if (failure)
    tell(frame, "subscribe", failure);
  else
    frame.emit("subscribed")
        .detail("status", subscription.state == Subscription::State::pending      ? "pending"
                          : subscription.state == Subscription::State::subscribed ? "subscribed"
                                                                                  : "unseen");
}

/// The outbox holds a subscription, `stored`, that waits for a network.
inline void receive_waiting(State &state, Frame &frame, std::string_view stored) {
  backend::Json json;
  Subscription &subscription = state.subscription;
  if (!state.config.subscription || subscription.state != Subscription::State::idle ||
      !backend::parse_json(stored, json))
    return;
  if (backend::as_integer(backend::find(json, "/time")).value_or(0) + kept_lifetime < state.now)
    return frame.store(detail::waiting_name(state), std::nullopt);
  const std::string email = backend::as_text(backend::find(json, "/email"));
  if (!detail::explain(state, email).empty())
    return;
  subscription.email = email;
  subscription.stored = true;
  subscription.state = Subscription::State::waiting;
  subscription.outcome = detail::outcome(state, {});
  draw_subscription(state, frame);
}

/// Sends what waits: the same address twice is one subscription, so no tab has to know of another.
inline void flush_subscription(State &state, Frame &frame) {
  if (state.subscription.state != Subscription::State::waiting)
    return;
  state.subscription.state = Subscription::State::sending;
  send(state, frame, {Pending::Kind::subscribe});
}

} // namespace afterword::update
