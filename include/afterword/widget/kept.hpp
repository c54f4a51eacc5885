#pragma once
/// @file What the browser keeps for those who write, by name: drafts, the outbox, and the proofs that
/// comments are the reader's own. Whatever comes from there may be anything: somebody else may have written
/// it.

#include "afterword/widget/state.hpp"

#include <cstdint>
#include <string>

namespace afterword::update {

/// What nobody has asked for again is forgotten after 30 days; in milliseconds.
inline constexpr std::int64_t kept_lifetime = std::int64_t{30} * 24 * 60 * 60 * 1000;

/// The beginning of the names of what is kept of `kind` for this page.
inline std::string kept_here(const State &state, const char *kind) {
  std::string name = kind;
  name += ":" + state.config.backend + " " + state.config.page + ":";
  return name;
}

/// The beginning of the names of what waits for this backend, of all pages. What waits can be much, and holds
/// an e-mail address: it goes to the browser's database.
inline std::string outbox(const State &state) {
  std::string name = "outbox:";
  name += state.config.backend + " ";
  return name;
}

/// The name of the draft in `form`. Each widget has its own, so that two tabs do not take each other's text.
inline std::string draft_name(const State &state, const Form &form) {
  return kept_here(state, "draft") + form.region + ":" + state.widget_id;
}

} // namespace afterword::update
