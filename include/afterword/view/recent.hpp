#pragma once
/// @file The latest comments of a site.

#include "afterword/html/paragraphs.hpp"
#include "afterword/html/template.hpp"
#include "afterword/locale/recent.hpp"
#include "afterword/model/recent.hpp"
#include "afterword/text/excerpt.hpp"
#include "afterword/view/comment.hpp"
#include "afterword/view/region.hpp"
#include "afterword/view/status.hpp"

#include <cstddef>
#include <list>
#include <optional>
#include <string>

namespace afterword::view {

/// Code points that are shown of a comment.
inline constexpr std::size_t recent_excerpt = 140;

/// Where a comment stands on its page; nothing if nobody says which that is.
inline std::optional<html::Url> link_to(const Context &context, const RecentComment &recent) {
  if (!recent.address)
    return std::nullopt;
  const std::string place = html::Url::fragment(context.id(comment_region(recent.comment.id))).str();
  return html::Url::check(recent.address->str() + place);
}

/// One comment: who, where, when, and how it begins. Names and titles in another script keep their direction
/// to themselves.
inline html::Markup draw_recent(const Context &context, const RecentComment &recent) {
  const Comment &comment = recent.comment;
  html::Markup about = html::draw<"<bdi>{}</bdi>">(author(context, comment));
  if (const auto link = link_to(context, recent))
    about = html::draw<R"(<a href="{}">{m}</a>)">(*link, about);
  if (!recent.title.empty())
    about += html::draw<R"( <bdi class="title">{}</bdi>)">(recent.title);
  if (!comment.created.empty())
    about += html::draw<R"( <time datetime="{}">{} {} UTC</time>)">(
        comment.created, comment.created.substr(0, 10), comment.created.substr(11, 5));
  return html::draw<
      R"(<li class="recent"><p class="about">{m}</p><p class="excerpt" dir="auto">{}</p></li>)">(
      about, text::excerpt(html::paragraphs(comment.content.str()), recent_excerpt));
}

/// The latest comments, as the region `recent`.
inline html::Markup draw_recent(const Context &context, const locale::RecentWords &words,
                                const std::list<RecentComment> &comments) {
  html::Markup content;
  for (const RecentComment &each : comments)
    content += draw_recent(context, each);
  content = comments.empty() ? html::draw<R"(<p class="empty">{}</p>)">(std::string(words.empty))
                             : html::draw<R"(<ol class="recent-list" role="list">{m}</ol>)">(content);
  return html::draw<R"(<div id="{}" tabindex="-1">{m}</div>)">(context.id("recent"), content);
}

/// The same, while they are not there; or, because they could not be had, with a way to ask again.
inline html::Markup draw_no_recent(const Context &context, bool failed) {
  using enum locale::Message;
  const html::Markup content =
      failed ? html::draw<R"(<div class="failed"><p>{}</p>)"
                          R"(<button type="button" class="secondary" data-action="retry">{}</button></div>)">(
                   context.catalog.say(thread_failed), context.catalog.say(thread_retry))
             : html::draw<R"(<p class="loading">{}</p>)">(context.catalog.say(thread_loading));
  return html::draw<R"(<div id="{}" tabindex="-1">{m}</div>)">(context.id("recent"), content);
}

/// All of the widget around the region `recent`.
inline html::Markup draw_recent_widget(const Context &context, const locale::RecentWords &words,
                                       const html::Markup &recent) {
  return html::draw<R"(<div class="afterword" id="{}" lang="{}" dir="{}">{m})"
                    R"(<section class="recent-section" aria-label="{}">{m}</section></div>)">(
      context.id("afterword"), std::string(context.catalog.language), std::string(context.catalog.direction),
      draw_live_regions(context), std::string(words.title), recent);
}

} // namespace afterword::view
