#pragma once
/// @file Comments of others that come while the thread is read: by a stream where there is one, else asked
/// for now and then. They wait behind a button, so that nothing moves under somebody's eyes or hands.

#include "afterword/backend/request.hpp"
#include "afterword/backend/updates.hpp"
#include "afterword/html/paragraphs.hpp"
#include "afterword/text/date.hpp"
#include "afterword/view/news.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/update_branch.hpp"
#include "afterword/widget/update_outgoing.hpp"
#include "afterword/widget/update_sort.hpp"
#include "afterword/widget/update_thread.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace afterword::update {

/// Seconds from one request to the next: what they are where the recipe says nothing, and what they are at
/// least, and, while nobody answers, at most.
inline constexpr std::size_t default_pace = 60;
inline constexpr std::size_t least_pace = 10;
inline constexpr std::size_t most_pace = 900;

/// Requests after which a stream that was closed is tried again.
inline constexpr std::size_t polls_per_try = 5;

/// Comments that wait to be shown, at most: more are found by whoever loads the page anew.
inline constexpr std::size_t most_news = 500;

namespace detail {

/// When the youngest comment that is known was written; empty if none is.
inline std::string youngest(const State &state) {
  std::string found;
  for (const Thread::Index root : state.thread.roots())
    for (Thread::Index i = root; i != Thread::none; i = state.thread.next(i, root))
      if (!state.thread[i].unnamed)
        found = std::max(found, state.thread[i].created);
  for (const Comment &comment : state.live.news)
    found = std::max(found, comment.created);
  return found;
}

/// What is known by now is not new, and never will be again.
inline void raise_since(State &state) {
  state.live.since = std::max(state.live.since, youngest(state));
}

inline void set_alarm(const State &state, Frame &frame) {
  const auto said = backend::as_size(state.recipe.at("/updates/seconds"));
  const std::size_t pace = std::max(said.value_or(default_pace), least_pace);
  frame.alarm(std::min(pace << std::min<std::size_t>(state.live.failures, 6), std::max(most_pace, pace)));
}

inline void poll(State &state, Frame &frame) {
  for (const Pending &pending : state.pending)
    if (pending.kind == Pending::Kind::updates)
      return;
  raise_since(state);
  send(state, frame, {Pending::Kind::updates});
}

/// Opens the stream, if the backend has one.
inline bool open_stream(State &state, Frame &frame) {
  const std::string pattern = state.recipe.string("/updates/stream");
  if (pattern.empty())
    return false;
  raise_since(state);
  const Draft none;
  const std::string url = backend::expand_web(pattern, variables(state, {Pending::Kind::updates}, none));
  if (url.empty())
    return false;
  state.live.polls = 0;
  state.live.stream = ++state.live.streams;
  frame.stream(state.live.stream, url);
  return true;
}

inline bool is_news(const State &state, const Comment &comment, bool has_cursor) {
  if (comment.id.empty() || comment.status != Comment::Status::published ||
      state.thread.find(comment.id) != Thread::none || (!has_cursor && comment.created < state.live.since))
    return false;
  bool has_parent = comment.parent.empty() || state.thread.find(comment.parent) != Thread::none;
  for (const Comment &known : state.live.news) {
    if (known.id == comment.id)
      return false;
    has_parent = has_parent || known.id == comment.parent;
  }
  return has_parent || state.next.empty(); // else it comes with the page of what it answers
}

/// Whether `comment` is one of the reader's own that the backend has taken in without saying as what: it
/// takes its place then.
inline bool replace_unnamed(State &state, Frame &frame, Comment &comment) {
  for (const std::string &id : state.written) {
    const Thread::Index index = state.thread.find(id);
    if (index == Thread::none || !state.thread[index].unnamed ||
        state.thread[index].status != Comment::Status::published ||
        state.thread[index].parent != comment.parent ||
        html::paragraphs(state.thread[index].content.str()) != html::paragraphs(comment.content.str()))
      continue;
    remove_comment(state, frame, index);
    put_comment(state, frame, std::move(comment));
    return true;
  }
  return false;
}

/// What an update says is put by: the oldest first, so that what is answered comes before its answers.
inline void take_in(State &state, Frame &frame, backend::Updates updates) {
  const bool has_cursor = !updates.cursor.empty();
  updates.comments.sort([](const Comment &a, const Comment &b) { return a.created < b.created; });
  for (Comment &comment : updates.comments)
    if (state.live.news.size() < most_news && is_news(state, comment, has_cursor) &&
        !replace_unnamed(state, frame, comment))
      state.live.news.push_back(std::move(comment));
  if (has_cursor)
    state.live.cursor = updates.cursor;
  if (!updates.etag.empty())
    state.live.etag = updates.etag;
  if (updates.total)
    state.live.total = updates.total;
}

} // namespace detail

/// Begins to listen, once the list is here, or goes on, when the reader is back.
inline void listen(State &state, Frame &frame) {
  if (state.live.listens || state.live.away || state.recipe.at("/updates") == nullptr ||
      state.thread_state != view::ThreadState::loaded)
    return;
  // Of a list that goes on, and does not begin with the newest, the youngest comment is not here yet: what is
  // new is what was written from now on.
  if (state.live.since.empty() && !state.next.empty() && state.sort != Sort::newest)
    state.live.since = text::format_date(state.now / 1000);
  state.live.listens = true;
  if (!detail::open_stream(state, frame))
    detail::set_alarm(state, frame);
}

/// The reader is gone, at least for now: nobody listens.
inline void stop_listening(State &state, Frame &frame) {
  state.live.away = true;
  if (!std::exchange(state.live.listens, false))
    return;
  if (const std::size_t stream = std::exchange(state.live.stream, 0); stream != 0)
    frame.abort(stream);
}

/// The reader is back, and hears at once what there is.
inline void listen_again(State &state, Frame &frame) {
  if (!std::exchange(state.live.away, false))
    return;
  listen(state, frame);
  if (state.live.listens && state.live.stream == 0)
    detail::poll(state, frame);
}

/// It is time to ask.
inline void ring(State &state, Frame &frame) {
  if (state.live.listens && state.live.stream == 0)
    detail::poll(state, frame);
}

/// An update was answered, or was not.
inline void receive_updates(State &state, Frame &frame, Pending &pending, const backend::Response &response) {
  backend::Updates updates;
  backend::Failure failure =
      backend::read_updates(state.recipe, response, updates, {state.config.images, state.powers.format});
  if (send_again(state, frame, pending, failure))
    return;
  Live &live = state.live;
  if (!failure) {
    live.failures = 0;
    ++live.polls;
    detail::take_in(state, frame, std::move(updates));
  } else if (live.failures++ == 0) {
    tell(frame, "updates", failure);
  }
  if (!live.listens || live.stream != 0)
    return;
  if (failure || live.polls < polls_per_try || !detail::open_stream(state, frame))
    detail::set_alarm(state, frame);
}

/// The stream `id` says `message`; or, without one, it is closed for good, and what it would say is asked
/// for.
inline void receive_streamed(State &state, Frame &frame, std::size_t id, const std::string *message) {
  if (id != state.live.stream || id == 0)
    return;
  if (message == nullptr) {
    state.live.stream = 0;
    state.live.polls = 0;
    return detail::poll(state, frame);
  }
  backend::Updates updates;
  const backend::Failure failure = backend::read_updates(state.recipe, {200, *message}, updates,
                                                         {state.config.images, state.powers.format});
  if (failure)
    return tell(frame, "updates", failure);
  detail::take_in(state, frame, std::move(updates));
}

/// Says how many comments wait. While one of the reader's own is on its way nothing is said: it may be among
/// them.
inline void settle_news(State &state, Frame &frame) {
  Live &live = state.live;
  live.news.remove_if([&](const Comment &comment) { return state.thread.find(comment.id) != Thread::none; });
  for (const Outgoing &outgoing : state.outgoing)
    if (outgoing.state == Outgoing::State::sending)
      return;
  const std::size_t before = std::exchange(live.said, live.news.size());
  if (live.said == before)
    return;
  frame.replace("news", view::draw_news(state.context(), live.said));
  if (live.said > before)
    frame.announce(state.catalog->count(locale::Message::news_count, live.said));
}

/// The new comments are shown, each where it belongs.
inline void show_news(State &state, Frame &frame) {
  draw_rest(state, frame);
  std::string first;
  for (Comment &comment : std::exchange(state.live.news, {})) {
    const std::string id = comment.id;
    const Thread::Index index = state.thread.add(std::move(comment), state.sort == Sort::newest);
    if (index == Thread::none)
      continue;
    insert_branch(state, frame, index, index);
    recount(state, frame, index);
    ++state.total;
    if (first.empty())
      first = id;
  }
  if (const auto total = std::exchange(state.live.total, std::nullopt))
    state.total = *total;
  if (first.empty())
    return;
  reveal(state, frame, state.thread.find(first));
  draw_surroundings(state, frame);
  draw_tools(state, frame);
  frame.focus(view::comment_region(first));
}

} // namespace afterword::update
