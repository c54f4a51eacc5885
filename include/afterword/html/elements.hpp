#pragma once
/// @file The allow-list: which elements written by others may stand in a comment, and how they nest.

#include "afterword/html/names.hpp"

#include <cstdint>
#include <string_view>

namespace afterword::html {

/// How an element nests; what a parser would do to it, the sanitizer must do first.
enum class Kind : std::uint8_t {
  phrase,    ///< runs within a line: em, code ...
  link,      ///< a: the same, but links do not nest
  block,     ///< begins a block, and so ends an open paragraph
  pre,       ///< the same; a line feed right after its tag does not count
  paragraph, ///< p
  item,      ///< li: ends the item before it
  table,     ///< table
  caption,   ///< caption
  section,   ///< thead, tbody
  row,       ///< tr
  cell,      ///< th, td
  void_,     ///< br: no content
  rule,      ///< hr: none either, and it begins a block
};

/// One row of the allow-list: an element as it comes in, and as it goes out.
struct Element {
  const char *tag;
  ElementName name;
  Kind kind;
};

/// Elements that may stay. Old names become their modern ones.
inline constexpr Element elements[] = {
    {"a", "a", Kind::link},
    {"abbr", "abbr", Kind::phrase},
    {"acronym", "abbr", Kind::phrase},
    {"b", "b", Kind::phrase},
    {"blockquote", "blockquote", Kind::block},
    {"br", "br", Kind::void_},
    {"caption", "caption", Kind::caption},
    {"cite", "cite", Kind::phrase},
    {"code", "code", Kind::phrase},
    {"del", "del", Kind::phrase},
    {"em", "em", Kind::phrase},
    {"hr", "hr", Kind::rule},
    {"i", "i", Kind::phrase},
    {"kbd", "kbd", Kind::phrase},
    {"li", "li", Kind::item},
    {"ol", "ol", Kind::block},
    {"p", "p", Kind::paragraph},
    {"pre", "pre", Kind::pre},
    {"q", "q", Kind::phrase},
    {"s", "s", Kind::phrase},
    {"strike", "s", Kind::phrase},
    {"strong", "strong", Kind::phrase},
    {"sub", "sub", Kind::phrase},
    {"sup", "sup", Kind::phrase},
    {"table", "table", Kind::table},
    {"tbody", "tbody", Kind::section},
    {"td", "td", Kind::cell},
    {"th", "th", Kind::cell},
    {"thead", "thead", Kind::section},
    {"tr", "tr", Kind::row},
    {"ul", "ul", Kind::block},
};

/// The allow-list's row for `tag` (lower case), or nullptr.
constexpr const Element *find_element(std::string_view tag) noexcept {
  for (const Element &element : elements)
    if (tag.starts_with(*element.tag) && tag == element.tag)
      return &element;
  return nullptr;
}

/// Elements that a parser reads as raw text, or in another language: they go, with all that they hold.
/// @see https://html.spec.whatwg.org/multipage/syntax.html#elements-2
constexpr bool is_dropped_whole(std::string_view tag) noexcept {
  return text::is_among("script style svg math iframe noembed noframes noscript xmp textarea title template "
                        "select plaintext",
                        tag);
}

/// Whether the content of `tag` is text in which no tag begins, but its own end tag.
constexpr bool is_raw_text(std::string_view tag) noexcept {
  return is_dropped_whole(tag) && !text::is_among("svg math template select", tag);
}

/// Elements of another language than HTML.
constexpr bool is_foreign_content(std::string_view tag) noexcept {
  return tag == "svg" || tag == "math";
}

/// Elements of those languages that hold HTML again.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#html-integration-point
constexpr bool is_html_island(std::string_view tag) noexcept {
  return text::is_among("foreignobject desc title annotation-xml mi mo mn ms mtext", tag);
}

/// Elements of HTML that end foreign content wherever they begin in it.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
constexpr bool breaks_out(std::string_view tag) noexcept {
  return text::is_among(
      "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing "
      "menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var",
      tag);
}

/// h1 to h6: a comment has no outline, so they become a strong paragraph.
constexpr bool is_heading(std::string_view tag) noexcept {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

/// Containers that the allow-list does not know, but whose borders end a line.
constexpr bool is_block_container(std::string_view tag) noexcept {
  return text::is_among("div section article aside header footer main nav address figure figcaption details "
                        "summary fieldset form dl dt dd center hgroup",
                        tag);
}

} // namespace afterword::html
