// expect: its places do not fit the values
#include "afterword/html/template.hpp"
auto made = afterword::html::draw<"<p>{}">(std::string("x"));
