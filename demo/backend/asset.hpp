#pragma once
/// @file A file as the web gets it: with its type, its entity tag, and compressed when that is at hand.

#include "exchange.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace afterword::demo {

/// Whether `path` names a file below a folder and nothing else: segments of letters, digits, `-`, `_` and
/// `.`, none of them hidden or going up.
bool is_plain_path(std::string_view path) noexcept;

/// The file at `name` as an answer to `request`: 200, or 304 when the client has it already. `name.br` or
/// `name.gz` is sent instead when it lies beside, is no older, and the client takes it. Nothing when there is
/// no such file.
std::optional<Response> serve_asset(const Request &request, const std::string &name);

} // namespace afterword::demo
