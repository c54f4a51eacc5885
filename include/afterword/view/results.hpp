#pragma once
/// @file What a search has found.

#include "afterword/html/template.hpp"
#include "afterword/text/fold.hpp"
#include "afterword/text/utf8.hpp"
#include "afterword/view/comment.hpp"
#include "afterword/view/region.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace afterword::view {

/// Bytes of text around what was found, at most, on each side.
inline constexpr std::size_t excerpt_margin = 90;

/// Results that are shown, at most: who has that many will rather look for something else.
inline constexpr std::size_t most_results = 50;

/// The part of `text` around the first place that, folded, says `query`, which is folded and marked; without
/// that place, its beginning. Letters keep their length in bytes when they are folded, so places in one are
/// places in the other; where they did not, nothing would be marked.
inline html::Markup draw_excerpt(const std::string &text, const std::string &query) {
  const std::string folded = text::fold(text);
  std::size_t at = folded.size() == text.size() ? folded.find(query) : std::string::npos;
  const std::size_t size = at == std::string::npos ? 0 : query.size();
  at = size == 0 ? 0 : at;
  const std::size_t start = text::whole(text, at > excerpt_margin ? at - excerpt_margin : 0);
  const std::size_t end = text::whole(text, std::min(at + size + excerpt_margin, text.size()));
  const std::string before = (start > 0 ? "…" : "") + text.substr(start, at - start);
  const std::string after = text.substr(at + size, end - at - size) + (end < text.size() ? "…" : "");
  return html::draw<R"(<p class="excerpt" dir="auto">{}{m}{}</p>)">(
      before, size == 0 ? html::Markup() : html::draw<"<mark>{}</mark>">(text.substr(at, size)), after);
}

/// One comment that was found, as a link to it.
inline html::Markup draw_result(const Context &context, const Comment &comment, const std::string &text,
                                const std::string &query) {
  return html::draw<R"(<li class="result"><a href="{}"><bdi>{}</bdi></a>{m}{m}</li>)">(
      html::Url::fragment(context.id(comment_region(comment.id))), author(context, comment),
      comment.created.empty()
          ? html::Markup()
          : html::draw<R"( <time datetime="{}">{}</time>)">(comment.created, comment.created.substr(0, 10)),
      draw_excerpt(text, query));
}

/// What was found, as its region; empty while nobody searches.
/// @param count of all that was found; `results` are the first of these
/// @param has_more comments that are not loaded, and so were not searched
inline html::Markup draw_results(const Context &context, const std::string &query, std::size_t count,
                                 const html::Markup &results, bool has_more) {
  using enum locale::Message;
  html::Markup content;
  if (!query.empty()) {
    content = html::draw<R"(<p class="note">{}</p><ol class="result-list" role="list">{m}</ol>)">(
        count == 0 ? context.catalog.say(search_none) : context.catalog.count(search_found, count), results);
    if (has_more)
      content += html::draw<R"(<button type="button" class="secondary" data-action="search">{}</button>)">(
          context.catalog.say(search_more));
  }
  return html::draw<R"(<div class="results" id="{}">{m}</div>)">(context.id("results"), content);
}

} // namespace afterword::view
