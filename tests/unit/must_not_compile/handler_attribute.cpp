// expect: this_name_is_not_allowed_here
#include "afterword/html/markup.hpp"
void write(afterword::html::Builder &builder) {
  builder.open("p").attribute("onclick", "x");
}
