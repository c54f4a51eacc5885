#pragma once
/// @file The subscription box as it is read: how many follow the site.

#include "afterword/view/subscription_box.hpp"
#include "afterword/widget/state.hpp"

#include <cstddef>
#include <optional>

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

} // namespace afterword::update
