#pragma once
/// @file The subscription box.

#include "afterword/html/template.hpp"
#include "afterword/model/subscription.hpp"
#include "afterword/view/button.hpp"
#include "afterword/view/field.hpp"

#include <string>

namespace afterword::view {

/// The rule of the box's one field.
inline const FieldRule subscription_rule{true, true};

namespace detail {

/// "Join 212 other followers", or nothing while that is unknown.
inline std::string followers(const Context &context, const Subscription &subscription) {
  using enum locale::Message;
  if (!subscription.followers)
    return {};
  return *subscription.followers == 0
             ? context.catalog.say(subscription_first)
             : context.catalog.count(subscription_followers, *subscription.followers);
}

} // namespace detail

/// Its one field, as its region.
inline html::Markup draw_subscription_field(const Context &context, const Subscription &subscription) {
  return draw_field(context, "subscription", Field::email, subscription_rule,
                    {subscription.problem, {}, subscription.question, false});
}

/// The box as its region. Once the address is taken in, the outcome stands in place of the form.
inline html::Markup draw_subscription_box(const Context &context, const Subscription &subscription) {
  using enum locale::Message;
  using State = Subscription::State;
  const bool is_done = subscription.state == State::pending || subscription.state == State::subscribed ||
                       subscription.state == State::unseen || subscription.state == State::waiting;
  const bool is_sending = subscription.state == State::sending;
  const std::string id = context.id("subscription");
  html::Markup content;
  if (const std::string count = detail::followers(context, subscription); !count.empty())
    content = html::draw<R"(<p class="followers">{}</p>)">(count);
  if (!subscription.outcome.empty())
    content += html::draw<R"(<p class="outcome{}" id="{}.outcome" tabindex="-1">{}</p>)">(
        std::string(is_done ? "" : " is-failed"), id, subscription.outcome);
  if (!is_done)
    content += html::draw<R"(<form data-form="subscription" class="form{}" aria-labelledby="{}.title" )"
                          R"(novalidate="novalidate">{m}<div class="buttons">{m}</div></form>)">(
        std::string(is_sending ? " is-sending" : ""), id, draw_subscription_field(context, subscription),
        detail::draw_submit(context.catalog.say(is_sending ? subscription_sending : subscription_submit),
                            is_sending));
  return html::draw<R"(<section class="subscription-section" id="{}" aria-labelledby="{}.title">)"
                    R"(<h2 class="heading" id="{}.title">{}</h2>{m}</section>)">(
      id, id, id, context.catalog.say(subscription_title), content);
}

} // namespace afterword::view
