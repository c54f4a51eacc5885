#pragma once
/// @file Comments on their way: drawn at once, then real, held, waiting for a network, or failed with a way
/// to try again. What could not be sent stays in the browser's outbox until it can.

#include "afterword/backend/answer.hpp"
#include "afterword/backend/json.hpp"
#include "afterword/text/date.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/widget/complaint.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/kept.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/update_branch.hpp"
#include "afterword/widget/update_commenter.hpp"
#include "afterword/widget/update_draft.hpp"
#include "afterword/widget/update_outlook.hpp"
#include "afterword/widget/update_own.hpp"
#include "afterword/widget/update_preview.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

namespace detail {

inline std::string outbox_name(const State &state, const Outgoing &outgoing) {
  return outbox(state) + outgoing.draft.key;
}

/// What the comment that stands for `outgoing` is at present.
inline Comment::Status status_of(const Outgoing &outgoing) noexcept {
  return outgoing.state == Outgoing::State::sending  ? Comment::Status::sending
         : outgoing.state == Outgoing::State::failed ? Comment::Status::failed
                                                     : Comment::Status::waiting;
}

/// Puts a comment of the reader's own into the thread, where it can be seen. `none` if it is there already.
inline Thread::Index put_comment(State &state, Frame &frame, Comment comment) {
  draw_rest(state, frame);
  const Thread::Index index = state.thread.add(std::move(comment), state.sort == Sort::newest);
  if (index == Thread::none)
    return index;
  state.written.push_back(state.thread[index].id);
  insert_branch(state, frame, index, index);
  reveal(state, frame, index);
  return index;
}

/// Draws `outgoing` as a comment of this page.
inline void insert_outgoing(State &state, Frame &frame, Outgoing &outgoing) {
  const Draft &draft = outgoing.draft;
  Comment comment;
  comment.id = "sending-";
  comment.id += text::decimal(state.next_id++);
  comment.parent = draft.parent;
  comment.name = state.account.name.empty() ? draft.name : state.account.name;
  if (!draft.website.empty())
    comment.website = html::Url::check(draft.website);
  comment.created = text::format_date(outgoing.time / 1000);
  comment.content = format(state, draft.comment);
  comment.status = status_of(outgoing);
  comment.unnamed = true;
  outgoing.comment = comment.id;
  put_comment(state, frame, std::move(comment));
}

/// Draws what has become of `outgoing`, if it is of this page.
inline void mark_outgoing(State &state, Frame &frame, const Outgoing &outgoing, Comment::Status status) {
  const Thread::Index index = state.thread.find(outgoing.comment);
  if (index == Thread::none)
    return;
  state.thread[index].status = status;
  draw_comment(state, frame, index);
}

/// Takes the comment that stands for `outgoing` off the page; returns what it was.
inline Comment remove_outgoing(State &state, Frame &frame, const Outgoing &outgoing) {
  Comment comment;
  if (const Thread::Index index = state.thread.find(outgoing.comment); index != Thread::none) {
    comment = state.thread[index];
    remove_comment(state, frame, index);
  }
  return comment;
}

/// Nothing is on its way any more under the key of `outgoing`, which is gone after this.
inline void drop_outgoing(State &state, Frame &frame, const Outgoing &outgoing) {
  if (outgoing.stored || outgoing.tries > 1)
    frame.store(outbox_name(state, outgoing), std::nullopt);
  state.outgoing.remove_if([&](const Outgoing &each) { return &each == &outgoing; });
}

/// Puts `outgoing` into the browser's outbox, and asks whether it is there: a browser may keep nothing.
inline void store_outgoing(const State &state, Frame &frame, const Outgoing &outgoing) {
  if (state.widget_id.empty())
    return;
  Values values;
  for (const Field field : all_fields)
    values.set(field, outgoing.draft.value(field));
  std::string json;
  Encoder out(json);
  out.begin('{')
      .string("key", outgoing.draft.key)
      .string("parent", outgoing.draft.parent)
      .string("root", outgoing.root)
      .string("parent_name", outgoing.parent_name)
      .string("page", outgoing.page)
      .string("address", outgoing.address)
      .time("time", outgoing.time);
  if (outgoing.refused)
    out.string("refused", outgoing.words);
  afterword::detail::encode(out.key("fields"), values);
  out.end('}');
  frame.store(outbox_name(state, outgoing), json);
  frame.load(outbox_name(state, outgoing));
}

/// Keeps what the commenter asked to be kept, or forgets it.
inline void remember(State &state, Frame &frame, const Draft &draft) {
  if (!state.rules[Field::remember].shown)
    return;
  state.commenter = draft.remember ? details(draft) : Values();
  frame.store(commenter_key, draft.remember ? std::optional(encode(state.commenter)) : std::nullopt);
}

/// The form after its comment was taken out of its hands: the page's own is empty again, a reply form goes.
inline void empty_form(State &state, Frame &frame, Form &form) {
  form.clear_problems();
  form.draft.key.clear();
  // What was typed while the comment was on its way is not sent yet, and stays.
  if (form.draft.comment != form.sent) {
    save_draft(state, frame, form);
    draw_form(state, frame, form);
    return look_ahead(state, frame, form);
  }
  forget_draft(state, frame, form);
  form.clear_comment();
  form.sent.clear();
  form.previewing = false;
  if (form.draft.parent.empty()) {
    draw_form(state, frame, form);
    frame.fill(form.region, Values().set(Field::comment, {}));
  } else {
    form.open = false;
    frame.remove(form.region);
  }
}

inline const char *status_name(Comment::Status status) {
  return status == Comment::Status::held     ? "held"
         : status == Comment::Status::unseen ? "unseen"
                                             : "published";
}

/// `outgoing` was taken in, as `comment`.
inline void succeed(State &state, Frame &frame, Outgoing &outgoing, Form *form, const Pending &pending,
                    const backend::Response &response, Comment comment) {
  const bool is_here = outgoing.page == state.config.page;
  const Comment drawn = remove_outgoing(state, frame, outgoing);
  if (comment.id.empty()) {
    // The backend does not say what it keeps: what was typed stands for it.
    const Comment::Status status = comment.status;
    comment = drawn;
    comment.status = status;
  }
  const Comment::Status status = comment.status;
  const std::string id = comment.id;
  if (is_here) {
    receive_own(state, frame, state.recipe.operation("create", pending.way), response, id,
                outgoing.draft.comment);
    if (put_comment(state, frame, std::move(comment)) != Thread::none) {
      state.total += status == Comment::Status::published ? 1 : 0;
    } else {
      draw_comment(state, frame, id); // it is there already, and known as the reader's own now
    }
    draw_surroundings(state, frame);
  }
  if (form != nullptr) {
    remember(state, frame, form->draft);
    state.wait(state.rules.interval);
    state.posted = text::trim(form->sent);
    state.posted_to = form->draft.parent;
    empty_form(state, frame, *form);
    if (!state.typed)
      frame.focus(view::comment_region(id));
  }
  drop_outgoing(state, frame, outgoing);
  using enum Comment::Status;
  frame.announce(state.catalog->say(status == held     ? locale::Message::comment_held
                                    : status == unseen ? locale::Message::form_unseen
                                                       : locale::Message::form_posted));
  frame.emit("posted").detail("id", id).detail("status", status_name(status));
}

/// The same was taken in before, by a try whose answer was lost, or from another tab.
inline void settle(State &state, Frame &frame, Outgoing &outgoing) {
  mark_outgoing(state, frame, outgoing, Comment::Status::unseen);
  frame.announce(state.catalog->say(locale::Message::form_unseen));
  drop_outgoing(state, frame, outgoing);
}

/// `failure` in words, for what waits in the outbox.
inline std::string explain_outgoing(const State &state, const backend::Failure &failure) {
  using Kind = backend::Failure::Kind;
  if (failure.kind == Kind::offline)
    return state.catalog->say(locale::Message::outgoing_waiting);
  if (failure.kind == Kind::unreachable || failure.kind == Kind::slow_down)
    return state.catalog->say(locale::Message::outgoing_failed);
  if (failure.kind == Kind::invalid)
    return state.catalog->say(locale::Message::problem_refused);
  return explain(state, failure);
}

/// Whether the same may be taken in another time.
inline bool may_succeed_later(const backend::Failure &failure) {
  using Kind = backend::Failure::Kind;
  return failure.kind == Kind::offline || failure.kind == Kind::unreachable || failure.kind == Kind::busy ||
         failure.kind == Kind::slow_down;
}

/// `outgoing` could not be sent, by no fault of its text: it waits in the outbox, and the form is free.
inline void put_by(State &state, Frame &frame, Outgoing &outgoing, Form *form,
                   const backend::Failure &failure) {
  const bool is_offline = failure.kind == backend::Failure::Kind::offline;
  const bool is_news = form != nullptr || outgoing.state == Outgoing::State::sending;
  outgoing.state = is_offline ? Outgoing::State::waiting : Outgoing::State::failed;
  outgoing.refused = !may_succeed_later(failure);
  outgoing.words = explain_outgoing(state, failure);
  outgoing.form.clear();
  mark_outgoing(state, frame, outgoing, status_of(outgoing));
  format_later(state, frame, outgoing.comment, outgoing.draft.comment);
  store_outgoing(state, frame, outgoing);
  if (form != nullptr) {
    remember(state, frame, form->draft);
    empty_form(state, frame, *form);
    if (!state.typed)
      frame.focus(view::comment_region(outgoing.comment));
  }
  if (is_news && !outgoing.comment.empty())
    frame.announce(outgoing.words, !is_offline);
  tell(frame, "create", failure);
}

} // namespace detail

/// Sends `outgoing`, for the first time or again: always under its key, so that it is taken in once.
inline void send_outgoing(State &state, Frame &frame, Outgoing &outgoing) {
  outgoing.state = Outgoing::State::sending;
  outgoing.retry = 0;
  ++outgoing.tries;
  Pending pending{Pending::Kind::create};
  pending.key = outgoing.draft.key;
  send(state, frame, std::move(pending));
}

/// Sends `outgoing` again, and draws that it is on its way.
inline void send_drawn(State &state, Frame &frame, Outgoing &outgoing) {
  send_outgoing(state, frame, outgoing);
  detail::mark_outgoing(state, frame, outgoing, detail::status_of(outgoing));
}

/// The comment that `pending` is about was answered.
inline void receive_created(State &state, Frame &frame, Pending &pending, const backend::Response &response) {
  using Kind = backend::Failure::Kind;
  Outgoing *outgoing = state.find_outgoing(pending.key);
  if (outgoing == nullptr)
    return;
  Comment comment;
  backend::Failure failure =
      backend::read_created(state.recipe, state.recipe.operation("create", pending.way), response, comment,
                            {state.config.images, state.powers.format});
  if (send_again(state, frame, pending, failure))
    return;
  Form *form = state.find_form(outgoing->form);
  if (form != nullptr)
    form->sending = form->left = false;
  if (!failure)
    return detail::succeed(state, frame, *outgoing, form, pending, response, std::move(comment));
  if (failure.kind == Kind::duplicate && outgoing->tries > 1)
    return detail::settle(state, frame, *outgoing);
  if (form == nullptr || (detail::may_succeed_later(failure) && failure.kind != Kind::slow_down))
    return detail::put_by(state, frame, *outgoing, form, failure);
  detail::remove_outgoing(state, frame, *outgoing);
  draw_surroundings(state, frame);
  detail::drop_outgoing(state, frame, *outgoing);
  detail::fail(state, frame, *form, failure);
}

/// "Try again".
inline void resend(State &state, Frame &frame, const std::string &comment) {
  Outgoing *outgoing = state.find_drawn(comment);
  if (outgoing == nullptr || outgoing->state == Outgoing::State::sending)
    return;
  outgoing->pressed = true;
  send_drawn(state, frame, *outgoing);
  frame.focus(view::comment_region(comment)); // the button that had it is gone
  frame.announce(state.catalog->say(locale::Message::form_sending));
}

/// "Discard" under a comment that could not be sent.
inline void discard(State &state, Frame &frame, Outgoing &outgoing) {
  if (outgoing.state == Outgoing::State::sending)
    return;
  detail::remove_outgoing(state, frame, outgoing);
  detail::drop_outgoing(state, frame, outgoing);
  draw_surroundings(state, frame);
  frame.focus("thread-title");
  frame.announce(state.catalog->say(locale::Message::draft_discarded));
}

/// "Edit" under a comment that could not be sent: it goes back into its form, before what stands there.
inline void take_back(State &state, Frame &frame, Outgoing &outgoing) {
  if (outgoing.state == Outgoing::State::sending || state.context().closed)
    return;
  const Thread::Index parent = state.thread.find(outgoing.draft.parent);
  Form &form = parent == Thread::none ? state.forms.front() : reply_form(state, outgoing.draft.parent);
  if (form.sending)
    return;
  Values values;
  for (const Field field : {Field::name, Field::email, Field::website})
    if (!outgoing.draft.value(field).empty() && state.rules[field].shown)
      values.set(field, outgoing.draft.value(field));
  std::string text = outgoing.draft.comment;
  if (!text::trim(form.draft.comment).empty())
    text += "\n\n" + form.draft.comment;
  take(form.draft, values.set(Field::comment, text));
  form.draft.key = outgoing.draft.key;
  form.sent = outgoing.draft.comment;
  detail::remove_outgoing(state, frame, outgoing);
  detail::drop_outgoing(state, frame, outgoing);
  draw_surroundings(state, frame);
  save_draft(state, frame, form);
  if (!form.open)
    detail::open_form(state, frame, form, parent);
  frame.fill(form.region, values);
  look_ahead(state, frame, form);
  frame.focus(view::control_region(form.region, Field::comment));
}

} // namespace afterword::update
