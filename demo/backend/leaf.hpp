#pragma once
/// @file A leaf: a small page that the server writes itself, for people who come from a mail or look at the
/// outbox.

#include "afterword/html/markup.hpp"
#include "exchange.hpp"

#include <string_view>

namespace afterword::demo {

/// A page with a heading, a sentence and, when `button` is not empty, a form with that button, which posts to
/// the page's own address. All texts are plain.
Response leaf(int status, std::string_view heading, std::string_view sentence, std::string_view button = {});

/// A page with a heading above `content`.
Response leaf(int status, std::string_view heading, const html::Markup &content);

/// Headers that every page of the site has: what it may load and do, and what it tells about itself.
void protect_page(Response &response);

} // namespace afterword::demo
