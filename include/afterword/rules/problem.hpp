#pragma once
/// @file What can be wrong with a field: codes, never prose. The words live in locale/.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afterword::rules {

/// What is wrong with one value.
enum class Problem : std::uint8_t {
  missing,         ///< required, and empty
  invisible,       ///< something was typed, but none of it can be seen
  too_long,        ///< over the limit
  too_short,       ///< under the least length
  email_invalid,   ///< not an e-mail address
  website_invalid, ///< not an http(s) address
  refused,         ///< the backend does not take it, for a reason of its own
};

inline constexpr std::array<std::string_view, 7> problem_codes = {
    "missing", "invisible", "too_long", "too_short", "email_invalid", "website_invalid", "refused"};

/// The code of `problem` on the wire; the same in JSON, TypeScript and this enum.
constexpr std::string_view code(Problem problem) noexcept {
  return problem_codes[static_cast<std::size_t>(problem)];
}

/// The problem that `code` names, if there is one.
constexpr std::optional<Problem> problem_of(std::string_view code) noexcept {
  for (std::size_t i = 0; i < problem_codes.size(); ++i)
    if (problem_codes[i] == code)
      return static_cast<Problem>(i);
  return std::nullopt;
}

} // namespace afterword::rules
