#pragma once
/// @file Effects: what the host is asked to do besides drawing. Plain values, to compare in a test.

#include "afterword/backend/http.hpp"
#include "afterword/widget/event.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace afterword {

namespace effect {

/// Send `request`; answer with Responded or Failed under the same `id`.
struct Fetch {
  std::size_t id;
  backend::Request request;
  friend bool operator==(const Fetch &, const Fetch &) = default;
};
/// Read what is stored under `key`; answer with Loaded.
struct Load {
  std::string key;
  friend bool operator==(const Load &, const Load &) = default;
};
/// Keep `value` under `key` in this browser, or forget it.
struct Store {
  std::string key;
  std::optional<std::string> value;
  friend bool operator==(const Store &, const Store &) = default;
};
/// Put values into the controls of `form`.
struct Fill {
  std::string form;
  std::vector<FieldValue> values;
  friend bool operator==(const Fill &, const Fill &) = default;
};
/// Move focus to `region`, scrolling it into view.
struct Focus {
  std::string region;
  friend bool operator==(const Focus &, const Focus &) = default;
};
/// Have a screen reader say `text`: when it is idle, or at once.
struct Announce {
  std::string text;
  bool urgent = false;
  friend bool operator==(const Announce &, const Announce &) = default;
};
/// Fire the DOM event `afterword:NAME` for the page.
struct Emit {
  std::string name;
  std::vector<std::pair<std::string, std::string>> detail;
  friend bool operator==(const Emit &, const Emit &) = default;
};

} // namespace effect

using Effect = std::variant<effect::Fetch, effect::Load, effect::Store, effect::Fill, effect::Focus, effect::Announce,
                            effect::Emit>;

} // namespace afterword
