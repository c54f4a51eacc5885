#pragma once
/// @file The order of the thread: the backend's, asked for anew, or, where all is here, made of that.

#include "afterword/view/thread_tools.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/update_thread.hpp"

#include <algorithm>
#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace afterword::update {

namespace detail {

/// Whether the comment at `a` stands before the one at `b` in the order `sort`. What is pinned comes first.
inline bool is_before(const Thread &thread, Sort sort, Thread::Index a, Thread::Index b) {
  const Comment &first = thread[a];
  const Comment &second = thread[b];
  if (first.pinned != second.pinned)
    return first.pinned;
  if (sort == Sort::liked && first.likes != second.likes)
    return first.likes > second.likes;
  return sort == Sort::newest ? first.created > second.created : first.created < second.created;
}

/// The order that the thread has come in, if it is one of time.
inline std::optional<Sort> find_order(const Thread &thread) {
  const std::vector<Thread::Index> &roots = thread.roots();
  for (const Sort sort : {Sort::oldest, Sort::newest}) {
    bool fits = roots.size() > 1;
    for (std::size_t i = 1; i < roots.size(); ++i)
      fits = fits && !is_before(thread, sort, roots[i], roots[i - 1]);
    if (fits)
      return sort;
  }
  return std::nullopt;
}

/// Whether the backend lists in several orders.
inline bool is_sorted_there(const State &state) {
  return state.recipe.at("/list/sorts") != nullptr;
}

/// Which orders can be had.
inline view::Sorts sorts(const State &state) {
  view::Sorts all{};
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = is_sorted_there(state)
                 ? !state.recipe.string((std::string("/list/sorts/") + sort_names[i]).c_str()).empty()
                 : state.next.empty() && state.sort &&
                       (static_cast<Sort>(i) != Sort::liked || state.abilities.like);
  return all;
}

} // namespace detail

/// Draws what stands beside the heading.
inline void draw_tools(State &state, Frame &frame) {
  if (state.thread_state != view::ThreadState::loaded)
    return;
  if (!state.sort && !detail::is_sorted_there(state) && state.next.empty())
    state.sort = detail::find_order(state.thread);
  const bool empty = state.thread.roots().empty();
  const view::Sorts sorts = detail::sorts(state);
  if (std::exchange(state.tools, !empty) == !empty && std::exchange(state.sorts, sorts) == sorts)
    return;
  state.sorts = sorts;
  frame.replace("thread-tools", view::draw_thread_tools(state.context(), sorts, state.sort, empty));
}

namespace detail {

/// Puts the branches, which are all here, into the order `sort`. They are moved as they are on the page.
inline void arrange(State &state, Frame &frame, Sort sort) {
  state.sort = sort;
  draw_rest(state, frame);
  state.thread.arrange([&](Thread::Index a, Thread::Index b) { return is_before(state.thread, sort, a, b); });
  const std::vector<Thread::Index> &roots = state.thread.roots();
  for (const Thread::Index root : roots)
    frame.move(view::branch_region(state.thread[root].id), "thread");
}

/// What the list may not know, and the reader must not lose: comments on their way, or held, or posted while
/// it was.
inline std::list<Comment> keep_unlisted(const State &state) {
  const Thread &thread = state.thread;
  std::list<Comment> kept;
  const auto is_written = [&](const std::string &id) {
    return std::find(state.written.begin(), state.written.end(), id) != state.written.end();
  };
  for (const Thread::Index root : thread.roots())
    for (Thread::Index i = root; i != Thread::none; i = thread.next(i, root))
      if ((thread[i].status != Comment::Status::published && thread[i].status != Comment::Status::deleted) ||
          is_written(thread[i].id))
        kept.push_back(thread[i]);
  return kept;
}

/// Opens the forms under comments again, after the thread was drawn anew. One whose comment is not here now
/// waits for it.
inline void reopen_forms(State &state, Frame &frame) {
  for (Form &form : state.forms) {
    if (!form.open || form.region == "form")
      continue;
    const Thread::Index index = state.thread.find(form.place());
    form.open = false;
    form.returning = true;
    if (index != Thread::none)
      open_form(state, frame, form, index);
  }
}

} // namespace detail

/// The thread shall stand in another order.
inline void sort(State &state, Frame &frame, const std::string &name) {
  const std::optional<Sort> wanted = sort_of(name);
  if (!wanted || wanted == state.sort || !detail::sorts(state)[static_cast<std::size_t>(*wanted)])
    return;
  if (!detail::is_sorted_there(state))
    return detail::arrange(state, frame, *wanted);
  Pending pending{Pending::Kind::sorted};
  pending.comment = state.sort ? sort_names[static_cast<std::size_t>(*state.sort)] : "";
  for (const Pending &each : state.pending)
    if (each.kind == Pending::Kind::sorted)
      pending.comment = each.comment; // what the page still shows
  state.pending.remove_if([](const Pending &each) {
    return each.kind == Pending::Kind::more || each.kind == Pending::Kind::sorted;
  });
  state.sort = wanted;
  state.loading_more = true;
  draw_more(state, frame);
  send(state, frame, std::move(pending));
}

/// The list in another order is here. If it is not, the old one stays, and this is false.
inline bool receive_sorted(State &state, Frame &frame, const Pending &pending,
                           const backend::Response &response) {
  backend::List list;
  const backend::Failure failure =
      backend::read_list(state.recipe, response, list, {state.config.images, state.powers.format});
  state.loading_more = false;
  if (failure) {
    state.sort = sort_of(pending.comment);
    // What is chosen is the reader's own, and nothing draws over that: so the choice is taken away, and
    // another made.
    frame.remove("thread-sort");
    frame.insert("thread-sort", view::draw_sort(state.context(), state.sorts, state.sort), "thread-tools",
                 "thread-search");
    frame.focus("thread-sort.choice");
    draw_more(state, frame);
    frame.announce(state.catalog->say(locale::Message::thread_failed), true);
    tell(frame, "list", failure);
    return false;
  }
  std::list<Comment> unlisted = detail::keep_unlisted(state);
  state.thread = Thread();
  state.thread.add(std::move(list.comments));
  for (Comment &comment : unlisted)
    if (comment.status != Comment::Status::published || comment.parent.empty() ||
        state.thread.find(comment.parent) != Thread::none) // else it comes with what it answers
      state.thread.add(std::move(comment), state.sort == Sort::newest);
  state.total = list.total;
  state.next = list.next;
  draw_thread(state, frame);
  detail::reopen_forms(state, frame);
  draw_surroundings(state, frame);
  draw_more(state, frame);
  frame.announce(state.catalog->say(locale::Message::sort_oldest, static_cast<std::size_t>(*state.sort)));
  return true;
}

} // namespace afterword::update
