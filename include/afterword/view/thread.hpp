#pragma once
/// @file The thread: its heading, its state, and its branches, which indent to a depth and no further.

#include "afterword/html/markup.hpp"
#include "afterword/model/thread.hpp"
#include "afterword/view/comment.hpp"
#include "afterword/view/region.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace afterword::view {

/// How far the list has come.
enum class ThreadState : std::uint8_t { loading, loaded, failed };

/// Levels of indentation: at least one, and few enough for a browser and for this code to nest.
inline std::size_t levels(const Context &context) noexcept {
  return std::clamp<std::size_t>(context.config.depth, 1, 10);
}

/// The comment in whose list of replies `index` is drawn; `none` at the top level. For what is too deep to indent it is
/// not the parent, but the last ancestor that still indents.
inline Thread::Index holder(const Context &context, const Thread &thread, Thread::Index index) {
  index = thread.parent(index);
  while (index != Thread::none && thread.depth(index) >= levels(context))
    index = thread.parent(index);
  return index;
}

inline html::Markup draw_branch(const Context &context, const Thread &thread, Thread::Index index);

/// The list of replies to `index`, as its region. Its last level holds all that is deeper, in reading order.
inline html::Markup draw_replies(const Context &context, const Thread &thread, Thread::Index index) {
  html::Builder out;
  out.open("ol").attribute("class", "replies").attribute("id", context.id(replies_region(thread[index].id)));
  out.attribute("role", "list");
  if (thread.depth(index) + 1 < levels(context)) {
    for (const Thread::Index child : thread.children(index))
      out.markup(draw_branch(context, thread, child));
  } else {
    for (Thread::Index i = thread.next(index, index); i != Thread::none; i = thread.next(i, index))
      out.markup(draw_branch(context, thread, i));
  }
  return std::move(out).finish();
}

/// A comment with its replies, as its region.
inline html::Markup draw_branch(const Context &context, const Thread &thread, Thread::Index index) {
  html::Builder out;
  out.open("li").attribute("class", "branch").attribute("id", context.id(branch_region(thread[index].id)));
  out.markup(draw_comment(context, thread[index]));
  if (!thread.children(index).empty() && thread.depth(index) < levels(context))
    out.markup(draw_replies(context, thread, index));
  return std::move(out).finish();
}

/// The heading over the thread.
inline html::Markup draw_thread_title(const Context &context, std::size_t total) {
  using enum locale::Message;
  html::Builder out;
  out.open("h2").attribute("class", "heading").attribute("id", context.id("thread-title"));
  out.attribute("tabindex", "-1");
  out.text(total == 0 ? context.catalog.say(thread_title) : context.catalog.count(comment_count, total));
  return std::move(out).finish();
}

/// What stands under the heading while there are no comments to show, or besides them.
inline html::Markup draw_thread_state(const Context &context, ThreadState state, bool empty) {
  using enum locale::Message;
  html::Builder out;
  out.open("div").attribute("class", "thread-state").attribute("id", context.id("thread-state"));
  if (state == ThreadState::loading) {
    out.open("p").attribute("class", "loading").text(context.catalog.say(thread_loading)).close();
  } else if (state == ThreadState::failed) {
    out.open("div").attribute("class", "failed").element("p", context.catalog.say(thread_failed));
    out.open("button").attribute("type", "button").attribute("class", "secondary");
    out.attribute("data-action", "retry").text(context.catalog.say(thread_retry)).close();
  } else if (empty && !context.closed) {
    out.open("p").attribute("class", "empty").text(context.catalog.say(thread_empty)).close();
  }
  return std::move(out).finish();
}

/// The list of all branches.
inline html::Markup draw_thread(const Context &context, const Thread &thread) {
  html::Builder out;
  out.open("ol").attribute("class", "thread").attribute("id", context.id("thread")).attribute("role", "list");
  for (const Thread::Index root : thread.roots())
    out.markup(draw_branch(context, thread, root));
  return std::move(out).finish();
}

/// The way to the next page of the list, when there is one.
inline html::Markup draw_more(const Context &context, bool has_more, bool loading) {
  using enum locale::Message;
  html::Builder out;
  out.open("div").attribute("class", "more").attribute("id", context.id("more"));
  if (has_more) {
    out.open("button").attribute("type", "button").attribute("class", "secondary").attribute("data-action", "more");
    if (loading)
      out.attribute("aria-disabled", "true");
    out.text(context.catalog.say(loading ? thread_loading : thread_more));
  }
  return std::move(out).finish();
}

} // namespace afterword::view
