#pragma once
/// @file The small parts of what stands under a comment: something to do, and a word about what was done.

#include "afterword/html/template.hpp"
#include "afterword/view/region.hpp"

#include <string>

namespace afterword::view::detail {

inline html::Markup draw_action(const Context &context, const char *action, locale::Message label) {
  return html::draw<R"(<button type="button" class="action" data-action="{}">{}</button>)">(
      std::string(action), context.catalog.say(label));
}

inline html::Markup draw_note(const std::string &words, bool is_problem) {
  return html::draw<R"(<p class="{}">{}</p>)">(std::string(is_problem ? "problem" : "note"), words);
}

} // namespace afterword::view::detail
