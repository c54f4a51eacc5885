#pragma once
/// @file The preview: what a comment will look like, as the backend would show it.

#include "afterword/backend/success.hpp"
#include "afterword/html/format.hpp"
#include "afterword/html/format_html.hpp"
#include "afterword/html/sanitizer.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/view/tools.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/send.hpp"

#include <string>
#include <utility>

namespace afterword::update {

/// `text` as markup, as well as can be done without Markdown.
inline html::Markup format(const State &state, const std::string &text) {
  return state.syntax == text::Syntax::html ? html::format_html(text) : html::format_text(text);
}

/// Has the host draw the Markdown `text` of the comment `id`, which is not the backend's yet.
inline void format_later(const State &state, Frame &frame, const std::string &id, const std::string &text) {
  if (state.syntax == text::Syntax::markdown && !id.empty())
    frame.preview(view::comment_region(id), text);
}

namespace detail {

inline void draw_preview(const State &state, Frame &frame, const Form &form) {
  frame.replace(form.region + ".preview", view::draw_preview(state.context(), form));
}

/// Shows what this side knows to make of the text: Markdown is the host's part.
inline void preview_here(State &state, Frame &frame, Form &form) {
  if (state.syntax == text::Syntax::markdown)
    return frame.preview(form.region, form.previewed);
  form.preview = format(state, form.previewed);
  draw_preview(state, frame, form);
}

} // namespace detail

/// Brings the preview of `form` up to date, if it is shown, and shows something else.
inline void show_preview(State &state, Frame &frame, Form &form) {
  if (!form.open || !form.previewing || form.previewed == form.draft.comment)
    return;
  form.previewed = form.draft.comment;
  if (text::trim(form.previewed).empty()) {
    form.preview = {};
    return detail::draw_preview(state, frame, form);
  }
  if (state.recipe.at("/preview") == nullptr)
    return detail::preview_here(state, frame, form);
  Pending pending{Pending::Kind::preview};
  pending.form = form.region;
  pending.comment = form.previewed;
  send(state, frame, std::move(pending));
}

/// "Preview": shows it, or hides it.
inline void toggle_preview(State &state, Frame &frame, Form &form, const Values &values) {
  take(form.draft, values);
  form.previewing = !form.previewing;
  form.previewed.clear();
  form.preview = {};
  frame.replace(form.region + ".tools", view::draw_tools(state.context(), form));
  show_preview(state, frame, form);
}

/// The backend drew a preview, or could not: then it is drawn here.
inline void receive_preview(State &state, Frame &frame, const Pending &pending,
                            const backend::Response &response) {
  Form *form = state.find_form(pending.form);
  if (form == nullptr || form->previewed != pending.comment)
    return;
  std::string content;
  if (const backend::Failure failure =
          backend::read_value(state.recipe, response, "/preview/reply/content", content)) {
    tell(frame, "preview", failure);
    return detail::preview_here(state, frame, *form);
  }
  form->preview = html::sanitize(content, state.config.images);
  detail::draw_preview(state, frame, *form);
}

/// The host drew Markdown, or could not.
inline void receive_markdown(const State &state, Frame &frame, Form &form, const Event &event) {
  if (!form.previewing || form.previewed != event.source)
    return;
  form.preview =
      event.stored
          ? html::sanitize(*event.stored, state.config.images)
          : html::draw<R"(<p class="note">{}</p>)">(state.catalog->say(locale::Message::preview_failed));
  detail::draw_preview(state, frame, form);
}

/// The same of a comment that is not the backend's yet. Without the host's answer it stands there as it was
/// written.
inline void receive_formatted(State &state, Frame &frame, const Event &event) {
  const auto format = [&](const std::string &id, const std::string &text) {
    const Thread::Index index = state.thread.find(id);
    if (index == Thread::none || text != event.source || view::comment_region(id) != event.form)
      return;
    state.thread[index].content = html::sanitize(*event.stored, state.config.images);
    draw_comment(state, frame, index);
  };
  if (!event.stored)
    return;
  for (const Outgoing &outgoing : state.outgoing)
    format(outgoing.comment, outgoing.draft.comment);
  for (const Own &own : state.own)
    if (own.change == Own::Change::edit)
      format(own.id, own.text);
}

} // namespace afterword::update
