#pragma once
/// @file Which of a recipe's templates a recorded URL was written from, as far as that can be told.

#include <string>
#include <string_view>

namespace afterword::recipe {

/// Whether `pattern`, a template, can have become `url`: every name in braces may be anything.
bool can_become(std::string_view pattern, std::string_view url);

/// The same of the paths alone, without query and fragment.
bool can_become_path(std::string_view pattern, std::string_view url);

/// The value in `url` of the parameter that `pattern` says `{cursor}` in; empty if there is none.
std::string cursor_in(std::string_view pattern, std::string_view url);

} // namespace afterword::recipe
