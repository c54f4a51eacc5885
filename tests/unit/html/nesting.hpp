#pragma once
/// @file Which element may stand in which, so that a parser builds exactly the tree that the tags spell.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody

#include "afterword/text/words.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace grammar {

/// The elements that are open, from the outside in.
using OpenElements = std::vector<std::string_view>;

/// Whether text may stand here: in a table only cells and captions hold any.
inline bool may_hold_text(const OpenElements &open) {
  return open.empty() || !afterword::text::is_among("table thead tbody tr", open.back());
}

/// Why a parser would not put `element` where it stands; nothing if it would.
inline std::string_view misplaced(const OpenElements &open, std::string_view element) {
  using afterword::text::is_among;
  const std::string_view parent = open.empty() ? std::string_view() : open.back();
  const std::string_view children = parent == "table"                        ? "caption thead tbody"
                                    : parent == "thead" || parent == "tbody" ? "tr"
                                    : parent == "tr"                         ? "td th"
                                                                             : "";
  const bool is_part = is_among("caption thead tbody tr td th", element);
  if ((is_part || !children.empty()) && !is_among(children, element))
    return "a part of a table in the wrong place: ";
  const bool is_block = is_among("blockquote hr li ol p pre table ul", element);
  bool may_be_ended = element == "li"; // until something on the way out holds the item before
  for (std::size_t i = open.size(); i-- > 0;) {
    if (is_among("caption td th", open[i]))
      break;
    if (is_block && open[i] == "p")
      return "ends the paragraph that it stands in: ";
    if (may_be_ended && open[i] == "li")
      return "ends the item that it stands in: ";
    may_be_ended = may_be_ended && !is_among("blockquote ol pre table ul", open[i]);
  }
  const bool is_in_link = std::find(open.begin(), open.end(), "a") != open.end();
  return element == "a" && is_in_link ? "a link in a link: " : "";
}

} // namespace grammar
