/// @file The door of the whole core.

#include "door.hpp"

#include "afterword/widget/widget.hpp"

#include <emscripten/bind.h>

EMSCRIPTEN_BINDINGS(afterword) {
  using Door = afterword::Door<afterword::Widget, afterword::decode_writing>;
  emscripten::function("create", &Door::create);
  emscripten::function("dispatch", &Door::dispatch);
  emscripten::function("destroy", &Door::destroy);
}
