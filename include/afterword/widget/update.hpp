#pragma once
/// @file The one way in: an event changes the state, and the frame says what that means for the page.

#include "afterword/text/selection.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/read.hpp"
#include "afterword/widget/update_form.hpp"
#include "afterword/widget/update_menu.hpp"
#include "afterword/widget/update_resume.hpp"
#include "afterword/widget/update_subscription.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace afterword::update {

namespace detail {

/// What was sent was answered, or it is known that it will not be.
inline void receive(State &state, Frame &frame, std::size_t id, backend::Response response) {
  Pending about = state.take_pending(id);
  if (receive_need(state, frame, about, response))
    return;
  using Kind = Pending::Kind;
  if (about.kind == Kind::create)
    receive_created(state, frame, about, response);
  else if (about.kind == Kind::edit || about.kind == Kind::remove)
    receive_change(state, frame, about, response);
  else if (about.kind == Kind::preview)
    receive_preview(state, frame, about, response);
  else if (about.kind >= Kind::like && about.kind <= Kind::clear)
    receive_vote(state, frame, about, response);
  else if (about.kind == Kind::report)
    receive_report(state, frame, about, response);
  else if (about.kind == Kind::updates)
    receive_updates(state, frame, about, response);
  else if (about.kind == Kind::sorted && receive_sorted(state, frame, about, response))
    follow_list(state, frame);
  else if (about.kind == Kind::subscribe)
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
  switch (event.type) {
  case Event::Type::submit:
    return submit(state, frame, form, event);
  case Event::Type::cancel:
    return cancel(state, frame, form, event.values);
  case Event::Type::input:
    return input(state, frame, form, event);
  case Event::Type::blur:
    return blur(state, frame, form, event);
  case Event::Type::accept:
    return accept(state, frame, form);
  case Event::Type::visit:
    return frame.focus(view::control_region(form.region, event.field));
  case Event::Type::mark:
    for (std::size_t i = 0; i < std::size(text::mark_names); ++i)
      if (event.name == text::mark_names[i])
        frame.insert_text(form.region, text::mark(event.text, static_cast<text::Mark>(i), state.syntax));
    return;
  case Event::Type::preview:
    return toggle_preview(state, frame, form, event.values);
  case Event::Type::previewed:
    return receive_markdown(state, frame, form, event);
  case Event::Type::discard:
    return discard(state, frame, form);
  case Event::Type::undo:
    return bring_back(state, frame, form);
  default:
    return;
  }
}

/// What the reader does with a comment of their own.
inline void happen_to_own(State &state, Frame &frame, const std::string &comment, Event::Type type) {
  Own *own = state.find_own(comment);
  Outgoing *outgoing = state.find_drawn(comment);
  if (type == Event::Type::resend)
    resend(state, frame, comment);
  else if (type == Event::Type::edit && outgoing != nullptr)
    take_back(state, frame, *outgoing);
  else if (type == Event::Type::discard && outgoing != nullptr)
    discard(state, frame, *outgoing);
  else if (own == nullptr)
    return;
  else if (type == Event::Type::edit)
    edit(state, frame, *own);
  else if (type == Event::Type::erase)
    erase(state, frame, *own);
  else if (type == Event::Type::undo)
    undo(state, frame, *own);
}

/// What the reader does with a comment.
inline void happen(State &state, Frame &frame, const Event &event) {
  switch (event.type) {
  case Event::Type::toggle:
    return toggle(state, frame, event.comment);
  case Event::Type::vote:
    return vote(state, frame, event);
  case Event::Type::menu:
    return toggle_menu(state, frame, event.comment);
  case Event::Type::report:
    return report(state, frame, event);
  case Event::Type::copy:
    return copy(state, frame, event.comment);
  case Event::Type::copied:
    return receive_copied(state, frame, event.comment, event.stored.has_value());
  case Event::Type::quote:
    return quote(state, frame, event.comment, event.source);
  case Event::Type::reply:
    reply(state, frame, event.comment);
    return insert_quotation(state, frame, event.comment, event.source);
  default:
    return happen_to_own(state, frame, event.comment, event.type);
  }
}

/// What happens beyond reading.
inline void write(State &state, Frame &frame, const Event &event) {
  const std::string *stored = event.stored ? &*event.stored : nullptr;
  switch (event.type) {
  case Event::Type::response:
    return receive(state, frame, event.id, event.response);
  case Event::Type::tick:
    state.ticking = false;
    return tick(state, frame);
  case Event::Type::resume:
    return resume(state, frame, event);
  case Event::Type::loaded:
    return receive_kept(state, frame, event.key, stored);
  case Event::Type::claimed:
    return receive_claimed(state, frame, event.key.substr(std::min(outbox(state).size(), event.key.size())),
                           event.stored.has_value());
  case Event::Type::leave:
    return leave(state, frame);
  case Event::Type::left:
    return go(state, frame, event.id);
  case Event::Type::online:
    return flush(state, frame);
  case Event::Type::sort:
    return sort(state, frame, event.stored.value_or(""));
  case Event::Type::search:
    return search(state, frame, stored);
  case Event::Type::visible:
    return listen_again(state, frame);
  case Event::Type::alarm:
    return ring(state, frame);
  case Event::Type::streamed:
    return receive_streamed(state, frame, event.id, stored);
  case Event::Type::news:
    return show_news(state, frame);
  default:
    break;
  }
  if (event.form == "subscription")
    happen(state, frame, state.subscription, event);
  else if (Form *form = state.find_form(event.form))
    happen(state, frame, *form, event);
  else if (event.type == Event::Type::previewed)
    receive_formatted(state, frame, event);
  else
    happen(state, frame, event);
}

} // namespace detail

/// Lets `event` happen to `state`. Deterministic: the same state and event give the same frame, wherever it
/// runs.
inline Frame apply(State &state, const Event &event) {
  Frame frame;
  const std::string target = state.target;
  if (auto read = update::read(state, event)) {
    frame = std::move(*read);
    if (state.target.empty() && !target.empty())
      show_target(state, frame, target);
    if (!state.widget_id.empty() && event.type == Event::Type::response)
      follow_list(state, frame);
    if (!state.widget_id.empty() && event.type == Event::Type::locate)
      locate(state, frame, event.target);
  } else {
    state.now = event.now;
    detail::write(state, frame, event);
  }
  settle_frame(state, frame);
  return frame;
}

} // namespace afterword::update
