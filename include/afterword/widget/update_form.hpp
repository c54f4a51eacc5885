#pragma once
/// @file What events do to a comment form: the page's own, or one under a comment.

#include "afterword/rules/email_hint.hpp"
#include "afterword/rules/prediction.hpp"
#include "afterword/view/annotation.hpp"
#include "afterword/widget/complaint.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/update_draft.hpp"
#include "afterword/widget/update_outgoing.hpp"
#include "afterword/widget/update_outlook.hpp"
#include "afterword/widget/update_own.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

/// Milliseconds without a key after which somebody has stopped to type.
inline constexpr std::int64_t pause = 800;

/// A field was typed in. A problem goes as soon as it is mended; a new one waits until the field is left. A
/// browser tells of the same text once more when the field is left or Enter is pressed: that is no news.
inline void input(State &state, Frame &frame, Form &form, const Event &event) {
  const Field field = event.field;
  const auto index = static_cast<std::size_t>(field);
  const std::string before = form.draft.value(field);
  take(form.draft, event.values);
  const std::string value = form.draft.value(field);
  if (value == before)
    return; // told once more, as on leaving the field or the page
  state.typed = true;
  form.edited[index] = true;
  if (field == Field::email)
    form.email_typed = state.now;
  if (field == Field::comment) {
    form.unsaved = true;
    if (!std::exchange(form.discarded, {}).empty())
      detail::draw_kept(state, frame, form);
  }
  bool is_news = form.problems[field].has_value();
  if (is_news)
    form.problems[field] = check(field, value, state.rules[field]);
  if (field == Field::email && !form.email_hint.empty()) {
    form.email_hint.clear();
    is_news = true;
  }
  const std::string counter = view::count_down(state.context(), value, state.rules[field]);
  if (!counter.empty() && !form.counted[index])
    frame.announce(counter); // from here on it is there to be seen
  is_news = is_news || !counter.empty() || form.counted[index];
  form.counted[index] = !counter.empty();
  if (is_news)
    detail::draw_field(state, frame, form, field);
  if (field == Field::comment)
    look_ahead(state, frame, form);
}

/// Whoever stops to type an e-mail address is asked at once whether it is the one that was meant.
inline void ask_about_email(const State &state, Frame &frame, Form &form) {
  if (form.email_typed == 0 || state.now - form.email_typed < pause)
    return;
  form.email_typed = 0;
  const std::string_view email = text::trim(form.draft.email);
  if (!form.open || form.sending || check(Field::email, email, state.rules[Field::email]))
    return;
  form.email_hint = rules::email_hint(email);
  if (form.email_hint.empty())
    return;
  detail::draw_field(state, frame, form, Field::email);
  frame.announce(view::ask_aloud(state.context(), form.email_hint));
}

/// A field was left. It is checked if it was typed in; if it was only passed through, it is not.
inline void blur(const State &state, Frame &frame, Form &form, const Event &event) {
  const Field field = event.field;
  if (form.sending)
    return;
  take(form.draft, event.values);
  if (!form.edited[static_cast<std::size_t>(field)] && !form.problems[field])
    return;
  const auto problem = check(field, form.draft.value(field), state.rules[field]);
  std::string hint;
  if (field == Field::email && !problem)
    hint = rules::email_hint(text::trim(form.draft.email));
  if (problem == form.problems[field] && (field != Field::email || hint == form.email_hint))
    return;
  form.problems[field] = problem;
  if (field == Field::email)
    form.email_hint = hint;
  detail::draw_field(state, frame, form, field);
  if (!hint.empty())
    frame.announce(view::ask(state.context(), hint));
}

/// The hint for the e-mail address was taken: it is the address now.
inline void accept(const State &state, Frame &frame, Form &form) {
  form.draft.email = std::exchange(form.email_hint, {});
  form.email_typed = 0;
  form.problems[Field::email].reset();
  detail::draw_field(state, frame, form, Field::email);
  frame.fill(form.region, Values().set(Field::email, form.draft.email));
  frame.focus(view::control_region(form.region, Field::email));
}

/// The form was submitted: problems are shown, or the comment is on its way. Enter in the e-mail address
/// takes the hint that stands there.
inline void submit(State &state, Frame &frame, Form &form, const Event &event) {
  if (form.sending)
    return;
  if (event.field == Field::email && !form.email_hint.empty())
    return accept(state, frame, form);
  take(form.draft, event.values);
  state.typed = false;
  form.email_typed = 0;
  form.clear_problems();
  form.problems = check(form.draft, rules_of(state, form));
  form.summary = !form.problems.empty();
  if (form.summary) {
    detail::draw_form(state, frame, form);
    return detail::point_at_problems(state, frame, form);
  }
  if (!form.editing.empty())
    return save(state, frame, form);
  switch (predict(state, form)) {
  case rules::Prediction::closed:
    return detail::complain(state, frame, form, state.catalog->say(locale::Message::failure_closed));
  case rules::Prediction::duplicate:
    return detail::complain(state, frame, form, state.catalog->say(locale::Message::failure_duplicate));
  case rules::Prediction::wait:
    return detail::put_off(state, frame, form);
  default:
    break;
  }
  // A text that was changed is another comment: under the old key the backend would answer with the old text.
  if (form.draft.key.empty() || form.draft.comment != form.sent)
    form.draft.key = event.key;
  form.sent = form.draft.comment;
  form.sending = true;
  form.outlook.clear();
  save_draft(state, frame, form); // with its key: whatever happens now, it is sent again as the same comment
  Outgoing &outgoing = state.outgoing.emplace_back();
  outgoing.draft = normalize(form.draft, state.rules);
  outgoing.form = form.region;
  outgoing.time = state.now;
  const Thread::Index parent = state.thread.find(form.draft.parent);
  Thread::Index root = parent;
  while (root != Thread::none && state.thread.parent(root) != Thread::none)
    root = state.thread.parent(root);
  if (root != Thread::none) {
    outgoing.root = state.thread[root].id;
    outgoing.parent_name = state.thread[parent].name;
  }
  outgoing.page = state.config.page;
  outgoing.address = state.config.address;
  detail::insert_outgoing(state, frame, outgoing);
  detail::draw_form(state, frame, form);
  draw_surroundings(state, frame);
  frame.announce(state.catalog->say(locale::Message::form_sending));
  send_outgoing(state, frame, outgoing);
}

/// "Reply": the form opens under the comment, and its text has the focus.
inline void reply(State &state, Frame &frame, const std::string &comment) {
  const Thread::Index parent = state.thread.find(comment);
  if (parent == Thread::none || state.context().closed)
    return;
  Form &form = reply_form(state, comment);
  if (!form.open)
    detail::open_form(state, frame, form, parent);
  frame.focus(view::control_region(form.region, Field::comment));
}

/// "Cancel": the form goes; what was typed in a reply stays in mind, and is there again when it is opened
/// again.
inline void cancel(State &state, Frame &frame, Form &form, const Values &values) {
  if (form.sending)
    return;
  if (!form.editing.empty()) {
    frame.focus(view::comment_region(form.editing));
    return detail::close_edit_form(state, frame, form);
  }
  if (form.draft.parent.empty())
    return;
  take(form.draft, values);
  form.clear_problems();
  form.open = false;
  save_draft(state, frame, form);
  frame.remove(form.region);
  frame.focus(view::comment_region(form.draft.parent) + ".reply");
}

} // namespace afterword::update
