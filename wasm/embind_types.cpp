/// @file The types that cross the door, in place of all those that embind registers by itself: wide strings,
/// floats, memory views and the rest bring glue for JavaScript, 0.9 kB of it compressed, that nothing here
/// would call. Only for the Emscripten that Debian has; newer ones register types in their own way, see
/// CMakeLists.txt.

#include <cstdlib>
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <limits>
#include <new>
#include <string>

extern "C" {

/// What embind calls a type in its own error messages; the caller frees it. No message here names a type.
EMSCRIPTEN_KEEPALIVE char *__getTypeName(const std::type_info *) {
  return new (std::malloc(1)) char();
}

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_integer(TypeID<int>::get(), "int", sizeof(int), std::numeric_limits<int>::min(),
                           std::numeric_limits<int>::max());
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}

} // extern "C"
