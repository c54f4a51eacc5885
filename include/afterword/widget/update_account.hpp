#pragma once
/// @file Who the backend says the reader is, and what that means for the forms.

#include "afterword/backend/success.hpp"
#include "afterword/rules/name.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/view/status.hpp"
#include "afterword/view/thread.hpp"
#include "afterword/widget/state.hpp"

#include <string>

namespace afterword::update {

/// The page's own form as its region; or, where the page is closed and no text would be lost, that it is; or,
/// while the reader has to sign in first, the way to do so; or nothing in its place, where there is no way to
/// post.
inline html::Markup draw_form(const State &state, const Form &form) {
  if (state.closed && form.draft.comment.empty())
    return view::draw_closed(state.context());
  if (state.read_only)
    return view::draw_no_form(state.context());
  return state.account.is_missing()
             ? view::draw_account_required(state.context())
             : view::draw_comment_form(state.context(), form, state.rules, state.powers.annotator);
}

/// What a form asks of a reader who is signed in: not who that is.
inline void apply_account(State &state) {
  if (state.account.name.empty())
    return;
  for (const Field field : {Field::name, Field::email, Field::website, Field::remember})
    state.rules[field].shown = state.rules[field].required = false;
}

/// Comments that are drawn before anything can be seen, and those that are drawn at a time after that.
inline constexpr std::size_t first_comments = 50;
inline constexpr std::size_t more_comments = 200;

/// Draws the thread anew: its beginning now, and the rest when that can be seen.
inline void draw_thread(State &state, Frame &frame) {
  frame.replace("thread", view::draw_thread(state.context(), state.thread, first_comments, state.drawn));
  if (state.drawn < state.thread.roots().size())
    frame.later();
}

/// The backend said who the reader is. A form with text in it is never taken away.
inline void receive_account(State &state, Frame &frame, const backend::Response &response) {
  std::string name;
  backend::read_value(state.recipe, response, "/me/reply/name", name); // nobody, if that fails
  state.account.name = rules::neutralize(name);
  state.account.asked = false;
  apply_account(state);
  const Form &form = state.forms.front();
  if (form.draft.comment.empty() || !state.account.is_missing()) {
    frame.replace("form", draw_form(state, form));
    if (!form.draft.comment.empty()) // it may not have been drawn until now
      frame.fill("form", Values().set(Field::comment, form.draft.comment));
  }
  if (state.account.required) // now it can be answered
    draw_thread(state, frame);
}

} // namespace afterword::update
