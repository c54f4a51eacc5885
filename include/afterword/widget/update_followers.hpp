#pragma once
/// @file The subscription box as it is read: how many follow the site.

#include "afterword/backend/success.hpp"
#include "afterword/view/subscription_box.hpp"
#include "afterword/widget/state.hpp"

#include <string>

namespace afterword::update {

inline void draw_subscription(const State &state, Frame &frame) {
  if (state.config.subscription)
    frame.replace("subscription", view::draw_subscription_box(state.context(), state.subscription));
}

/// How many follow the site is known now, or is not to be known.
inline void receive_followers(State &state, Frame &frame, const backend::Response &response) {
  std::string followers;
  if (backend::read_value(state.recipe, response, "/followers/reply/followers", followers))
    return;
  state.subscription.followers = backend::to_size(followers);
  draw_subscription(state, frame);
}

} // namespace afterword::update
