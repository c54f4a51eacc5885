#pragma once
/// @file Secrets for links: made of the operating system's randomness, kept only as their hash.

#include <string>
#include <string_view>

namespace afterword::demo {

/// 192 random bits as 48 hexadecimal digits.
/// @throws std::runtime_error when the operating system has no randomness to give
std::string random_token();

/// SHA-256 of `text`, as 64 hexadecimal digits. Looking a token up by its hash also keeps the time of the
/// lookup from telling anything about the token.
std::string sha256(std::string_view text);

} // namespace afterword::demo
