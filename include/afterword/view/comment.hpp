#pragma once
/// @file One comment.

#include "afterword/html/markup.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/view/region.hpp"

#include <string>

namespace afterword::view {

/// The name that a comment is shown under.
inline std::string author(const Context &context, const Comment &comment) {
  return comment.name.empty() ? context.catalog.say(locale::Message::comment_anonymous) : comment.name;
}

namespace detail {

inline void draw_author(html::Builder &out, const Context &context, const Comment &comment) {
  const std::string region = comment_region(comment.id);
  out.open("span").attribute("class", "author").attribute("id", context.id(region + ".author"));
  if (comment.website)
    out.open("a").attribute("href", *comment.website).attribute("rel", "nofollow ugc noopener");
  // A name in another script must not turn the line around: bdi keeps it to itself.
  out.element("bdi", author(context, comment));
  if (comment.website)
    out.close();
  out.close();
}

inline void draw_time(html::Builder &out, const Context &context, const Comment &comment) {
  if (comment.created.empty())
    return;
  out.open("a").attribute("class", "permalink");
  if (comment.permalink)
    out.attribute("href", *comment.permalink);
  else
    out.attribute("href", html::Url::fragment(context.id(comment_region(comment.id))));
  // "2026-11-24 10:00 UTC": right everywhere; the host puts it into the reader's words and zone.
  std::string text = comment.created.substr(0, 16) + " UTC";
  text[10] = ' ';
  out.open("time").attribute("datetime", comment.created).text(text).close();
  out.close();
}

} // namespace detail

/// The comment as its region. Whether it can be answered depends on the page and on its state.
inline html::Markup draw_comment(const Context &context, const Comment &comment) {
  using enum locale::Message;
  const std::string region = comment_region(comment.id);
  const bool is_held = comment.status == Comment::Status::held;
  const bool is_sending = comment.status == Comment::Status::sending;
  html::Builder out;
  out.open("article");
  out.attribute("class", is_held ? "comment is-held" : is_sending ? "comment is-sending" : "comment");
  out.attribute("id", context.id(region)).attribute("data-comment", comment.id);
  out.attribute("aria-labelledby", context.id(region + ".author")).attribute("tabindex", "-1");
  out.open("header").attribute("class", "comment-header");
  detail::draw_author(out, context, comment);
  detail::draw_time(out, context, comment);
  out.close();
  if (is_held || is_sending)
    out.open("p").attribute("class", "note").text(context.catalog.say(is_held ? comment_held : comment_sending)).close();
  out.open("div").attribute("class", "content").attribute("dir", "auto").markup(comment.content).close();
  if (!is_held && !is_sending && !context.closed) {
    out.open("footer").attribute("class", "actions");
    out.open("button").attribute("type", "button").attribute("class", "action").attribute("data-action", "reply");
    out.attribute("id", context.id(region + ".reply"));
    out.attribute("aria-label", context.catalog.say(comment_reply_to, {{"name", author(context, comment)}}));
    out.text(context.catalog.say(comment_reply));
  }
  return std::move(out).finish();
}

} // namespace afterword::view
