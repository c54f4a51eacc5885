#pragma once
/// @file Branches: the replies to a comment can be hidden, and are shown again where somebody goes.

#include "afterword/view/thread.hpp"
#include "afterword/widget/state.hpp"

#include <string>

namespace afterword::update {

namespace detail {

inline void draw_toggle(const State &state, Frame &frame, Thread::Index index) {
  frame.replace(view::toggle_region(state.thread[index].id),
                view::draw_toggle(state.context(), state.thread, index));
}

} // namespace detail

/// Hides the replies to the comment at `index`, or shows them.
inline void collapse(State &state, Frame &frame, Thread::Index index, bool collapsed) {
  state.thread.collapse(index, collapsed);
  const std::string replies = view::replies_region(state.thread[index].id);
  if (collapsed)
    frame.hide(replies);
  else
    frame.show(replies);
  detail::draw_toggle(state, frame, index);
}

/// The button over the replies to `comment` was pressed.
inline void toggle(State &state, Frame &frame, const std::string &comment) {
  const Thread::Index index = state.thread.find(comment);
  if (index != Thread::none && !state.thread.children(index).empty())
    collapse(state, frame, index, !state.thread.is_collapsed(index));
}

/// Shows the comment at `index`, wherever it is hidden.
inline void reveal(State &state, Frame &frame, Thread::Index index) {
  for (index = state.thread.parent(index); index != Thread::none; index = state.thread.parent(index))
    if (state.thread.is_collapsed(index))
      collapse(state, frame, index, false);
}

/// The numbers on the buttons of what is hidden, above the comment at `index`, which came or went.
inline void recount(const State &state, Frame &frame, Thread::Index index) {
  for (index = state.thread.parent(index); index != Thread::none; index = state.thread.parent(index))
    if (state.thread.is_collapsed(index))
      detail::draw_toggle(state, frame, index);
}

} // namespace afterword::update
