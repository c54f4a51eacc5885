#pragma once
/// @file Votes: shown at once, sent one after the other, and taken back if the backend does not take them.

#include "afterword/backend/errors.hpp"
#include "afterword/backend/json.hpp"
#include "afterword/widget/ask.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/form_frame.hpp"
#include "afterword/widget/kept.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/update_remark.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

/// The votes, as the page and the browser's storage call them.
inline constexpr const char *vote_names[] = {"", "like", "dislike"};

/// The name of what names this browser to the backend. It is random, and says nothing of the reader but that
/// two votes are of one browser.
inline std::string voter_name(const State &state) {
  std::string name = "voter:";
  name += state.config.backend;
  return name;
}

namespace detail {

inline Vote vote_of(std::string_view name) noexcept {
  return name == vote_names[1] ? Vote::like : name == vote_names[2] ? Vote::dislike : Vote::none;
}

/// Gives `comment` the reader's vote.
inline void count_vote(Comment &comment, Vote vote) noexcept {
  const auto add = [&](Vote counted, std::size_t by) {
    std::size_t &count = counted == Vote::like ? comment.likes : comment.dislikes;
    if (counted != Vote::none && (count != 0 || by == 1))
      count += by;
  };
  add(comment.vote, static_cast<std::size_t>(-1));
  add(vote, 1);
  comment.vote = vote;
}

/// The vote that was sent had been there before the comment was listed: it counts once.
inline void uncount_vote(State &state, Frame &frame, Thread::Index index, const Voting &voting) {
  Comment &comment = state.thread[index];
  const Vote shown = std::exchange(comment.vote, voting.sent);
  count_vote(comment, voting.known);
  comment.vote = shown;
  draw_comment(state, frame, index);
}

/// Keeps what this browser has voted on this page, where the backend does not tell it with the list.
inline void store_votes(const State &state, Frame &frame) {
  if (state.recipe.at("/comment/liked") != nullptr)
    return;
  std::string json;
  Encoder out(json);
  out.begin('{');
  for (const text::Named &each : state.voted)
    out.string(each.name.c_str(), each.value);
  out.end('}');
  frame.store(kept_here(state, "voted"), json);
}

/// The backend knows the vote for `comment` as `vote` now.
inline void note_vote(State &state, const std::string &comment, Vote vote) {
  state.voted.remove_if([&](const text::Named &each) { return each.name == comment; });
  if (vote != Vote::none)
    state.voted.push_back({comment, vote_names[static_cast<std::size_t>(vote)]});
}

inline void send_vote(State &state, Frame &frame, Voting &voting) {
  using Kind = Pending::Kind;
  voting.sent = voting.wanted;
  Pending pending{voting.sent == Vote::like      ? Kind::like
                  : voting.sent == Vote::dislike ? Kind::dislike
                                                 : Kind::clear};
  pending.comment = voting.comment;
  send(state, frame, std::move(pending));
}

/// Makes sure that this browser has a name for the backend.
/// @param key a fresh one
inline void name_voter(State &state, Frame &frame, const std::string &key) {
  if (!state.voter.empty())
    return;
  state.voter = key;
  frame.store(voter_name(state), key);
}

} // namespace detail

/// The browser has voted on this page before.
inline void receive_votes(State &state, std::string_view stored) {
  backend::Json json;
  if (!backend::parse_json(stored, json))
    return;
  for (const backend::Json &item : json.items)
    if (const Vote vote = detail::vote_of(item.text); vote != Vote::none)
      detail::note_vote(state, item.key, vote);
}

/// Marks what this browser has voted on, where the backend does not tell. Its votes are counted in already.
inline void mark_votes(State &state, Frame &frame) {
  if (state.recipe.at("/comment/liked") != nullptr)
    return;
  for (const text::Named &each : state.voted) {
    const Thread::Index index = state.thread.find(each.name);
    if (index == Thread::none || state.thread[index].vote != Vote::none ||
        state.find_voting(each.name) != nullptr)
      continue;
    state.thread[index].vote = detail::vote_of(each.value);
    draw_comment(state, frame, index);
  }
}

/// A vote for a comment was pressed. Pressed a second time it is taken back.
inline void vote(State &state, Frame &frame, const Event &event) {
  const Vote pressed = detail::vote_of(event.stored.value_or(""));
  const Thread::Index index = state.thread.find(event.comment);
  const bool can = pressed == Vote::like ? state.abilities.like : state.abilities.dislike;
  if (index == Thread::none || pressed == Vote::none || !can)
    return;
  Comment &comment = state.thread[index];
  if (comment.status != Comment::Status::published || comment.unnamed)
    return;
  const bool takes_back = comment.vote == pressed;
  if (takes_back && !state.abilities.clear)
    return;
  detail::name_voter(state, frame, event.key);
  Voting *voting = state.find_voting(comment.id);
  const bool is_on_its_way = voting != nullptr;
  if (voting == nullptr) {
    voting = &state.voting.emplace_back();
    voting->comment = comment.id;
    voting->known = comment.vote;
  }
  voting->wanted = takes_back ? Vote::none : pressed;
  detail::count_vote(comment, voting->wanted);
  forget_remark(state, frame);
  draw_comment(state, frame, index);
  if (!is_on_its_way)
    detail::send_vote(state, frame, *voting);
}

/// A vote was answered. What the reader wants by now is sent next.
inline void receive_vote(State &state, Frame &frame, Pending &pending, const backend::Response &response) {
  const backend::Reply reply(response);
  backend::Failure failure = backend::check_reply(state.recipe, reply);
  if (send_again(state, frame, pending, failure))
    return;
  Voting *voting = state.find_voting(pending.comment);
  const Thread::Index index = state.thread.find(pending.comment);
  if (voting == nullptr)
    return;
  if (failure.kind == backend::Failure::Kind::duplicate) {
    failure = {}; // it is set already, and was counted in before
    if (index != Thread::none)
      detail::uncount_vote(state, frame, index, *voting);
  }
  if (!failure) {
    voting->known = voting->sent;
    detail::note_vote(state, pending.comment, voting->known);
    detail::store_votes(state, frame);
    if (voting->wanted != voting->known)
      return detail::send_vote(state, frame, *voting);
  }
  const Vote known = voting->known;
  state.voting.remove_if([&](const Voting &each) { return &each == voting; });
  if (index == Thread::none)
    return;
  Comment &comment = state.thread[index];
  if (failure) {
    detail::count_vote(comment, known);
    remark(state, frame, comment.id,
           state.catalog->say(failure.kind == backend::Failure::Kind::login ? locale::Message::vote_login
                                                                            : locale::Message::vote_failed),
           true);
    return tell(frame, "vote", failure);
  }
  const backend::Json *operation = state.recipe.operation(update::operation(pending));
  const auto count = [&](const char *place, std::size_t &number) {
    number = backend::to_size(reply.text(backend::find(*operation, place))).value_or(number);
  };
  const std::size_t likes = comment.likes;
  const std::size_t dislikes = comment.dislikes;
  count("/reply/likes", comment.likes);
  count("/reply/dislikes", comment.dislikes);
  if (comment.likes != likes || comment.dislikes != dislikes)
    draw_comment(state, frame, index);
}

} // namespace afterword::update
