#pragma once
/// @file Events: everything that can happen to a widget. Time and randomness come in with them, never by themselves.

#include "afterword/backend/http.hpp"
#include "afterword/model/field.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace afterword {

/// The value of one control: a text, or the state of a box.
struct FieldValue {
  Field field;
  std::string text;
  bool checked = false;
  friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

namespace event {

/// The widget is on the page. `target` is the fragment of the page's address, without its `#`.
struct Start {
  std::string target;
};
/// The address of the page now names `target`.
struct Locate {
  std::string target;
};
/// A fetch was answered.
struct Responded {
  std::size_t id;
  backend::Response response;
};
/// A fetch was not answered.
struct Failed {
  std::size_t id;
  bool offline; ///< the device says that it has no network
};
/// What was stored under `key`; nothing if there is none.
struct Loaded {
  std::string key;
  std::optional<std::string> value;
};
/// A control was typed in.
struct Input {
  std::string form;
  FieldValue value;
};
/// A control was left.
struct Blur {
  std::string form;
  FieldValue value;
};
/// A form was submitted. `key` is a fresh random UUID.
struct Submit {
  std::string form;
  std::vector<FieldValue> values;
  std::string key;
};
/// "Reply" under a comment.
struct Reply {
  std::string comment;
};
/// "Cancel reply" in a form.
struct Cancel {
  std::string form;
  std::vector<FieldValue> values;
};
/// "Try again" where the list failed to load.
struct Retry {};
/// "Show more comments".
struct More {};
/// A problem in the summary was chosen.
struct Visit {
  std::string form;
  Field field;
};

} // namespace event

/// An event, and when it happened, in milliseconds since 1970 UTC.
struct Event {
  using Kind = std::variant<event::Start, event::Locate, event::Responded, event::Failed, event::Loaded, event::Input,
                            event::Blur, event::Submit, event::Reply, event::Cancel, event::Retry, event::More,
                            event::Visit>;
  Kind kind;
  std::int64_t now = 0;
};

} // namespace afterword
