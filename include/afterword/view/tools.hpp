#pragma once
/// @file What stands under the comment while it is written: the marks of its syntax, the way to a preview,
/// and whether its draft is safe.

#include "afterword/html/template.hpp"
#include "afterword/model/form.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/view/region.hpp"

#include <cstddef>
#include <iterator>
#include <string>

namespace afterword::view {

/// Whether the draft is kept, and the way to be rid of it; as its region. It stands there empty, too.
inline html::Markup draw_kept(const Context &context, const Form &form) {
  using enum locale::Message;
  html::Markup content;
  const auto offer = [&](locale::Message words, const char *action, locale::Message label) {
    content =
        html::draw<R"(<span>{}</span> <button type="button" class="action" data-action="{}">{}</button>)">(
            context.catalog.say(words), std::string(action), context.catalog.say(label));
  };
  if (!form.discarded.empty())
    offer(draft_discarded, "undo", own_undo);
  else if (form.saved)
    offer(draft_saved, "discard", draft_discard);
  return html::draw<R"(<span class="kept" id="{}.kept">{m}</span>)">(context.id(form.region), content);
}

/// What the comment will look like, as its region; empty while nobody wants to see it.
inline html::Markup draw_preview(const Context &context, const Form &form) {
  using enum locale::Message;
  const std::string id = context.id(form.region);
  if (!form.previewing)
    return html::draw<R"(<div class="preview" id="{}.preview"></div>)">(id);
  html::Markup content = form.preview;
  if (text::trim(form.draft.comment).empty())
    content = html::draw<R"(<p class="note">{}</p>)">(context.catalog.say(preview_empty));
  return html::draw<R"(<div class="preview" id="{}.preview"><section class="content" dir="auto" )"
                    R"(aria-label="{}">{m}</section></div>)">(id, context.catalog.say(preview_title),
                                                              content);
}

/// The tools as their region.
inline html::Markup draw_tools(const Context &context, const Form &form) {
  using enum locale::Message;
  if (!context.writes)
    return detail::draw_no_tools(context, form);
  static constexpr const char *faces[] = {"B", "I", "Link", "</>", "❝"};
  html::Markup marks;
  if (context.syntax != text::Syntax::text)
    for (std::size_t i = 0; i < std::size(text::mark_names); ++i)
      marks += html::draw<
          R"(<button type="button" class="tool" data-mark="{}" title="{}" aria-label="{}">{}</button>)">(
          std::string(text::mark_names[i]), context.catalog.say(tools_bold, i),
          context.catalog.say(tools_bold, i), std::string(faces[i]));
  marks +=
      html::draw<R"(<button type="button" class="tool" data-action="preview" aria-pressed="{}">{}</button>)">(
          std::string(form.previewing ? "true" : "false"), context.catalog.say(preview_show));
  return html::draw<
      R"(<div class="tools" id="{}.tools"><span class="marks" role="group" aria-label="{}">{m}</span>)"
      R"({m}{m}</div>)">(context.id(form.region), context.catalog.say(tools_title), marks,
                         draw_kept(context, form), draw_preview(context, form));
}

} // namespace afterword::view
