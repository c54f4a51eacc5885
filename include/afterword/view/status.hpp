#pragma once
/// @file What is said rather than shown, and what is said when nothing else can be drawn.

#include "afterword/html/markup.hpp"
#include "afterword/view/region.hpp"

namespace afterword::view {

/// The two live regions. They are there from the first drawing on: assistive technology only listens to a live region
/// that it has met before.
/// @see https://www.w3.org/TR/WCAG22/#status-messages
inline void draw_live_regions(html::Builder &out, const Context &context) {
  out.open("div").attribute("class", "visually-hidden").attribute("id", context.id("status"));
  out.attribute("role", "status").close();
  out.open("div").attribute("class", "visually-hidden").attribute("id", context.id("alert"));
  out.attribute("role", "alert").close();
}

/// In place of the comment form: the page takes no more comments.
inline html::Markup draw_closed(const Context &context) {
  html::Builder out;
  out.open("p").attribute("class", "closed").attribute("id", context.id("form"));
  out.text(context.catalog.say(locale::Message::thread_closed));
  return std::move(out).finish();
}

} // namespace afterword::view
