/// @file A door to what the shipped one has no door to: the sanitizer and the formatter alone, over strings,
/// to be measured. Built as the shipped one is, to the last flag.

#include "afterword/html/format.hpp"
#include "afterword/html/sanitizer.hpp"

#include <emscripten/bind.h>
#include <string>

namespace {

std::string sanitize(const std::string &html) {
  return afterword::html::sanitize(html).str();
}

std::string format(const std::string &text) {
  return afterword::html::format_text(text).str();
}

} // namespace

EMSCRIPTEN_BINDINGS(afterword_bench) {
  emscripten::function("sanitize", &sanitize);
  emscripten::function("format", &format);
}
