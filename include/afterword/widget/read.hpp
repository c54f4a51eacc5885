#pragma once
/// @file Reading: what happens until somebody writes. It stands by itself, and needs nothing of what judges
/// and sends: so a browser can show form and thread before the rest is there.

#include "afterword/widget/event.hpp"
#include "afterword/widget/update_account.hpp"
#include "afterword/widget/update_commenter.hpp"
#include "afterword/widget/update_followers.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace afterword::update {

namespace detail {

/// The whole widget, as its outermost region.
inline html::Markup draw_widget(const State &state) {
  const view::Context context = state.context();
  html::Markup content = view::draw_live_regions(context);
  if (state.config.comments) {
    html::Markup thread = html::draw<R"(<div class="thread-head">{m}{m}</div>)">(
        view::draw_thread_title(context, state.total), view::draw_no_thread_tools(context, true));
    thread += view::draw_thread_state(context, state.thread_state, state.thread.roots().empty(), {});
    thread += html::draw<R"(<div class="thread" id="{}" role="list"></div>)">(context.id("thread"));
    thread += view::draw_more(context, !state.next.empty(), state.loading_more);
    content += html::draw<R"(<section class="thread-section" id="{}" aria-labelledby="{}">{m}</section>)">(
        context.id("thread-section"), context.id("thread-title"), thread);
    content += draw_form(state, state.forms.front());
  }
  if (state.config.subscription)
    content += view::draw_subscription_box(context, state.subscription);
  return html::draw<R"(<div class="afterword" id="{}" lang="{}" dir="{}">{m}</div>)">(
      context.id("afterword"), std::string(context.catalog.language), std::string(context.catalog.direction),
      content);
}

inline void start(State &state, Frame &frame, const std::string &target) {
  state.target = state.came_for = target;
  if (state.config.comments)
    state.add_form("form");
  frame.replace("afterword", draw_widget(state));
  if (state.config.comments) {
    load_list(state, frame);
    frame.load(commenter_key);
    if (state.recipe.at("/me") != nullptr)
      ask(state, frame, {Pending::Kind::account});
  } else if (!state.subscription.followers && state.recipe.at("/followers") != nullptr) {
    ask(state, frame, {Pending::Kind::followers});
  }
}

/// What was read was answered, or it is known that it will not be.
inline void receive_read(State &state, Frame &frame, const Pending &pending,
                         const backend::Response &response) {
  if (pending.kind == Pending::Kind::followers)
    return receive_followers(state, frame, response);
  if (pending.kind == Pending::Kind::account)
    return receive_account(state, frame, response);
  receive_list(state, frame, response, pending.kind == Pending::Kind::more);
  draw_subscription(state, frame); // the list may have told how many follow
}

/// Whether `event` changes nothing but what is read.
inline bool is_reading(const State &state, const Event &event) {
  switch (event.type) {
  case Event::Type::start:
  case Event::Type::locate:
  case Event::Type::retry:
  case Event::Type::more:
  case Event::Type::draw:
    return true;
  case Event::Type::loaded:
    return event.key == commenter_key;
  case Event::Type::response: {
    const Pending *about = state.find_pending(event.id);
    return about == nullptr ||
           (about->kind != Pending::Kind::create && about->kind != Pending::Kind::subscribe &&
            about->kind < Pending::Kind::edit && !about->is_need);
  }
  default:
    return false;
  }
}

} // namespace detail

/// Lets `event` happen to `state`, as `apply` does, if it is one of reading. If not, there is no frame, and
/// `state` stays as it was.
inline std::optional<Frame> read(State &state, const Event &event) {
  std::optional<Frame> frame;
  if (!detail::is_reading(state, event) || (state.powers.send == nullptr && !reads_plainly(state.recipe)))
    return frame;
  frame.emplace();
  state.now = event.now;
  switch (event.type) {
  case Event::Type::start:
    detail::start(state, *frame, event.target);
    break;
  case Event::Type::locate:
    state.target = event.target;
    find_target(state, *frame);
    break;
  case Event::Type::loaded:
    if (event.stored)
      receive_commenter(state, *frame, *event.stored);
    break;
  case Event::Type::retry:
    retry(state, *frame);
    break;
  case Event::Type::more:
    more(state, *frame, event.automatic);
    break;
  case Event::Type::draw:
    draw_further(state, *frame);
    break;
  default:
    if (state.find_pending(event.id) != nullptr)
      detail::receive_read(state, *frame, state.take_pending(event.id), event.response);
  }
  return frame;
}

} // namespace afterword::update
