/// @file The door to JavaScript: the Widget, and nothing of its own. Three functions over strings and numbers:
/// embind's class_ brings 9 kB of glue (2.5 kB compressed) that a handle does without.

#include "afterword/widget/decode.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/widget.hpp"

#include <emscripten/bind.h>
#include <map>
#include <string>
#include <utility>

namespace {

std::map<int, afterword::Widget> &widgets() {
  static std::map<int, afterword::Widget> all;
  return all;
}

/// Makes a widget. Returns its handle, or 0 if the configuration or the recipe cannot be read.
int create(const std::string &config, const std::string &recipe) {
  static int last = 0;
  auto read_config = afterword::decode_config(config);
  auto read_recipe = afterword::backend::Recipe::parse(recipe);
  if (!read_config || !read_recipe)
    return 0;
  widgets().try_emplace(++last, std::move(*read_config), std::move(*read_recipe));
  return last;
}

/// Lets an event happen to a widget. An event or a handle that means nothing gives an empty frame.
std::string dispatch(int handle, const std::string &event) {
  const auto widget = widgets().find(handle);
  const auto read_event = afterword::decode_event(event);
  if (widget == widgets().end() || !read_event)
    return encode(afterword::Frame{});
  return encode(widget->second.dispatch(*read_event));
}

void destroy(int handle) { widgets().erase(handle); }

} // namespace

EMSCRIPTEN_BINDINGS(afterword) {
  emscripten::function("create", &create);
  emscripten::function("dispatch", &dispatch);
  emscripten::function("destroy", &destroy);
}
