#pragma once
/// @file What is said rather than shown, and what is said when nothing else can be drawn.

#include "afterword/html/template.hpp"
#include "afterword/view/region.hpp"

namespace afterword::view {

/// The two live regions. They are there from the first drawing on: assistive technology only listens to a
/// live region that it has met before.
/// @see https://www.w3.org/TR/WCAG22/#status-messages
inline html::Markup draw_live_regions(const Context &context) {
  return html::draw<R"(<div class="visually-hidden" id="{}" role="status"></div>)"
                    R"(<div class="visually-hidden" id="{}" role="alert"></div>)">(context.id("status"),
                                                                                   context.id("alert"));
}

/// In place of the comment form: the page takes no more comments.
inline html::Markup draw_closed(const Context &context) {
  return html::draw<R"(<p class="closed" id="{}">{}</p>)">(
      context.id("form"), context.catalog.say(locale::Message::thread_closed));
}

} // namespace afterword::view
