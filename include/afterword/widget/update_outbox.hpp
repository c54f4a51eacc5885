#pragma once
/// @file The outbox: what waits in the browser for a network, of this page and of others, until it can go
/// out.

#include "afterword/backend/json.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/widget/kept.hpp"
#include "afterword/widget/update_draft.hpp"
#include "afterword/widget/update_outgoing.hpp"
#include "afterword/widget/update_preview.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::update {

/// Milliseconds after which a tab looks again what has become of what another has claimed: it is gone soon,
/// or, if that tab has died with it, can be claimed in its turn when the host lets go of the claim.
inline constexpr std::int64_t claim_time = 2000;

/// Sends what waits, each once: of a stored one another tab may know, too.
inline void flush_outgoing(State &state, Frame &frame) {
  for (Outgoing &outgoing : state.outgoing) {
    if (outgoing.state == Outgoing::State::sending || outgoing.refused)
      continue;
    outgoing.pressed = false;
    if (outgoing.stored)
      frame.claim(detail::outbox_name(state, outgoing));
    else
      send_drawn(state, frame, outgoing);
  }
}

/// Asks again for what another tab has claimed, and may have died with.
inline void claim_again(State &state, Frame &frame) {
  for (Outgoing &outgoing : state.outgoing)
    if (outgoing.retry != 0 && state.now >= outgoing.retry) {
      outgoing.retry = 0;
      frame.claim(detail::outbox_name(state, outgoing));
    }
}

/// Draws what came out of the outbox, once the thread is here.
inline void draw_outgoing(State &state, Frame &frame) {
  if (state.thread_state == view::ThreadState::loading)
    return;
  bool is_news = false;
  for (Outgoing &outgoing : state.outgoing)
    if (outgoing.comment.empty() && outgoing.page == state.config.page) {
      detail::insert_outgoing(state, frame, outgoing);
      format_later(state, frame, outgoing.comment, outgoing.draft.comment);
      is_news = true;
    }
  if (is_news)
    draw_surroundings(state, frame);
}

namespace detail {

/// The outbox holds `stored` under a name that ends in `key`.
inline void read_outgoing(State &state, Frame &frame, const std::string &key, std::string_view stored) {
  backend::Json json;
  if (key.empty() || !backend::parse_json(stored, json))
    return;
  const std::int64_t time = backend::as_integer(backend::find(json, "/time")).value_or(0);
  if (time + kept_lifetime < state.now)
    return frame.store(outbox(state) + key, std::nullopt);
  if (Outgoing *known = state.find_outgoing(key)) {
    known->stored = true;
    return;
  }
  const auto text = [&](const char *pointer) { return backend::as_text(backend::find(json, pointer)); };
  Outgoing outgoing;
  outgoing.draft.key = key;
  outgoing.draft.parent = text("/parent");
  outgoing.root = text("/root");
  outgoing.parent_name = text("/parent_name");
  outgoing.page = text("/page");
  outgoing.address = text("/address");
  outgoing.time = time;
  outgoing.words = text("/refused");
  outgoing.refused = !outgoing.words.empty();
  outgoing.state = outgoing.refused ? Outgoing::State::failed : Outgoing::State::waiting;
  if (!outgoing.refused)
    outgoing.words = state.catalog->say(locale::Message::outgoing_waiting);
  outgoing.tries = 1;
  outgoing.stored = true;
  for (const Field field : all_fields) {
    const backend::Json *value = backend::find(json, "/fields/", field);
    if (std::string *into = outgoing.draft.text(field))
      *into = backend::as_text(value);
    else
      *outgoing.draft.box(field) = backend::is_true(value);
  }
  if (!text::trim(outgoing.draft.comment).empty())
    state.outgoing.push_back(std::move(outgoing));
}

} // namespace detail

/// The outbox holds `stored` for `key`, or nothing; with an empty key and nothing, that was all of it.
inline void receive_outgoing(State &state, Frame &frame, const std::string &key, const std::string *stored) {
  if (stored != nullptr)
    return detail::read_outgoing(state, frame, key, *stored);
  if (key.empty()) {
    draw_outgoing(state, frame);
    return flush_outgoing(state, frame);
  }
  // Another tab has sent it: this one knows that it was there.
  Outgoing *outgoing = state.find_outgoing(key);
  if (outgoing != nullptr && outgoing->stored && outgoing->state != Outgoing::State::sending) {
    outgoing->stored = false;
    detail::settle(state, frame, *outgoing);
  }
}

/// The outbox gave `key` to this tab to send, if `is_ours`; or it is gone, or another tab sends it.
inline void receive_claimed(State &state, Frame &frame, const std::string &key, bool is_ours) {
  Outgoing *outgoing = state.find_outgoing(key);
  if (outgoing == nullptr || outgoing->state == Outgoing::State::sending)
    return;
  if (!is_ours) {
    outgoing->retry = state.now + claim_time;
    return frame.load(detail::outbox_name(state, *outgoing));
  }
  send_drawn(state, frame, *outgoing);
}

} // namespace afterword::update
