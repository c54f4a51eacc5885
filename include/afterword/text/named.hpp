#pragma once
/// @file A text with a name: a header field, a detail of an event; and names in braces, which stand for
/// texts.

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::text {

/// A name and what it stands for.
struct Named {
  std::string name;
  std::string value;
  friend bool operator==(const Named &, const Named &) = default;
};

/// Longer names stand in no braces: who writes nothing but opening ones shall not be waited for.
inline constexpr std::size_t most_name_bytes = 200;

/// Where the name in braces ends that begins at `at`, at its closing one; npos if none begins there.
constexpr std::size_t end_of_name(std::string_view pattern, std::size_t at) noexcept {
  if (pattern[at] != '{')
    return std::string_view::npos;
  const std::size_t size = pattern.substr(at, most_name_bytes).find('}');
  return size == std::string_view::npos ? size : at + size;
}

} // namespace afterword::text
