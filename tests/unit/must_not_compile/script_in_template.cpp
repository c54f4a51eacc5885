// expect: its places do not fit the values
#include "afterword/html/template.hpp"
auto made = afterword::html::draw<"<script>{}</script>">(std::string("x"));
