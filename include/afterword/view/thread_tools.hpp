#pragma once
/// @file What stands beside the heading of a thread: its order, and the search.

#include "afterword/html/template.hpp"
#include "afterword/view/region.hpp"
#include "afterword/view/thread.hpp"

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>

namespace afterword::view {

/// The choice of an order; none, where there is none to choose.
inline html::Markup draw_sort(const Context &context, const Sorts &sorts, std::optional<Sort> chosen) {
  html::Markup options;
  std::size_t count = 0;
  for (std::size_t i = 0; i < sorts.size(); ++i) {
    if (!sorts[i])
      continue;
    ++count;
    const bool is_chosen = chosen && static_cast<std::size_t>(*chosen) == i;
    options += html::draw<R"(<option value="{}" ?selected="{}">{}</option>)">(
        std::string(sort_names[i]), std::string(is_chosen ? "selected" : ""),
        context.catalog.say(locale::Message::sort_oldest, i));
  }
  if (count < 2 || !chosen)
    return {};
  return html::draw<
      R"(<label class="sort" id="{}"><span>{}</span> <select name="sort" id="{}">{m}</select></label>)">(
      context.id("thread-sort"), context.catalog.say(locale::Message::sort_title),
      context.id("thread-sort.choice"), options);
}

/// The tools of the thread as their region; empty while there is nothing to sort and to search.
inline html::Markup draw_thread_tools(const Context &context, const Sorts &sorts, std::optional<Sort> chosen,
                                      bool empty) {
  if (empty)
    return draw_no_thread_tools(context, true);
  return html::draw<
      R"(<div class="thread-tools is-reserved" id="{}">{m}<input class="search" type="search" name="search" id="{}" )"
      R"(aria-label="{}" placeholder="{}" autocomplete="off" enterkeyhint="search"/></div>)">(
      context.id("thread-tools"), draw_sort(context, sorts, chosen), context.id("thread-search"),
      context.catalog.say(locale::Message::search_title), context.catalog.say(locale::Message::search_hint));
}

} // namespace afterword::view
