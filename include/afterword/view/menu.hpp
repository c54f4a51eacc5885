#pragma once
/// @file The menu of a comment: what can be done with it besides answering and voting.

#include "afterword/html/template.hpp"
#include "afterword/view/action.hpp"
#include "afterword/view/region.hpp"

#include <algorithm>
#include <list>
#include <string>

namespace afterword::view {

/// The menu of `comment`, while it is open, and what became of what was chosen.
/// @param id of the comment's element
inline html::Markup draw_menu(const Context &context, const Comment &comment, const std::string &id) {
  using enum locale::Message;
  html::Markup menu;
  if (context.menu != nullptr && *context.menu == comment.id) {
    html::Markup actions = detail::draw_action(context, "copy", menu_copy);
    if (!context.closed)
      actions += detail::draw_action(context, "quote", menu_quote);
    const std::list<std::string> &reported = *context.reported;
    if (context.abilities.report && std::find(reported.begin(), reported.end(), comment.id) == reported.end())
      actions += detail::draw_action(context, "report", menu_report);
    menu = html::draw<R"(<div class="menu actions" id="{}.menu">{m}</div>)">(id, actions);
  }
  if (context.remark != nullptr && context.remark->comment == comment.id)
    menu += detail::draw_note(context.remark->words, context.remark->is_problem);
  return menu;
}

} // namespace afterword::view
