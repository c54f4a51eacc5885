// What the others here must not do, done as it may be done: this one compiles.
#include "afterword/html/template.hpp"
#include <string>
using namespace afterword::html;
Markup made(const std::string &text, const Url &url) {
  Builder builder;
  builder.open("p").attribute("title", text);
  return draw<R"(<a href="{}" title="{}">{}</a>)">(url, text, text);
}
