#pragma once
/// @file What events do to the thread.

#include "afterword/backend/list.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/view/status.hpp"
#include "afterword/view/thread.hpp"
#include "afterword/widget/ask.hpp"
#include "afterword/widget/state.hpp"
#include "afterword/widget/update_account.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::update {

/// Asks for the list, from its beginning.
inline void load_list(State &state, Frame &frame) {
  state.thread_state = view::ThreadState::loading;
  ask(state, frame, {Pending::Kind::list});
}

/// Puts the list of replies to `index`, which are drawn, after the comment, and before them what hides them.
inline void insert_replies(const State &state, Frame &frame, Thread::Index index, html::Markup replies) {
  const std::string &id = state.thread[index].id;
  const std::string branch = view::branch_region(id);
  frame.insert(view::toggle_region(id), view::draw_toggle(state.context(), state.thread, index), branch);
  frame.insert(view::replies_region(id), std::move(replies), branch);
}

/// Draws branches of the top level that are not on the page yet, until as many are there as `branches` says,
/// or `comments` more comments.
inline void draw_parts(State &state, Frame &frame, std::size_t branches,
                       std::size_t comments = static_cast<std::size_t>(-1)) {
  for (std::size_t count = 0; state.drawn < branches && count < comments;) {
    const std::string region = view::part_region(state.thread[state.thread.roots()[state.drawn]].id);
    frame.insert(region, view::draw_part(state.context(), state.thread, state.drawn, count), "thread");
  }
}

/// Draws all that is not on the page yet: something changes at the top level.
inline void draw_rest(State &state, Frame &frame) {
  draw_parts(state, frame, state.thread.roots().size());
}

/// What was drawn can be seen: the next comments follow.
inline void draw_further(State &state, Frame &frame) {
  draw_parts(state, frame, state.thread.roots().size(), more_comments);
  if (state.drawn < state.thread.roots().size())
    frame.later();
}

/// Puts the branch of `index`, which the thread already has, where it belongs on the page. The page shows
/// every comment before `first`, and none of those that came with or after it.
inline void insert_branch(State &state, Frame &frame, Thread::Index index, Thread::Index first) {
  const view::Context context = state.context();
  const Thread &thread = state.thread;
  const std::string region = view::branch_region(thread[index].id);
  const Thread::Index holder = view::holder(context, thread, index);
  if (holder == Thread::none) {
    ++state.drawn;
    const bool is_first = thread.roots().back() != index;
    std::size_t place = 0;
    while (is_first && thread.roots()[place] != index)
      ++place;
    return frame.insert(region, view::draw_branch(context, thread, index), "thread",
                        is_first ? view::branch_region(thread[thread.roots()[place + 1]].id) : std::string());
  }
  const std::string replies = view::replies_region(thread[holder].id);
  const auto first_shown = [&](Thread::Index from) {
    while (from != Thread::none && from >= first)
      from = thread.next(from, holder);
    return from;
  };
  const Thread::Index foremost = thread.next(holder, holder);
  if (first_shown(foremost) != Thread::none) {
    const Thread::Index after = first_shown(thread.after(index, holder));
    frame.insert(region, view::draw_branch(context, thread, index), replies,
                 after == Thread::none ? std::string() : view::branch_region(thread[after].id));
  } else if (foremost == index) {
    // The first reply brings the list of replies along, and with it all others that came now.
    insert_replies(state, frame, holder, view::draw_replies(context, thread, holder));
  }
}

/// Takes the comment at `index`, which has no replies, off the page and out of the thread.
inline void remove_comment(State &state, Frame &frame, Thread::Index index) {
  draw_rest(state, frame);
  const Thread::Index holder = view::holder(state.context(), state.thread, index);
  const std::string region = view::branch_region(state.thread[index].id);
  state.thread.remove(index);
  state.drawn = state.thread.roots().size();
  if (holder == Thread::none || !state.thread.children(holder).empty())
    return frame.remove(region);
  frame.remove(view::toggle_region(state.thread[holder].id));
  frame.remove(view::replies_region(state.thread[holder].id));
}

/// Draws what stands around the list: heading, state, and the way to more.
inline void draw_surroundings(const State &state, Frame &frame) {
  const view::Context context = state.context();
  frame.replace("thread-title", view::draw_thread_title(context, state.total));
  frame.replace("thread-state", view::draw_thread_state(context, state.thread_state,
                                                        state.thread.roots().empty(), state.thread_words));
  if (!state.tools)
    frame.replace("thread-tools", view::draw_no_thread_tools(context, state.thread.roots().empty()));
}

inline void draw_more(const State &state, Frame &frame) {
  frame.replace("more", view::draw_more(state.context(), !state.next.empty(), state.loading_more));
}

/// Moves to the comment that the page's address names, once it is here.
inline void find_target(State &state, Frame &frame) {
  const std::string id = view::comment_of(state.context(), state.target);
  Thread::Index root = state.thread.find(id);
  if (root == Thread::none)
    return;
  while (state.thread.parent(root) != Thread::none)
    root = state.thread.parent(root);
  while (state.drawn < state.thread.roots().size() && !state.is_drawn(root))
    draw_parts(state, frame, state.drawn + 1);
  state.target.clear();
  frame.focus(view::comment_region(id));
}

namespace detail {

/// The forms as the backend's rules have them, when those differ from what was drawn before. A form with text
/// in it is never taken away: if the page was closed meanwhile, its reader learns so, and keeps the text.
inline void apply_form_rules(State &state, Frame &frame, const backend::List &list) {
  const FormRules rules = state.rules;
  const bool was_closed = state.closed;
  if (list.form)
    state.rules = narrow(*list.form, state.config);
  apply_account(state);
  state.closed = list.closed;
  if (rules == state.rules && was_closed == state.closed)
    return;
  Form &form = state.forms.front();
  if (state.closed != was_closed)
    form.notice = state.closed ? state.catalog->say(locale::Message::failure_closed) : std::string();
  frame.replace("form", update::draw_form(state, form));
}

/// Moves comments to what they answer, now that it is here. They are moved as they are on the page, for
/// somebody may be writing an answer to them.
inline void adopt(State &state, Frame &frame) {
  const view::Context context = state.context();
  const std::vector<Thread::Index> adopted = state.thread.adopt();
  state.drawn = state.thread.roots().size();
  for (auto moved = adopted.begin(); moved != adopted.end(); ++moved) {
    const Thread::Index holder = view::holder(context, state.thread, *moved);
    const std::string &id = state.thread[holder].id;
    const auto is_elsewhere = [&](Thread::Index index) { // still
      return std::find(moved, adopted.end(), index) != adopted.end();
    };
    Thread::Index after = state.thread.after(*moved, holder);
    while (after != Thread::none && is_elsewhere(after))
      after = state.thread.after(after, holder);
    Thread::Index before = state.thread.next(holder, holder);
    while (before != Thread::none && is_elsewhere(before))
      before = state.thread.after(before, holder);
    if (before == Thread::none)
      insert_replies(state, frame, holder,
                     view::draw_replies(context, id, {}, state.thread.is_collapsed(holder)));
    frame.move(view::branch_region(state.thread[*moved].id), view::replies_region(id),
               after == Thread::none ? std::string() : view::branch_region(state.thread[after].id));
  }
}

inline void fail(State &state, Frame &frame, const backend::Failure &failure, bool more) {
  if (more) {
    state.loading_more = false;
    state.target.clear(); // it may be there, or not: who can tell
  } else {
    state.thread_state = view::ThreadState::failed;
  }
  // What a broken server says is for its owner: readers need not know its addresses.
  state.thread_words = failure.detail.starts_with("HTTP 5") ? std::string() : failure.message;
  draw_surroundings(state, frame);
  draw_more(state, frame);
  frame.announce(state.catalog->say(locale::Message::thread_failed));
  tell(frame, "list", failure);
}

} // namespace detail

/// The list's first page, or its next, is here.
inline void receive_list(State &state, Frame &frame, const backend::Response &response, bool more) {
  backend::List list;
  if (const backend::Failure failure =
          backend::read_list(state.recipe, response, list, {state.config.images, state.powers.format},
                             more ? state.next : std::string()))
    return detail::fail(state, frame, failure, more);
  state.thread_state = view::ThreadState::loaded;
  state.loading_more = false;
  state.total = list.total;
  state.next = list.next;
  if (!list.cursor.empty() && state.live.cursor.empty())
    state.live.cursor = list.cursor;
  if (!more)
    detail::apply_form_rules(state, frame, list);
  if (list.followers && !state.config.followers)
    state.subscription.followers = list.followers;
  const bool was_empty = state.thread.size() == 0;
  draw_rest(state, frame);
  const Thread::Index first = state.thread.end();
  const std::vector<Thread::Index> branches = state.thread.add(std::move(list.comments));
  if (state.recipe.at("/list/reply/total") == nullptr)
    state.total = state.thread.size();
  if (was_empty) {
    draw_thread(state, frame);
  } else {
    draw_rest(state, frame);
    for (const Thread::Index branch : branches)
      if (state.thread.parent(branch) != Thread::none)
        insert_branch(state, frame, branch, first);
    detail::adopt(state, frame);
  }
  draw_surroundings(state, frame);
  draw_more(state, frame);
  if (more && !branches.empty() && state.target.empty()) { // else it is gone to, or looked for further
    frame.announce(state.catalog->count(locale::Message::thread_loaded, branches.size()));
    if (!state.more_alone)
      frame.focus(view::comment_region(state.thread[branches.front()].id));
  }
  find_target(state, frame);
  frame.emit("loaded").detail("count", text::decimal(state.total));
}

/// "Try again".
inline void retry(State &state, Frame &frame) {
  if (state.thread_state != view::ThreadState::failed)
    return;
  load_list(state, frame);
  draw_surroundings(state, frame);
  frame.focus("thread-title"); // the button that had it is gone
}

/// "Show more comments".
/// @param alone nobody has pressed that, so the focus stays where it is
/// @param comment that the page shall reach, if the backend can tell; or empty
inline void more(State &state, Frame &frame, bool alone, std::string comment = {}) {
  if (state.next.empty() || state.loading_more)
    return;
  state.loading_more = true;
  state.more_alone = alone;
  Pending pending{Pending::Kind::more};
  pending.comment = std::move(comment);
  ask(state, frame, std::move(pending));
  draw_more(state, frame);
}

} // namespace afterword::update
