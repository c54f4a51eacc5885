#pragma once
/// @file A door to JavaScript, and nothing of its own. Three functions over strings and numbers: embind's
/// class_ brings 9 kB of glue (2.5 kB compressed) that a handle does without.

#include "afterword/backend/recipe.hpp"
#include "afterword/widget/decode.hpp"
#include "afterword/widget/encode.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace afterword {

/// A frame as JSON.
inline std::string answer(const Frame &frame) {
  return encode(frame);
}
/// Empty where there is no frame: the event is not the reader's business.
inline std::string answer(const std::optional<Frame> &frame) {
  return frame ? encode(*frame, nullptr) : std::string();
}

/// Widgets of the class `Kind`: Widget, or Reader.
/// @tparam decode reads the events that no reader has an answer to; nullptr: nobody does
template <class Kind, bool (*decode)(const backend::Json &, const std::string &, Event &)> class Door {
public:
  /// Makes a widget. Returns its handle, or 0 if the configuration or the recipe cannot be read.
  static int create(const std::string &config, const std::string &recipe) {
    auto read_config = decode_config(config);
    auto read_recipe = backend::Recipe::parse(recipe);
    if (!read_config || !read_recipe)
      return 0;
    widgets_.push_back(std::make_unique<Kind>(std::move(*read_config), std::move(*read_recipe)));
    return static_cast<int>(widgets_.size());
  }

  /// Lets an event happen to a widget. An event or a handle that means nothing gives an empty frame; an event
  /// that may mean something to others, nothing.
  static std::string dispatch(int handle, const std::string &event) {
    Kind *widget = find(handle);
    const auto read_event = decode_event(event, decode);
    if (widget != nullptr && read_event)
      return answer(widget->dispatch(*read_event));
    return widget != nullptr && decode == nullptr ? std::string() : encode(Frame(), nullptr);
  }

  static void destroy(int handle) {
    if (find(handle) != nullptr)
      widgets_[static_cast<std::size_t>(handle) - 1].reset();
  }

private:
  static Kind *find(int handle) {
    const auto index = static_cast<std::size_t>(handle) - 1; // 0 is no handle
    return index < widgets_.size() ? widgets_[index].get() : nullptr;
  }

  /// By handle; a widget that was destroyed leaves its place empty.
  static inline std::vector<std::unique_ptr<Kind>> widgets_;
};

} // namespace afterword
