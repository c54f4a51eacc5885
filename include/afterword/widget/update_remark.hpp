#pragma once
/// @file A word under a comment about what was done with it last. There is one at a time.

#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/state.hpp"

#include <string>
#include <utility>

namespace afterword::update {

/// Takes the word away, wherever it stands.
inline void forget_remark(State &state, Frame &frame) {
  const std::string comment = std::exchange(state.remark, {}).comment;
  if (!comment.empty())
    draw_comment(state, frame, comment);
}

/// Says `words` under `comment`, and aloud.
inline void remark(State &state, Frame &frame, const std::string &comment, std::string words,
                   bool is_problem = false) {
  if (state.remark.comment != comment)
    forget_remark(state, frame);
  state.remark = {comment, std::move(words), is_problem};
  draw_comment(state, frame, comment);
  frame.announce(state.remark.words, is_problem);
}

} // namespace afterword::update
