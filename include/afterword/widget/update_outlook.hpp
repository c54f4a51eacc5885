#pragma once
/// @file What a form says of a comment before it is sent, and how it counts down.

#include "afterword/rules/comment.hpp"
#include "afterword/rules/prediction.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/view/annotation.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/widget/state.hpp"

#include <string>
#include <utility>

namespace afterword::update {

/// What will become of the comment in `form`, if it is sent now.
inline rules::Prediction predict(const State &state, const Form &form) {
  rules::Outlook outlook;
  outlook.closed = state.closed;
  outlook.repeated = !state.posted.empty() && state.posted == text::trim(form.draft.comment) &&
                     state.posted_to == form.draft.parent;
  outlook.seconds = state.seconds_to_wait();
  outlook.most_links = state.rules.links;
  if (outlook.most_links)
    outlook.links = rules::count_links(form.draft.comment);
  return rules::predict(outlook);
}

/// Says below the comment what will become of it, if that is news.
inline void look_ahead(const State &state, Frame &frame, Form &form) {
  const auto prediction =
      form.draft.comment.empty() || form.sending ? rules::Prediction::none : predict(state, form);
  std::string outlook;
  if (prediction == rules::Prediction::held)
    outlook = state.catalog->count(locale::Message::form_links, *state.rules.links);
  if (prediction == rules::Prediction::wait)
    outlook = state.catalog->count(locale::Message::form_wait, state.seconds_to_wait());
  if (outlook == form.outlook)
    return;
  form.outlook = std::move(outlook);
  frame.replace(form.region + ".outlook", view::draw_outlook(state.context(), form));
}

} // namespace afterword::update
