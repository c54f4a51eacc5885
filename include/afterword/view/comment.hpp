#pragma once
/// @file One comment.

#include "afterword/html/template.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/view/region.hpp"

#include <cstddef>
#include <string>

namespace afterword::view {

/// The name that a comment is shown under.
inline std::string author(const Context &context, const Comment &comment) {
  return comment.name.empty() ? context.catalog.say(locale::Message::comment_anonymous) : comment.name;
}

namespace detail {

/// Who and when. A name in another script must not turn the line around: bdi keeps it to itself. The date
/// reads "2026-11-24 10:00 UTC", which is right everywhere; the host puts it into the reader's words and
/// zone.
inline html::Markup draw_header(const Context &context, const Comment &comment, const std::string &id) {
  html::Markup name = html::draw<"<bdi>{}</bdi>">(author(context, comment));
  if (comment.website)
    name = html::draw<R"(<a href="{}" rel="nofollow ugc noopener">{m}</a>)">(*comment.website, name);
  html::Markup time;
  if (!comment.created.empty())
    time = html::draw<R"(<a class="permalink" href="{}"><time datetime="{}">{} {} UTC</time></a>)">(
        html::Url::fragment(id), comment.created, comment.created.substr(0, 10),
        comment.created.substr(11, 5));
  return html::draw<
      R"(<header class="comment-header"><span class="author" id="{}.author">{m}</span>{m}</header>)">(
      id, name, time);
}

/// What became of one's own comment, or the way to answer somebody's. Comments that wait or failed are drawn
/// by those who write alone.
inline html::Markup draw_footer(const Context &context, const Comment &comment, const std::string &id) {
  using enum locale::Message;
  if (comment.status != Comment::Status::published)
    return html::draw<R"(<p class="note">{}</p>)">(
        context.catalog.say(comment_held, static_cast<std::size_t>(comment.status) - 1));
  if (context.closed || comment.unnamed)
    return {};
  return html::draw<R"(<footer class="actions"><button type="button" class="action" id="{}.reply" )"
                    R"(data-action="reply" aria-label="{}">{}</button></footer>)">(
      id, context.catalog.say(comment_reply_to, "name", author(context, comment)),
      context.catalog.say(comment_reply));
}

} // namespace detail

/// The comment as its region. Whether it can be answered depends on the page and on its state.
inline html::Markup draw_comment(const Context &context, const Comment &comment) {
  const std::string id = context.id(comment_region(comment.id));
  static constexpr const char *states[] = {
      "", " is-held", " is-sending", " is-held", " is-deleted", " is-sending", " is-failed"};
  const std::string state = states[static_cast<std::size_t>(comment.status)];
  return html::draw<R"(<article class="comment{}" id="{}" data-comment="{}" aria-labelledby="{}.author" )"
                    R"(tabindex="-1">{m}<div class="content" dir="auto">{m}</div>{m}</article>)">(
      state, id, comment.id, id, detail::draw_header(context, comment, id),
      comment.status == Comment::Status::deleted ? html::Markup() : comment.content,
      (context.footer != nullptr ? context.footer : detail::draw_footer)(context, comment, id));
}

} // namespace afterword::view
