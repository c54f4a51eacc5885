#pragma once
/// @file What happens once all of the widget is here: what the browser keeps comes back, and what waits goes
/// out.

#include "afterword/widget/event.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/kept.hpp"
#include "afterword/widget/update_draft.hpp"
#include "afterword/widget/update_form.hpp"
#include "afterword/widget/update_live.hpp"
#include "afterword/widget/update_menu.hpp"
#include "afterword/widget/update_outbox.hpp"
#include "afterword/widget/update_outgoing.hpp"
#include "afterword/widget/update_own.hpp"
#include "afterword/widget/update_preview.hpp"
#include "afterword/widget/update_search.hpp"
#include "afterword/widget/update_sort.hpp"
#include "afterword/widget/update_subscription.hpp"
#include "afterword/widget/update_target.hpp"
#include "afterword/widget/update_vote.hpp"

#include <string>

namespace afterword::update {

/// What comes with more of the thread: its tools, votes, what is looked for in it, and then what others
/// write.
inline void follow_thread(State &state, Frame &frame) {
  draw_tools(state, frame);
  mark_votes(state, frame);
  if (!state.query.empty())
    draw_results(state, frame);
  seek(state, frame);
  listen(state, frame);
}

/// All of the widget is here, and may ask the browser what it keeps.
inline void resume(State &state, Frame &frame, const Event &event) {
  if (!state.widget_id.empty() || event.key.empty())
    return;
  state.widget_id = event.key;
  state.former_id = event.stored.value_or("");
  const std::string syntax = state.recipe.string("/comment/syntax");
  state.syntax = syntax == "markdown" ? text::Syntax::markdown
                 : syntax == "html"   ? text::Syntax::html
                                      : text::Syntax::text;
  if (state.config.comments) {
    for (const Form &form : state.forms)
      if (form.open)
        detail::draw_form(state, frame, form);
    claim_own(state, frame);
    frame.list(kept_here(state, "draft"));
    if (state.recipe.at("/comment/token") != nullptr)
      frame.list(kept_here(state, "own"));
    if (state.abilities.like || state.abilities.report) {
      frame.load(voter_name(state));
      frame.load(kept_here(state, "voted"));
    }
    frame.insert("results", view::draw_results(state.context(), {}, 0, {}, false), "thread-section",
                 "thread");
    frame.insert("news", view::draw_news(state.context(), 0), "thread-section");
    follow_thread(state, frame);
  }
  frame.list(outbox(state));
}

/// The browser keeps `stored` under `name`, or nothing.
inline void receive_kept(State &state, Frame &frame, const std::string &name, const std::string *stored) {
  if (state.widget_id.empty())
    return;
  if (name.starts_with(kept_here(state, "draft")))
    receive_draft(state, frame, name, stored);
  else if (name.starts_with(kept_here(state, "own")) && stored != nullptr)
    receive_kept_own(state, frame, name, *stored);
  else if (name == voter_name(state) && stored != nullptr)
    state.voter = stored->substr(0, 100);
  else if (name == kept_here(state, "voted")) {
    receive_votes(state, stored != nullptr ? *stored : std::string());
    mark_votes(state, frame);
    state.knows_voter = true;
    for (const Event &event : std::exchange(state.held, {}))
      event.type == Event::Type::vote ? vote(state, frame, event) : report(state, frame, event);
  }
  if (!name.starts_with(outbox(state)))
    return;
  const std::string key = name.substr(outbox(state).size());
  if (key == "subscription" && stored != nullptr)
    return receive_waiting(state, frame, *stored);
  if (state.config.comments)
    receive_outgoing(state, frame, key, stored);
  if (key.empty() && stored == nullptr)
    flush_subscription(state, frame);
}

/// There is a network again: what waits goes out.
inline void flush(State &state, Frame &frame) {
  flush_outgoing(state, frame);
  flush_subscription(state, frame);
}

/// The reader may be gone for good: what was typed is kept, and what was changed is sent.
inline void leave(State &state, Frame &frame) {
  save_drafts(state, frame);
  send_changes(state, frame, true);
  stop_listening(state, frame);
}

/// The browser goes to the backend's own page, with the comment of the form that the request `id` came from.
inline void go(State &state, Frame &frame, std::size_t id) {
  const Pending *pending = state.find_pending(id);
  const Outgoing *outgoing = pending != nullptr ? state.find_outgoing(pending->key) : nullptr;
  if (outgoing == nullptr)
    return;
  if (Form *form = state.find_form(outgoing->form)) {
    form->left = true;
    return save_draft(state, frame, *form);
  }
  // Out of the outbox: from now on it is a draft, beside what stands in its form.
  Form form;
  form.region = view::form_region(outgoing->draft.parent);
  form.draft = outgoing->draft;
  form.sent = outgoing->draft.comment;
  form.left = true;
  frame.store(draft_name(state, form) + "-" + outgoing->draft.key, detail::draft_json(state, form));
  frame.store(detail::outbox_name(state, *outgoing), std::nullopt);
}

/// What comes with the list: the reader's own comments, replies that were begun, comments that wait.
inline void follow_list(State &state, Frame &frame) {
  claim_own(state, frame);
  open_drafts(state, frame);
  draw_outgoing(state, frame);
  follow_thread(state, frame);
}

/// A second has gone by.
inline void tick(State &state, Frame &frame) {
  for (Form &form : state.forms) {
    if (!form.open)
      continue;
    look_ahead(state, frame, form);
    ask_about_email(state, frame, form);
    show_preview(state, frame, form);
  }
  ask_about_email(state, frame, state.subscription);
  claim_again(state, frame);
  save_drafts(state, frame);
  send_changes(state, frame, false);
  count_down_own(state, frame);
}

namespace detail {

/// Whether something happens by itself in some seconds.
inline bool awaits_tick(const State &state) {
  for (const Form &form : state.forms)
    if (form.open &&
        ((state.seconds_to_wait() != 0 && !form.outlook.empty()) ||
         (!state.widget_id.empty() && (form.unsaved || form.email_typed != 0 ||
                                       (form.previewing && form.previewed != form.draft.comment)))))
      return true;
  for (const Outgoing &outgoing : state.outgoing)
    if (outgoing.retry != 0)
      return true;
  for (const Own &own : state.own)
    if ((own.until != 0 || own.change != Own::Change::none) && !own.sending &&
        state.thread.find(own.id) != Thread::none)
      return true;
  return !state.widget_id.empty() && state.subscription.typed != 0;
}

/// Whether a reader who leaves now would lose sight of something unsent.
inline bool holds_unsent(const State &state) {
  for (const Form &form : state.forms)
    if (form.is_unsent() && (form.region != "form" || !state.account.is_missing()))
      return true;
  for (const Outgoing &outgoing : state.outgoing)
    if (!outgoing.stored && outgoing.form.empty())
      return true; // the browser keeps nothing: it is here alone
  return false;
}

} // namespace detail

/// What every event may change: whether there is a clock, and whether a reader who leaves is asked to stay.
inline void settle_frame(State &state, Frame &frame) {
  if (!state.ticking && detail::awaits_tick(state)) {
    state.ticking = true;
    frame.timer();
  }
  const bool guards = !state.widget_id.empty() && detail::holds_unsent(state);
  if (guards != state.guarded)
    frame.guard(state.guarded = guards);
  settle_news(state, frame);
}

} // namespace afterword::update
