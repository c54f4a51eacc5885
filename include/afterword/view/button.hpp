#pragma once
/// @file The button that sends a form.

#include "afterword/html/template.hpp"

#include <string>

namespace afterword::view::detail {

/// While the form is being sent the button stays where it is and keeps its focus, but says that it does
/// nothing now.
inline html::Markup draw_submit(const std::string &text, bool sending) {
  return html::draw<R"(<button type="submit" class="primary" ?aria-disabled="{}">{}</button>)">(
      std::string(sending ? "true" : ""), text);
}

} // namespace afterword::view::detail
