#pragma once
/// @file The thread: its heading, its state, and its branches, which indent to a depth and no further.

#include "afterword/html/template.hpp"
#include "afterword/model/thread.hpp"
#include "afterword/view/comment.hpp"
#include "afterword/view/region.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace afterword::view {

/// How far the list has come.
enum class ThreadState : std::uint8_t { loading, loaded, failed };

/// The comment in whose list of replies `index` is drawn; `none` at the top level. For what is too deep to
/// indent it is not the parent, but the last ancestor that still indents.
inline Thread::Index holder(const Context &context, const Thread &thread, Thread::Index index) {
  index = thread.parent(index);
  while (index != Thread::none && thread.depth(index) >= levels(context))
    index = thread.parent(index);
  return index;
}

inline html::Markup draw_branch(const Context &context, const Thread &thread, Thread::Index index);

/// The list of replies to the comment called `id`, with `branches` in it, as its region.
inline html::Markup draw_replies(const Context &context, const std::string &id, const html::Markup &branches,
                                 bool hidden = false) {
  return html::draw<R"(<div class="replies" id="{}" role="list" ?hidden="{}">{m}</div>)">(
      context.id(replies_region(id)), std::string(hidden ? "hidden" : ""), branches);
}

/// The button that hides the replies to `index`, or shows them again, as its region.
inline html::Markup draw_toggle(const Context &context, const Thread &thread, Thread::Index index) {
  using enum locale::Message;
  const std::string &id = thread[index].id;
  const bool collapsed = thread.is_collapsed(index);
  return html::draw<R"(<button type="button" class="toggle" id="{}" data-action="toggle" data-comment="{}" )"
                    R"(aria-expanded="{}" aria-controls="{}">{}</button>)">(
      context.id(toggle_region(id)), id, std::string(collapsed ? "false" : "true"),
      context.id(replies_region(id)),
      collapsed ? context.catalog.count(replies_show, thread.answers(index))
                : context.catalog.say(replies_hide));
}

/// The list of replies to `index`, as its region. Its last level holds all that is deeper, in reading order.
inline html::Markup draw_replies(const Context &context, const Thread &thread, Thread::Index index) {
  html::Markup branches;
  if (thread.depth(index) + 1 < levels(context)) {
    for (const Thread::Index child : thread.children(index))
      branches += draw_branch(context, thread, child);
  } else {
    for (Thread::Index i = thread.next(index, index); i != Thread::none; i = thread.next(i, index))
      branches += draw_branch(context, thread, i);
  }
  return draw_replies(context, thread[index].id, branches, thread.is_collapsed(index));
}

/// A comment with its replies, as its region. Lists are told by their roles: for each item of an <ol> a
/// browser counts all that come before it, and a long thread would wait for that.
inline html::Markup draw_branch(const Context &context, const Thread &thread, Thread::Index index) {
  html::Markup content = draw_comment(context, thread[index]);
  if (!thread.children(index).empty() && thread.depth(index) < levels(context)) {
    content += draw_toggle(context, thread, index);
    content += draw_replies(context, thread, index);
  }
  return html::draw<R"(<div class="branch" id="{}" role="listitem">{m}</div>)">(
      context.id(branch_region(thread[index].id)), content);
}

/// The heading over the thread.
inline html::Markup draw_thread_title(const Context &context, std::size_t total) {
  using enum locale::Message;
  return html::draw<R"(<h2 class="heading" id="{}" tabindex="-1">{}</h2>)">(
      context.id("thread-title"),
      total == 0 ? context.catalog.say(thread_title) : context.catalog.count(comment_count, total));
}

/// Room beside the heading for what comes with the whole widget, so that nothing moves then; as its region.
inline html::Markup draw_no_thread_tools(const Context &context, bool empty) {
  return html::draw<R"(<div class="thread-tools{}" id="{}"></div>)">(std::string(empty ? "" : " is-reserved"),
                                                                     context.id("thread-tools"));
}

/// What stands under the heading while there are no comments to show, or besides them.
/// @param words the backend's own, about why the list failed
inline html::Markup draw_thread_state(const Context &context, ThreadState state, bool empty,
                                      const std::string &words = {}) {
  using enum locale::Message;
  html::Markup content;
  if (state == ThreadState::loading)
    content = html::draw<R"(<p class="loading">{}</p>)">(context.catalog.say(thread_loading));
  else if (state == ThreadState::failed)
    content = html::draw<R"(<div class="failed"><p>{} {}</p>)"
                         R"(<button type="button" class="secondary" data-action="retry">{}</button></div>)">(
        context.catalog.say(thread_failed), words, context.catalog.say(thread_retry));
  else if (empty && !context.closed)
    content = html::draw<R"(<p class="empty">{}</p>)">(context.catalog.say(thread_empty));
  return html::draw<R"(<div class="thread-state" id="{}">{m}</div>)">(context.id("thread-state"), content);
}

/// A word under the heading, where there is nothing else to say.
inline html::Markup draw_thread_note(const Context &context, const std::string &words) {
  return html::draw<R"(<div class="thread-state" id="{}"><p class="note">{}</p></div>)">(
      context.id("thread-state"), words);
}

/// Branches of the top level that are drawn as one part. A browser leaves parts alone that are far from the
/// screen, and has to look at each of them for that: so there must not be too many.
inline constexpr std::size_t part_size = 10;

/// The branches of `thread` from `first` on, as one part, which is a region. Moves `first` behind them.
/// @param count grows by the comments in it
inline html::Markup draw_part(const Context &context, const Thread &thread, std::size_t &first,
                              std::size_t &count) {
  const std::vector<Thread::Index> &roots = thread.roots();
  const std::size_t end = std::min(first + part_size, roots.size());
  const std::string name = context.id(part_region(thread[roots[first]].id));
  const bool is_full = end - first == part_size;
  html::Markup branches;
  for (; first < end; ++first) {
    branches += draw_branch(context, thread, roots[first]);
    count += 1 + thread.answers(roots[first]);
  }
  return html::draw<R"(<div class="part{}" id="{}" role="none">{m}</div>)">(
      std::string(is_full ? " is-full" : ""), name, branches);
}

/// The list of all branches, or of as many as hold `most` comments.
/// @param drawn becomes the number of branches that are in it
inline html::Markup draw_thread(const Context &context, const Thread &thread, std::size_t most,
                                std::size_t &drawn) {
  html::Markup parts;
  drawn = 0;
  for (std::size_t count = 0; drawn < thread.roots().size() && count < most;)
    parts += draw_part(context, thread, drawn, count);
  return html::draw<R"(<div class="thread" id="{}" role="list">{m}</div>)">(context.id("thread"), parts);
}

/// The way to the next page of the list, when there is one.
inline html::Markup draw_more(const Context &context, bool has_more, bool loading) {
  using enum locale::Message;
  html::Markup button;
  if (has_more)
    button = html::draw<
        R"(<button type="button" class="secondary" data-action="more" ?aria-disabled="{}">{}</button>)">(
        std::string(loading ? "true" : ""), context.catalog.say(loading ? thread_loading : thread_more));
  return html::draw<R"(<div class="more" id="{}">{m}</div>)">(context.id("more"), button);
}

} // namespace afterword::view
