#pragma once
/// @file The comment that the page's address names: it is looked for on the pages of the list that are not
/// here yet.

#include "afterword/widget/update_branch.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstddef>
#include <string>

namespace afterword::update {

/// Pages of the list that are asked for, at most, where the backend cannot tell which one it is.
inline constexpr std::size_t most_seeks = 20;

/// Goes on to look for what the reader came for, or says that it is not here.
inline void seek(State &state, Frame &frame) {
  const std::string id = view::comment_of(state.context(), state.target);
  if (id.empty() || state.loading_more || state.thread_state != view::ThreadState::loaded)
    return;
  const bool can_ask = state.recipe.at("/list/through") != nullptr;
  if (!state.next.empty() && state.seeks < (can_ask ? 1 : most_seeks)) {
    ++state.seeks;
    return more(state, frame, true, id);
  }
  state.target.clear();
  state.seeks = 0;
  const std::string words = state.catalog->say(locale::Message::target_missing);
  frame.replace("thread-state", view::draw_thread_note(state.context(), words));
  frame.announce(words);
}

/// Shows the comment that `target` names, wherever it is hidden: it was gone to.
inline void show_target(State &state, Frame &frame, const std::string &target) {
  const Thread::Index index = state.thread.find(view::comment_of(state.context(), target));
  if (index != Thread::none)
    reveal(state, frame, index);
}

/// The page's address names another comment: it is gone to, wherever it is.
inline void locate(State &state, Frame &frame, const std::string &target) {
  state.seeks = 0;
  const Thread::Index index = state.thread.find(view::comment_of(state.context(), target));
  if (index != Thread::none)
    reveal(state, frame, index);
  else
    seek(state, frame);
}

} // namespace afterword::update
