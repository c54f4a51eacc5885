// expect: its places do not fit the values
#include "afterword/html/template.hpp"
auto made = afterword::html::draw<R"(<a href="{}"></a>)">(std::string("javascript:x"));
