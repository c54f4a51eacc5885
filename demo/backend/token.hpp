#pragma once
/// @file Secrets: those for links are made of the operating system's randomness and kept only as their hash;
/// others follow from one secret, and are not kept at all.

#include <string>
#include <string_view>

namespace afterword::demo {

/// 192 random bits as 48 hexadecimal digits.
/// @throws std::runtime_error when the operating system has no randomness to give
std::string random_token();

/// SHA-256 of `text`, as 64 hexadecimal digits. Looking a token up by its hash also keeps the time of the
/// lookup from telling anything about the token.
std::string sha256(std::string_view text);

/// HMAC-SHA-256 of `text`, as 64 hexadecimal digits: nobody can tell it who does not know `secret`.
/// @throws std::runtime_error when OpenSSL is not able to
/// @see https://www.rfc-editor.org/rfc/rfc2104
std::string sign(std::string_view secret, std::string_view text);

/// Whether both are the same. How long that takes tells nothing but whether their sizes are.
bool is_same_secret(std::string_view a, std::string_view b) noexcept;

} // namespace afterword::demo
