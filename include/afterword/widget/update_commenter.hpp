#pragma once
/// @file What a browser keeps of a commenter, and how forms get to know it.

#include "afterword/backend/json.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/widget/state.hpp"

#include <string_view>

namespace afterword::update {

/// The key under which the commenter's details are kept in the browser, with consent only.
inline constexpr const char *commenter_key = "commenter";

/// What the browser kept of the commenter. It may be anything: somebody else may have written it.
inline void receive_commenter(State &state, Frame &frame, std::string_view stored) {
  backend::Json json;
  if (!backend::parse_json(stored, json))
    return;
  state.commenter = Values();
  for (const Field field : {Field::name, Field::email, Field::website})
    state.commenter.set(field, backend::as_text(backend::find(json, "/", field)));
  state.commenter.set(Field::remember, Values::ticked);
  for (Form &form : state.forms) {
    take(form.draft, state.commenter);
    frame.fill(form.region, state.commenter);
  }
}

} // namespace afterword::update
