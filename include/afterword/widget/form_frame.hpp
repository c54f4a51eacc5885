#pragma once
/// @file A form's regions, as they come into a frame.

#include "afterword/view/annotation.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/widget/state.hpp"
#include "afterword/widget/update_account.hpp"

#include <string>

namespace afterword::update {

/// The values of a commenter that a new form begins with.
inline Values details(const Draft &commenter) {
  return Values()
      .set(Field::name, commenter.name)
      .set(Field::email, commenter.email)
      .set(Field::website, commenter.website)
      .set(Field::remember, commenter.remember ? Values::ticked : "");
}

/// What holds for the fields of `form`: of a comment that is there already only its text can be changed.
inline FormRules rules_of(const State &state, const Form &form) {
  FormRules rules = state.rules;
  if (!form.editing.empty())
    for (const Field field : all_fields)
      rules[field].shown = rules[field].shown && field == Field::comment;
  return rules;
}

namespace detail {

/// The heading of a form under a comment.
inline std::string title(const State &state, const Form &form) {
  if (!form.editing.empty())
    return state.catalog->say(locale::Message::form_edit_title);
  const Thread::Index parent = state.thread.find(form.draft.parent);
  return state.catalog->say(locale::Message::form_reply_title, "name",
                            parent == Thread::none ? std::string()
                                                   : view::author(state.context(), state.thread[parent]));
}

inline html::Markup draw_any_form(const State &state, const Form &form) {
  return form.region == "form"
             ? update::draw_form(state, form)
             : view::draw_inner_form(state.context(), form, rules_of(state, form), title(state, form));
}

inline void draw_form(const State &state, Frame &frame, const Form &form) {
  frame.replace(form.region, draw_any_form(state, form));
}

inline void draw_field(const State &state, Frame &frame, const Form &form, Field field) {
  frame.replace(view::field_region(form.region, field),
                view::draw_field(state.context(), form, field, rules_of(state, form)));
}

inline void draw_kept(const State &state, Frame &frame, const Form &form) {
  frame.replace(form.region + ".kept", view::draw_kept(state.context(), form));
}

/// Puts a form directly after the comment at `index`, before the replies, with what is known to stand in it.
inline void open_form(const State &state, Frame &frame, Form &form, Thread::Index index) {
  const std::string &id = state.thread[index].id;
  const bool has_replies =
      !state.thread.children(index).empty() && state.thread.depth(index) < view::levels(state.context());
  form.open = true;
  form.returning = false;
  frame.insert(form.region, draw_any_form(state, form), view::branch_region(id),
               has_replies ? view::toggle_region(id) : std::string());
  frame.fill(form.region, details(form.draft).set(Field::comment, form.draft.comment));
}

} // namespace detail

/// Redraws the comment at `index`.
inline void draw_comment(const State &state, Frame &frame, Thread::Index index) {
  const Comment &comment = state.thread[index];
  frame.replace(view::comment_region(comment.id), view::draw_comment(state.context(), comment));
}

/// Redraws the comment called `id`, if it is here.
inline void draw_comment(const State &state, Frame &frame, const std::string &id) {
  if (const Thread::Index index = state.thread.find(id); index != Thread::none)
    draw_comment(state, frame, index);
}

/// The form under the comment `parent`, where it is answered; it is made, but not opened, if there was none.
inline Form &reply_form(State &state, const std::string &parent) {
  const std::string region = view::form_region(parent);
  if (Form *form = state.find_form(region))
    return *form;
  Form &form = state.add_form(region);
  form.open = false;
  form.draft.parent = parent;
  take(form.draft, state.commenter);
  return form;
}

} // namespace afterword::update
