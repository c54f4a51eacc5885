/// @file The door to JavaScript: the Widget, and nothing of its own. Three functions over strings and
/// numbers: embind's class_ brings 9 kB of glue (2.5 kB compressed) that a handle does without.

#include "afterword/widget/decode.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/widget.hpp"

#include <cstddef>
#include <emscripten/bind.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

/// By handle; a widget that was destroyed leaves its place empty.
std::vector<std::unique_ptr<afterword::Widget>> widgets;

afterword::Widget *find(int handle) {
  const auto index = static_cast<std::size_t>(handle) - 1; // 0 is no handle
  return index < widgets.size() ? widgets[index].get() : nullptr;
}

/// Makes a widget. Returns its handle, or 0 if the configuration or the recipe cannot be read.
int create(const std::string &config, const std::string &recipe) {
  auto read_config = afterword::decode_config(config);
  auto read_recipe = afterword::backend::Recipe::parse(recipe);
  if (!read_config || !read_recipe)
    return 0;
  widgets.push_back(std::make_unique<afterword::Widget>(std::move(*read_config), std::move(*read_recipe)));
  return static_cast<int>(widgets.size());
}

/// Lets an event happen to a widget. An event or a handle that means nothing gives an empty frame.
std::string dispatch(int handle, const std::string &event) {
  afterword::Widget *widget = find(handle);
  const auto read_event = afterword::decode_event(event);
  return encode(widget != nullptr && read_event ? widget->dispatch(*read_event) : afterword::Frame{});
}

void destroy(int handle) {
  if (find(handle) != nullptr)
    widgets[static_cast<std::size_t>(handle) - 1].reset();
}

} // namespace

EMSCRIPTEN_BINDINGS(afterword) {
  emscripten::function("create", &create);
  emscripten::function("dispatch", &dispatch);
  emscripten::function("destroy", &destroy);
}
