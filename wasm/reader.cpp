/// @file The door of the reader.

#include "door.hpp"

#include "afterword/widget/reader.hpp"

#include <emscripten/bind.h>

EMSCRIPTEN_BINDINGS(afterword) {
  using Door = afterword::Door<afterword::Reader, nullptr>;
  emscripten::function("create", &Door::create);
  emscripten::function("dispatch", &Door::dispatch);
  emscripten::function("destroy", &Door::destroy);
}
