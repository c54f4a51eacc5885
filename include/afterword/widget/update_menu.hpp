#pragma once
/// @file The menu of a comment: its link, a quotation of it, a report of it.

#include "afterword/backend/errors.hpp"
#include "afterword/html/paragraphs.hpp"
#include "afterword/text/escape.hpp"
#include "afterword/text/selection.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/update_form.hpp"
#include "afterword/widget/update_remark.hpp"
#include "afterword/widget/update_vote.hpp"

#include <string>
#include <utility>

namespace afterword::update {

/// Opens the menu of `comment`, or closes it; no other is open then.
inline void toggle_menu(State &state, Frame &frame, const std::string &comment) {
  const std::string before = std::exchange(state.menu, state.menu == comment ? std::string() : comment);
  forget_remark(state, frame);
  if (!before.empty() && before != comment)
    draw_comment(state, frame, before);
  draw_comment(state, frame, comment);
}

namespace detail {

/// What was chosen in the menu of `comment` is done: the menu goes, and the focus to where it came from.
inline void close_menu(State &state, Frame &frame, const std::string &comment) {
  if (std::exchange(state.menu, {}).empty())
    return;
  draw_comment(state, frame, comment);
  frame.focus(view::comment_region(comment) + ".more");
}

inline std::string link_to(const State &state, const std::string &comment) {
  return state.config.address + "#" + state.context().id(view::comment_region(comment));
}

} // namespace detail

/// "Copy link".
inline void copy(State &state, Frame &frame, const std::string &comment) {
  if (state.thread.find(comment) == Thread::none)
    return;
  detail::close_menu(state, frame, comment);
  frame.copy(comment, detail::link_to(state, comment));
}

/// The link is on the clipboard, or must be copied by hand.
inline void receive_copied(State &state, Frame &frame, const std::string &comment, bool copied) {
  using enum locale::Message;
  if (state.thread.find(comment) != Thread::none)
    remark(state, frame, comment,
           copied ? state.catalog->say(menu_copied)
                  : state.catalog->say(menu_not_copied, "link", detail::link_to(state, comment)));
}

/// Puts `text`, of `comment`, as a quotation into the form of a reply to it.
inline void insert_quotation(State &state, Frame &frame, const std::string &comment, std::string text) {
  Form *form = state.find_form(view::form_region(comment));
  text = text::trim(text);
  if (form == nullptr || !form->open || text.empty())
    return;
  text::Selection selection;
  selection.before = form->draft.comment;
  if (!selection.before.empty() && !selection.before.ends_with('\n'))
    selection.before += "\n\n";
  const bool is_html = state.syntax == text::Syntax::html;
  if (is_html)
    text::append_escaped(selection.selected, text);
  else
    selection.selected = std::move(text);
  // In plain text the marks of Markdown are what people have always quoted with.
  selection = text::mark(std::move(selection), text::Mark::quote,
                         is_html ? text::Syntax::html : text::Syntax::markdown);
  selection.before += selection.selected + selection.after + "\n\n";
  selection.selected.clear();
  selection.after.clear();
  frame.insert_text(form->region, std::move(selection));
}

/// "Quote": the form of a reply opens, with what is selected of the comment in it, or all of it.
inline void quote(State &state, Frame &frame, const std::string &comment, std::string text) {
  const Thread::Index index = state.thread.find(comment);
  if (index == Thread::none || state.context().closed)
    return;
  detail::close_menu(state, frame, comment);
  if (text::trim(text).empty())
    text = html::paragraphs(state.thread[index].content.str());
  reply(state, frame, comment);
  insert_quotation(state, frame, comment, std::move(text));
}

/// "Report".
inline void report(State &state, Frame &frame, const Event &event) {
  if (!state.knows_voter)
    return state.held.push_back(event);
  const Thread::Index index = state.thread.find(event.comment);
  if (index == Thread::none || !state.abilities.report || state.is_reported(event.comment))
    return;
  detail::name_voter(state, frame, event.key);
  state.reported.push_back(event.comment);
  detail::close_menu(state, frame, event.comment);
  Pending pending{Pending::Kind::report};
  pending.comment = event.comment;
  send(state, frame, std::move(pending));
}

/// A report was answered.
inline void receive_report(State &state, Frame &frame, Pending &pending, const backend::Response &response) {
  using enum locale::Message;
  backend::Failure failure = backend::check_reply(state.recipe, backend::Reply(response));
  if (send_again(state, frame, pending, failure))
    return;
  if (!failure || failure.kind == backend::Failure::Kind::duplicate)
    return remark(state, frame, pending.comment, state.catalog->say(menu_reported));
  state.reported.remove(pending.comment);
  remark(state, frame, pending.comment,
         state.catalog->say(failure.kind == backend::Failure::Kind::login ? vote_login : report_failed),
         true);
  tell(frame, "report", failure);
}

} // namespace afterword::update
