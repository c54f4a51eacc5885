#pragma once
/// @file What stands under the comments of the reader's own: how far they have come, and how to change them.

#include "afterword/html/template.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/view/action.hpp"
#include "afterword/view/comment.hpp"
#include "afterword/view/menu.hpp"
#include "afterword/view/region.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace afterword::view {

/// `milliseconds` as minutes and seconds, the last one begun counted: "4:32".
inline std::string clock_time(std::int64_t milliseconds) {
  const auto seconds = static_cast<std::size_t>(milliseconds > 0 ? (milliseconds + 999) / 1000 : 0);
  std::string text = text::decimal(seconds / 60);
  text += seconds % 60 < 10 ? ":0" : ":";
  return text + text::decimal(seconds % 60);
}

/// How long the change of `own` can still be undone, or the comment be changed, as its region; empty where
/// there is no end.
inline html::Markup draw_time_left(const Context &context, const Own &own) {
  using enum locale::Message;
  std::string text;
  if (own.change != Own::Change::none)
    text = own.sending ? std::string() : clock_time(own.undo_until - context.now);
  else if (own.until != 0 && own.is_open(context.now))
    text = context.catalog.say(own_time_left, "time", clock_time(own.until - context.now));
  return html::draw<R"(<span class="time-left" id="{}.time-left">{}</span>)">(
      context.id(comment_region(own.id)), text);
}

namespace detail {

/// A comment that could not be sent yet.
inline html::Markup draw_unsent_footer(const Context &context, const Comment &comment) {
  html::Markup footer;
  for (const Outgoing &outgoing : *context.outgoing)
    if (outgoing.comment == comment.id)
      footer = draw_note(outgoing.words, comment.status == Comment::Status::failed);
  footer += html::draw<R"(<footer class="actions">{m}{m}{m}</footer>)">(
      context.closed ? html::Markup() : draw_action(context, "edit", locale::Message::own_edit),
      draw_action(context, "resend", locale::Message::own_resend),
      draw_action(context, "discard", locale::Message::draft_discard));
  return footer;
}

/// A change that is not sent yet, or on its way.
inline html::Markup draw_change(const Context &context, const Own &own) {
  using enum locale::Message;
  const bool is_edit = own.change == Own::Change::edit;
  const std::string words = context.catalog.say(own.sending ? (is_edit ? own_saving : own_erasing)
                                                            : (is_edit ? own_edited : own_erased));
  return html::draw<R"(<footer class="actions{}"><span class="note">{}</span>{m}{m}</footer>)">(
      std::string(is_edit ? "" : " is-removal"), words,
      own.sending ? html::Markup() : draw_action(context, "undo", own_undo), draw_time_left(context, own));
}

/// The ways to change a comment.
inline html::Markup draw_own_actions(const Context &context, const Own &own) {
  using enum locale::Message;
  html::Markup actions;
  if (context.abilities.edit)
    actions += draw_action(context, "edit", own_edit);
  if (context.abilities.remove)
    actions += draw_action(context, "erase", own_erase);
  actions += draw_time_left(context, own);
  return html::draw<R"(<footer class="actions">{m}</footer>)">(actions);
}

} // namespace detail

/// What stands under any comment, for a reader who writes.
inline html::Markup draw_own_footer(const Context &context, const Comment &comment, const std::string &id) {
  using enum Comment::Status;
  if (comment.status == waiting || comment.status == failed)
    return detail::draw_unsent_footer(context, comment);
  html::Markup footer = detail::draw_footer(context, comment, id);
  if (comment.status != published && comment.status != held)
    return footer;
  for (const Own &own : *context.own) {
    if (own.id != comment.id)
      continue;
    if (own.change != Own::Change::none)
      return detail::draw_change(context, own);
    if (!own.words.empty())
      footer += detail::draw_note(own.words, true);
    if (own.is_open(context.now))
      footer += detail::draw_own_actions(context, own);
  }
  footer += draw_menu(context, comment, id);
  return footer;
}

} // namespace afterword::view
