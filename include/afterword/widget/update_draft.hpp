#pragma once
/// @file Drafts: what is typed outlives a reload, a crash and a closed tab, on this device alone. Only the
/// comment is kept, no name and no address.

#include "afterword/backend/json.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/kept.hpp"
#include "afterword/widget/update_outlook.hpp"

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

namespace detail {

/// What is kept of `form`.
inline std::string draft_json(const State &state, const Form &form) {
  std::string json;
  Encoder out(json);
  out.begin('{')
      .string("comment", form.draft.comment)
      .string("key", form.draft.key)
      .string("sent", form.sent)
      .string("parent", form.draft.parent)
      .time("time", state.now);
  if (form.left)
    out.key("left").raw("true");
  if (!form.open && !form.returning)
    out.key("closed").raw("true");
  out.end('}');
  return json;
}

} // namespace detail

/// Keeps the draft of `form`, or what is kept of it no more when there is nothing in it.
inline void save_draft(State &state, Frame &frame, Form &form) {
  form.unsaved = false;
  if (state.widget_id.empty() || !form.editing.empty())
    return;
  const bool was_saved = form.saved;
  form.saved = !text::trim(form.draft.comment).empty();
  if (form.saved) {
    frame.store(draft_name(state, form), detail::draft_json(state, form));
  } else if (was_saved) {
    frame.store(draft_name(state, form), std::nullopt);
  }
  if (form.saved != was_saved && form.open)
    detail::draw_kept(state, frame, form);
}

/// The draft of `form` is not needed any more.
inline void forget_draft(const State &state, Frame &frame, Form &form) {
  form.unsaved = false;
  if (std::exchange(form.saved, false))
    frame.store(draft_name(state, form), std::nullopt);
}

/// Keeps what was typed lately.
inline void save_drafts(State &state, Frame &frame) {
  for (Form &form : state.forms)
    if (form.unsaved)
      save_draft(state, frame, form);
}

namespace detail {

/// What is kept under `name` as a draft: its form's region and its widget stand in the name.
inline void read_draft(const State &state, Frame &frame, const std::string &name, std::string_view stored,
                       std::list<FoundDraft> &drafts) {
  const std::string place = name.substr(kept_here(state, "draft").size());
  const std::size_t colon = place.find(':');
  backend::Json json;
  if (colon == std::string::npos || place.find(':', colon + 1) != std::string::npos ||
      !backend::parse_json(stored, json))
    return;
  FoundDraft draft;
  draft.name = name;
  draft.region = place.substr(0, colon);
  draft.widget = place.substr(colon + 1);
  const auto text = [&](const char *pointer) { return backend::as_text(backend::find(json, pointer)); };
  draft.draft.comment = text("/comment");
  draft.draft.key = text("/key");
  draft.draft.parent = text("/parent");
  draft.sent = text("/sent");
  draft.left = backend::is_true(backend::find(json, "/left"));
  draft.closed = backend::is_true(backend::find(json, "/closed"));
  draft.time = backend::as_integer(backend::find(json, "/time")).value_or(0);
  if (draft.region != view::form_region(draft.draft.parent))
    return;
  if (draft.time + kept_lifetime < state.now)
    return frame.store(name, std::nullopt);
  drafts.push_back(std::move(draft));
}

/// Milliseconds in which a reader comes back from the backend's own page.
inline constexpr std::int64_t return_time = 600'000;

/// Whether the reader comes back from the backend's own page, in this tab, because that has taken the
/// comment: it sends to the comment's place.
inline bool was_taken(const State &state, const FoundDraft &draft) {
  return draft.left && !state.former_id.empty() && draft.widget.starts_with(state.former_id) &&
         state.now - draft.time < return_time && state.came_for.starts_with(state.config.prefix + "comment-");
}

/// `found` stands in its form again.
inline void restore(State &state, Frame &frame, const FoundDraft &found) {
  frame.store(found.name, std::nullopt); // under this widget's name from now on
  if (was_taken(state, found))
    return;
  Form &form = found.draft.parent.empty() ? state.forms.front() : reply_form(state, found.draft.parent);
  form.draft.comment = found.draft.comment;
  form.draft.key = found.draft.key;
  form.sent = found.sent;
  form.returning = !form.open && !found.closed;
  save_draft(state, frame, form);
  if (found.left)
    form.notice = state.catalog->say(locale::Message::failure_returned);
  if (!form.draft.parent.empty())
    return; // it is opened where its comment is
  draw_form(state, frame, form);
  frame.fill(form.region, Values().set(Field::comment, form.draft.comment));
  look_ahead(state, frame, form);
}

} // namespace detail

/// A reply that was begun is gone on with under its comment, once that is here.
inline void open_drafts(State &state, Frame &frame) {
  for (Form &form : state.forms) {
    const Thread::Index parent = state.thread.find(form.place());
    if (!form.returning || parent == Thread::none || state.context().closed)
      continue;
    detail::open_form(state, frame, form, parent);
  }
}

/// The browser keeps a draft under `name`; or that was all, without `stored`. Of several drafts of one form
/// that of this tab comes back, or the youngest; the others stay where they are.
inline void receive_draft(State &state, Frame &frame, const std::string &name, const std::string *stored) {
  if (stored != nullptr)
    return detail::read_draft(state, frame, name, *stored, state.found);
  const std::list<FoundDraft> found = std::exchange(state.found, {});
  for (const FoundDraft &draft : found) {
    const Form *form = state.find_form(draft.region);
    if (form != nullptr && !text::trim(form->draft.comment).empty()) {
      if (form->draft.comment == draft.draft.comment && draft.name != draft_name(state, *form))
        frame.store(draft.name, std::nullopt); // it is there already, as after an element was drawn anew
      continue;                                // somebody types there already, or a better one came back
    }
    const FoundDraft *best = &draft;
    for (const FoundDraft &other : found)
      if (other.region == draft.region && best->widget != state.former_id &&
          (other.widget == state.former_id || other.time > best->time))
        best = &other;
    detail::restore(state, frame, *best);
  }
  open_drafts(state, frame);
}

/// "Discard": the form is empty, and can be filled again until somebody types.
inline void discard(State &state, Frame &frame, Form &form) {
  if (form.sending)
    return;
  form.discarded = form.draft.comment;
  form.clear_comment();
  forget_draft(state, frame, form);
  detail::draw_form(state, frame, form);
  frame.fill(form.region, Values().set(Field::comment, {}));
  frame.focus(view::control_region(form.region, Field::comment));
  frame.announce(state.catalog->say(locale::Message::draft_discarded));
}

/// "Undo" after "Discard".
inline void bring_back(State &state, Frame &frame, Form &form) {
  if (form.discarded.empty())
    return;
  form.draft.comment = std::exchange(form.discarded, {});
  save_draft(state, frame, form);
  detail::draw_kept(state, frame, form);
  frame.fill(form.region, Values().set(Field::comment, form.draft.comment));
  look_ahead(state, frame, form);
  frame.focus(view::control_region(form.region, Field::comment));
}

} // namespace afterword::update
