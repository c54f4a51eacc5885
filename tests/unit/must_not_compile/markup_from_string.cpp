// expect: private
#include "afterword/html/markup.hpp"
afterword::html::Markup made = afterword::html::Markup(std::string("<b>"));
