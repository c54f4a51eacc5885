#pragma once
/// @file Comments of the reader's own: they can be edited and deleted as long as the backend lets them, and
/// each change can be taken back for some seconds before it is sent.

#include "afterword/backend/answer.hpp"
#include "afterword/backend/json.hpp"
#include "afterword/html/plain_text.hpp"
#include "afterword/text/date.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/view/own.hpp"
#include "afterword/widget/complaint.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/kept.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/update_preview.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

/// How long a change can be taken back, in milliseconds.
inline constexpr std::int64_t undo_time = 6000;

namespace detail {

inline std::string own_name(const State &state, const std::string &id) {
  return kept_here(state, "own") + id;
}

/// The edit form of a comment.
inline std::string edit_region(const std::string &id) {
  std::string region = "edit-";
  region += view::region_part(id);
  return region;
}

inline Own &make_own(State &state, const std::string &id) {
  if (Own *own = state.find_own(id))
    return *own;
  Own &own = state.own.emplace_back();
  own.id = id;
  return own;
}

inline void close_edit_form(State &state, Frame &frame, Form &form) {
  const std::string region = form.region;
  frame.remove(region);
  state.forms.remove_if([&](const Form &each) { return each.region == region; });
}

/// `failure` in words, under the comment that was to be changed.
inline std::string explain_change(const State &state, const backend::Failure &failure) {
  using Kind = backend::Failure::Kind;
  if (failure.kind == Kind::invalid || failure.kind == Kind::slow_down)
    return state.catalog->say(locale::Message::problem_refused);
  return explain(state, failure);
}

} // namespace detail

/// What the backend gave along with the comment `id`, which it took in as `source`: the proof that it is the
/// reader's, and until when it can be changed.
/// @param operation the one that was answered
inline void receive_own(State &state, Frame &frame, const backend::Json *operation,
                        const backend::Response &response, const std::string &id, const std::string &source) {
  if (state.widget_id.empty() || state.recipe.at("/comment/token") == nullptr)
    return;
  const std::string token = backend::read_part(state.recipe, operation, response, "/comment/token");
  if (token.empty() && state.find_own(id) == nullptr)
    return;
  Own &own = detail::make_own(state, id);
  own.source = source;
  if (!token.empty()) {
    own.token = token;
    const auto until =
        text::parse_moment(backend::read_part(state.recipe, operation, response, "/comment/until"));
    own.until = until ? *until * 1000 : 0;
  }
  std::string json;
  Encoder(json)
      .begin('{')
      .string("token", own.token)
      .string("source", own.source)
      .time("until", own.until)
      .end('}');
  frame.store(detail::own_name(state, id), json);
}

/// The browser knows that a comment is the reader's own; what can be changed no more it may forget.
inline void receive_kept_own(State &state, Frame &frame, const std::string &name, std::string_view stored) {
  backend::Json json;
  const std::string id = name.substr(kept_here(state, "own").size());
  if (id.empty() || !backend::parse_json(stored, json))
    return;
  const auto text = [&](const char *pointer) { return backend::as_text(backend::find(json, pointer)); };
  const auto until = backend::as_integer(backend::find(json, "/until")).value_or(0);
  if (until != 0 && until <= state.now)
    return frame.store(name, std::nullopt);
  Own &own = detail::make_own(state, id);
  own.token = text("/token");
  own.source = text("/source");
  own.until = until;
  draw_comment(state, frame, id);
}

/// Those of the thread that the backend says are the reader's own can be changed, too.
inline void claim_own(State &state, Frame &frame) {
  if (state.recipe.at("/comment/own") == nullptr)
    return;
  for (const Thread::Index root : state.thread.roots())
    for (Thread::Index i = root; i != Thread::none; i = state.thread.next(i, root))
      if (state.thread[i].own && state.find_own(state.thread[i].id) == nullptr) {
        detail::make_own(state, state.thread[i].id);
        draw_comment(state, frame, i);
      }
}

/// "Edit": a form with the comment's text opens under it.
inline void edit(State &state, Frame &frame, Own &own) {
  const Thread::Index index = state.thread.find(own.id);
  if (index == Thread::none || own.change != Own::Change::none || !state.abilities.edit)
    return;
  const std::string region = detail::edit_region(own.id);
  Form *form = state.find_form(region);
  if (form == nullptr) {
    form = &state.add_form(region);
    form->open = false;
    form->editing = own.id;
    form->draft.comment = !own.text.empty()     ? own.text
                          : !own.source.empty() ? own.source
                                                : html::plain_text(state.thread[index].content.str());
  }
  if (!form->open || form->returning) // it was closed with the thread that it stood in
    detail::open_form(state, frame, *form, index);
  frame.focus(view::control_region(region, Field::comment));
}

/// "Save": the new text is shown at once, and sent in some seconds.
inline void save(State &state, Frame &frame, Form &form) {
  Own *own = state.find_own(form.editing);
  const Thread::Index index = state.thread.find(form.editing);
  if (own == nullptr || index == Thread::none)
    return;
  own->text = text::trim(form.draft.comment);
  detail::close_edit_form(state, frame, form);
  frame.focus(view::comment_region(own->id));
  if (own->text == own->source) {
    own->text.clear();
    return;
  }
  own->change = Own::Change::edit;
  own->undo_until = state.now + undo_time;
  own->words.clear();
  own->before = state.thread[index].content;
  state.thread[index].content = format(state, own->text);
  draw_comment(state, frame, index);
  format_later(state, frame, own->id, own->text);
  frame.announce(state.catalog->say(locale::Message::own_edited));
}

/// "Delete": said at once, and sent in some seconds.
inline void erase(State &state, Frame &frame, Own &own) {
  if (own.change != Own::Change::none || !state.abilities.remove)
    return;
  if (Form *form = state.find_form(detail::edit_region(own.id)))
    detail::close_edit_form(state, frame, *form);
  own.change = Own::Change::removal;
  own.undo_until = state.now + undo_time;
  own.words.clear();
  draw_comment(state, frame, own.id);
  frame.focus(view::comment_region(own.id));
  frame.announce(state.catalog->say(locale::Message::own_erased));
}

namespace detail {

/// The comment is again as it was before its change.
inline void revert(State &state, Own &own) {
  const Thread::Index index = state.thread.find(own.id);
  if (own.change == Own::Change::edit && index != Thread::none)
    state.thread[index].content = own.before;
  own.change = Own::Change::none;
  own.sending = false;
}

} // namespace detail

/// "Undo": the change never happened. The text of an edit is in its form again.
inline void undo(State &state, Frame &frame, Own &own) {
  if (own.change == Own::Change::none || own.sending)
    return;
  const bool was_edit = own.change == Own::Change::edit;
  detail::revert(state, own);
  draw_comment(state, frame, own.id);
  if (was_edit)
    edit(state, frame, own);
  else
    frame.focus(view::comment_region(own.id));
}

/// Sends the changes that nobody took back in time; all of them, if the reader may be gone.
inline void send_changes(State &state, Frame &frame, bool all) {
  for (Own &own : state.own) {
    if (own.change == Own::Change::none || own.sending || (!all && state.now < own.undo_until))
      continue;
    own.sending = true;
    draw_comment(state, frame, own.id);
    Pending pending{own.change == Own::Change::edit ? Pending::Kind::edit : Pending::Kind::remove};
    pending.comment = own.id;
    send(state, frame, std::move(pending));
    if (all)
      frame.effects.back().request.keepalive = true;
  }
}

namespace detail {

/// The comment of `own` is deleted. Its place stays for the answers to it.
inline void take_away(State &state, Frame &frame, const Own &own) {
  const std::string id = own.id;
  frame.store(own_name(state, id), std::nullopt);
  state.own.remove_if([&](const Own &each) { return each.id == id; });
  const Thread::Index index = state.thread.find(id);
  if (index == Thread::none)
    return;
  state.total -= state.thread[index].status == Comment::Status::published && state.total > 0 ? 1 : 0;
  const Form *reply = state.find_form(view::form_region(id));
  const bool is_answered = reply != nullptr && reply->open; // or is going to be
  if (state.thread.children(index).empty() && !is_answered) {
    remove_comment(state, frame, index);
  } else {
    Comment &comment = state.thread[index];
    comment.status = Comment::Status::deleted;
    comment.content = {};
    comment.name.clear();
    comment.website.reset();
    draw_comment(state, frame, index);
  }
  draw_surroundings(state, frame);
}

/// The edit of `own` was taken in, as `edited` if the backend says.
inline void take_over(State &state, Own &own, Comment edited) {
  own.change = Own::Change::none;
  own.sending = false;
  own.source = std::exchange(own.text, {});
  const Thread::Index index = state.thread.find(own.id);
  if (index == Thread::none)
    return;
  if (!edited.id.empty())
    state.thread[index].content = std::move(edited.content);
  state.thread[index].status = edited.status;
}

} // namespace detail

/// A change was answered.
inline void receive_change(State &state, Frame &frame, Pending &pending, const backend::Response &response) {
  Own *own = state.find_own(pending.comment);
  if (own == nullptr)
    return;
  const bool is_edit = pending.kind == Pending::Kind::edit;
  const backend::Json *operation = state.recipe.operation(update::operation(pending));
  Comment edited;
  backend::Failure failure = is_edit ? backend::read_created(state.recipe, operation, response, edited,
                                                             {state.config.images, state.powers.format})
                                     : backend::check_reply(state.recipe, backend::Reply(response));
  if (send_again(state, frame, pending, failure))
    return;
  const std::string id = own->id;
  if (failure) {
    detail::revert(state, *own);
    own->words = detail::explain_change(state, failure);
    draw_comment(state, frame, id);
    frame.announce(own->words, true);
    if (is_edit)
      edit(state, frame, *own);
    return tell(frame, update::operation(pending), failure);
  }
  if (!is_edit) {
    detail::take_away(state, frame, *own);
    frame.announce(state.catalog->say(locale::Message::own_removed));
    return frame.emit("removed").detail("id", id), void();
  }
  detail::take_over(state, *own, std::move(edited));
  receive_own(state, frame, operation, response, id, std::string(own->source));
  draw_comment(state, frame, id);
  frame.emit("edited").detail("id", id);
}

/// Counts down what can be changed or taken back, where it is seen. When the time is up, a comment is like
/// any other; what is being written in its form is not taken away.
inline void count_down_own(State &state, Frame &frame) {
  for (auto next = state.own.begin(); next != state.own.end();) {
    const auto own = next++;
    const bool is_pending = own->change != Own::Change::none;
    if ((own->until == 0 && !is_pending) || state.thread.find(own->id) == Thread::none)
      continue;
    if (is_pending || own->is_open(state.now) || state.find_form(detail::edit_region(own->id)) != nullptr) {
      frame.replace(view::comment_region(own->id) + ".time-left",
                    view::draw_time_left(state.context(), *own));
    } else {
      const std::string id = own->id;
      frame.store(detail::own_name(state, id), std::nullopt);
      state.own.erase(own);
      draw_comment(state, frame, id);
    }
  }
}

} // namespace afterword::update
