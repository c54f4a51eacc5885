#pragma once
/// @file One comment.

#include "afterword/html/template.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/text/utf8.hpp"
#include "afterword/view/avatar.hpp"
#include "afterword/view/region.hpp"

#include <cstddef>
#include <string>

namespace afterword::view {

/// The name that a comment is shown under.
inline std::string author(const Context &context, const Comment &comment) {
  return comment.name.empty() ? context.catalog.say(locale::Message::comment_anonymous) : comment.name;
}

namespace detail {

inline html::Markup draw_badge(const Context &context, locale::Message words) {
  return html::draw<R"(<span class="badge">{}</span>)">(context.catalog.say(words));
}

/// Whom a comment answers that stands too deep to be indented below it. The name keeps its direction to
/// itself.
/// @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
inline html::Markup draw_in_reply_to(const Context &context, const Comment &comment) {
  const Thread::Index index = context.thread != nullptr ? context.thread->find(comment.id) : Thread::none;
  if (index == Thread::none || context.thread->depth(index) <= levels(context))
    return {};
  const Comment &parent = (*context.thread)[context.thread->parent(index)];
  std::string name;
  text::append(name, 0x2068); // FIRST STRONG ISOLATE
  name += author(context, parent);
  text::append(name, 0x2069); // POP DIRECTIONAL ISOLATE
  return html::draw<R"(<a class="in-reply-to" href="{}">{}</a>)">(
      html::Url::fragment(context.id(comment_region(parent.id))),
      context.catalog.say(locale::Message::comment_in_reply_to, "name", name));
}

/// Who and when. A name in another script must not turn the line around: bdi keeps it to itself. The date
/// reads "2026-11-24 10:00 UTC", which is right everywhere; the host puts it into the reader's words and
/// zone.
inline html::Markup draw_header(const Context &context, const Comment &comment, const std::string &id) {
  html::Markup name = html::draw<"<bdi>{}</bdi>">(author(context, comment));
  if (comment.website)
    name = html::draw<R"(<a href="{}" rel="nofollow ugc noopener">{m}</a>)">(*comment.website, name);
  html::Markup about;
  using enum locale::Message;
  if (comment.author)
    about += draw_badge(context, comment_author);
  if (comment.moderator)
    about += draw_badge(context, comment_moderator);
  if (comment.pinned)
    about += draw_badge(context, comment_pinned);
  if (!comment.created.empty())
    about += html::draw<R"(<a class="permalink" href="{}"><time datetime="{}">{} {} UTC</time></a>)">(
        html::Url::fragment(id), comment.created, comment.created.substr(0, 10),
        comment.created.substr(11, 5));
  about += draw_in_reply_to(context, comment);
  return html::draw<
      R"(<header class="comment-header">{m}<span class="author" id="{}.author">{m}</span>{m}</header>)">(
      draw_avatar(context, comment, author(context, comment)), id, name, about);
}

/// A vote: what it is, how many think so, and whether the reader does. Where there are two, arrows tell them
/// apart; what is read aloud is a word.
inline html::Markup draw_vote(const Context &context, const Comment &comment, Vote vote) {
  const bool is_like = vote == Vote::like;
  const std::size_t votes = is_like ? comment.likes : comment.dislikes;
  return html::draw<
      R"(<button type="button" class="action vote" data-action="vote" data-value="{}" )"
      R"(aria-pressed="{}"><span aria-hidden="true">{}</span><span class="visually-hidden">{}</span> )"
      R"({}</button>)">(
      std::string(is_like ? "like" : "dislike"), std::string(comment.vote == vote ? "true" : "false"),
      std::string(!is_like                    ? "▼"
                  : context.abilities.dislike ? "▲"
                                              : "♥\uFE0E"),
      context.catalog.say(is_like ? locale::Message::comment_like : locale::Message::comment_dislike),
      votes != 0 ? context.catalog.number(votes) : std::string());
}

/// What became of one's own comment, or the way to answer somebody's. Comments that wait or failed are drawn
/// by those who write alone.
inline html::Markup draw_footer(const Context &context, const Comment &comment, const std::string &id) {
  using enum locale::Message;
  if (comment.status != Comment::Status::published)
    return html::draw<R"(<p class="note">{}</p>)">(
        context.catalog.say(comment_held, static_cast<std::size_t>(comment.status) - 1));
  if (comment.unnamed)
    return {};
  html::Markup actions;
  if (!context.closed)
    actions = html::draw<R"(<button type="button" class="action" id="{}.reply" )"
                         R"(data-action="reply" aria-label="{}">{}</button>)">(
        id, context.catalog.say(comment_reply_to, "name", author(context, comment)),
        context.catalog.say(comment_reply));
  if (context.abilities.like)
    actions += draw_vote(context, comment, Vote::like);
  if (context.abilities.dislike)
    actions += draw_vote(context, comment, Vote::dislike);
  const bool is_open = context.menu != nullptr && *context.menu == comment.id;
  actions += html::draw<R"(<button type="button" class="action" id="{}.more" data-action="menu" )"
                        R"(aria-expanded="{}" aria-label="{}">⋯</button>)">(
      id, std::string(is_open ? "true" : "false"), context.catalog.say(comment_more));
  return html::draw<R"(<footer class="actions">{m}</footer>)">(actions);
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
