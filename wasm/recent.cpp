/// @file The door of the latest comments.

#include "door.hpp"

#include "afterword/widget/recent.hpp"

#include <emscripten/bind.h>

namespace {

/// No larger core stands behind this one: an event that it does not know is none.
bool decode_nothing(const afterword::backend::Json &, const std::string &, afterword::Event &) {
  return false;
}

} // namespace

EMSCRIPTEN_BINDINGS(afterword) {
  using Door = afterword::Door<afterword::Recent, decode_nothing>;
  emscripten::function("create", &Door::create);
  emscripten::function("dispatch", &Door::dispatch);
  emscripten::function("destroy", &Door::destroy);
}
