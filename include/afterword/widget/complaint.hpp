#pragma once
/// @file What a form says when its comment was not taken in.

#include "afterword/backend/failure.hpp"
#include "afterword/widget/ask.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/update_outlook.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace afterword::update::detail {

/// The comment has to wait: the form says how long, and a screen reader hears it.
inline void put_off(State &state, Frame &frame, Form &form) {
  draw_form(state, frame, form);
  look_ahead(state, frame, form);
  frame.announce(form.outlook);
}

/// Focus goes to the first field that has a problem, and a screen reader hears how many there are.
inline void point_at_problems(const State &state, Frame &frame, const Form &form) {
  frame.announce(state.catalog->count(locale::Message::form_problems, form.problems.count()), true);
  frame.focus(view::control_region(form.region, form.problems.first()));
}

/// `failure` in words, for the form that the comment came from. The messages stand in the order of the kinds.
inline std::string explain(const State &state, const backend::Failure &failure) {
  using backend::Failure;
  const auto offset =
      static_cast<std::size_t>(failure.kind) - static_cast<std::size_t>(Failure::Kind::closed);
  const auto first = static_cast<std::size_t>(locale::Message::failure_closed);
  return state.catalog->say(static_cast<locale::Message>(first + offset), "message", failure.message);
}

/// Draws the form with `notice` above it, and makes sure that it is met.
inline void complain(const State &state, Frame &frame, Form &form, std::string notice) {
  form.notice = std::move(notice);
  draw_form(state, frame, form);
  frame.announce(form.notice, true);
  if (!state.typed)
    frame.focus(form.region + ".summary");
}

inline void fail(State &state, Frame &frame, Form &form, const backend::Failure &failure) {
  form.clear_problems();
  if (failure.kind == backend::Failure::Kind::slow_down) {
    // No mistake of anybody's: the same comment will be taken a little later.
    state.wait(failure.seconds);
    return put_off(state, frame, form);
  }
  if (failure.kind == backend::Failure::Kind::invalid) {
    form.problems = failure.problems;
    form.words = failure.words;
    form.summary = true;
    draw_form(state, frame, form);
    point_at_problems(state, frame, form);
  } else {
    complain(state, frame, form, explain(state, failure));
  }
  tell(frame, "create", failure);
}

} // namespace afterword::update::detail
