#pragma once
/// @file The subscription box.

#include "afterword/html/markup.hpp"
#include "afterword/model/subscription.hpp"
#include "afterword/view/field.hpp"

#include <string>

namespace afterword::view {

/// The rule of the box's one field.
inline constexpr FieldRule subscription_rule{true, true, {0, 254, text::Unit::bytes}};

namespace detail {

/// "Join 212 other followers", or nothing while that is unknown.
inline std::string followers(const Context &context, const Subscription &subscription) {
  using enum locale::Message;
  if (!subscription.followers)
    return {};
  return *subscription.followers == 0 ? context.catalog.say(subscription_first)
                                      : context.catalog.count(subscription_followers, *subscription.followers);
}

/// What became of the last try; empty before one.
inline std::string outcome(const Context &context, const Subscription &subscription) {
  using enum locale::Message;
  switch (subscription.state) {
  case Subscription::State::pending:
    return context.catalog.say(subscription_pending, {{"email", subscription.email}});
  case Subscription::State::subscribed:
    return context.catalog.say(subscription_subscribed, {{"email", subscription.email}});
  case Subscription::State::refused:
    return context.catalog.say(failure_refused, {{"message", subscription.message}});
  case Subscription::State::failed:
    return context.catalog.say(subscription_failed);
  default:
    return {};
  }
}

} // namespace detail

/// The box as its region. Once the address is taken in, the outcome stands in place of the form.
inline html::Markup draw_subscription_box(const Context &context, const Subscription &subscription) {
  using enum locale::Message;
  using State = Subscription::State;
  const bool is_done = subscription.state == State::pending || subscription.state == State::subscribed;
  const bool is_sending = subscription.state == State::sending;
  const std::string title_id = context.id("subscription.title");
  html::Builder out;
  out.open("section").attribute("class", "subscription-section").attribute("id", context.id("subscription"));
  out.attribute("aria-labelledby", title_id);
  out.open("h2").attribute("class", "heading").attribute("id", title_id);
  out.text(context.catalog.say(subscription_title)).close();
  if (const std::string count = detail::followers(context, subscription); !count.empty())
    out.open("p").attribute("class", "followers").text(count).close();
  if (const std::string outcome = detail::outcome(context, subscription); !outcome.empty())
    out.open("p")
        .attribute("class", is_done ? "outcome" : "outcome is-failed")
        .attribute("id", context.id("subscription.outcome"))
        .attribute("tabindex", "-1")
        .text(outcome)
        .close();
  if (!is_done) {
    out.open("form").attribute("data-form", "subscription").attribute("aria-labelledby", title_id);
    out.attribute("class", is_sending ? "form is-sending" : "form").flag("novalidate");
    out.markup(draw_field(context, {"subscription", Field::email, subscription_rule, subscription.problem}));
    out.open("div").attribute("class", "buttons").open("button");
    out.attribute("type", "submit").attribute("class", "primary");
    if (is_sending)
      out.attribute("aria-disabled", "true");
    out.text(context.catalog.say(is_sending ? subscription_sending : subscription_submit));
  }
  return std::move(out).finish();
}

} // namespace afterword::view
