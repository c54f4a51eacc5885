// expect: constant expression
#include "afterword/html/markup.hpp"
void write(afterword::html::Builder &builder, const char *name) {
  builder.open(name);
}
