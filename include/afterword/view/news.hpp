#pragma once
/// @file The way to the comments that came while the thread was read.

#include "afterword/html/template.hpp"
#include "afterword/view/region.hpp"

#include <cstddef>

namespace afterword::view {

/// "3 new comments", as its region; empty while there are none.
inline html::Markup draw_news(const Context &context, std::size_t count) {
  html::Markup button;
  if (count != 0)
    button = html::draw<R"(<button type="button" class="news-button" data-action="news">{}</button>)">(
        context.catalog.count(locale::Message::news_count, count));
  return html::draw<R"(<div class="news" id="{}">{m}</div>)">(context.id("news"), button);
}

} // namespace afterword::view
