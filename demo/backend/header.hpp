#pragma once
/// @file What the headers of a request say.

#include "exchange.hpp"

#include <string>
#include <string_view>

namespace afterword::demo {

/// Whether an element of a comma-separated header is `wanted`, and not refused by a weight of zero.
bool lists(std::string_view header, std::string_view wanted);

/// Whether the client has what `tag` stands for already (If-None-Match, which compares weakly).
/// @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
bool is_known(const Request &request, const std::string &tag);

} // namespace afterword::demo
