#pragma once
/// @file What commenters write, Markdown, as what readers see.

#include "afterword/html/markup.hpp"

#include <string_view>

namespace afterword::demo {

/// `source` as markup, safe to show: CommonMark (https://spec.commonmark.org/0.30/) with strikethrough, in
/// which http(s) addresses become links by themselves, line ends stay line ends, HTML is text, and code is
/// set apart by fences, not by indenting. What would show nothing, or would grow beyond measure, is shown as
/// it was typed.
/// @param source well-formed UTF-8
/// @throws std::bad_alloc
html::Markup markdown(std::string_view source);

} // namespace afterword::demo
