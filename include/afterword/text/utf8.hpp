#pragma once
/// @file UTF-8 in and out. Everything that enters the core is made well-formed first, so that nothing
/// downstream has to wonder whether two decoders would read the same bytes differently.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afterword::text {

/// One decoded code point. `well_formed` is false for a maximal ill-formed part, which then reads as U+FFFD.
struct CodePoint {
  char32_t value;
  std::size_t size; ///< in bytes, at least 1
  bool well_formed;
};

/// What U+FFFD stands for: a part that could not be decoded.
inline constexpr char32_t replacement = 0xFFFD;

/// Decodes the code point that starts at `at`, which must be less than `text.size()`.
/// Ill-formed input is cut into "maximal subparts" as the WHATWG decoder does.
/// @see https://encoding.spec.whatwg.org/#utf-8-decoder
constexpr CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80)
    return {lead, 1, true};
  std::size_t needed = 0;
  unsigned char lower = 0x80;
  unsigned char upper = 0xBF;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    needed = 1;
    value = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    needed = 2;
    value = lead & 0x0Fu;
    if (lead == 0xE0)
      lower = 0xA0;
    if (lead == 0xED)
      upper = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    needed = 3;
    value = lead & 0x07u;
    if (lead == 0xF0)
      lower = 0x90;
    if (lead == 0xF4)
      upper = 0x8F;
  } else {
    return {replacement, 1, false};
  }
  for (std::size_t i = 1; i <= needed; ++i) {
    if (at + i >= text.size() || byte(at + i) < lower || byte(at + i) > upper)
      return {replacement, i, false};
    lower = 0x80;
    upper = 0xBF;
    value = (value << 6) | (byte(at + i) & 0x3Fu);
  }
  return {value, needed + 1, true};
}

/// Appends `value` as UTF-8. Surrogates and values past U+10FFFF become U+FFFD.
inline void append(std::string &out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    value = replacement;
  char bytes[4];
  std::size_t size = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  // The last bytes carry six bits each, the first one what is left, behind as many ones as there are bytes.
  for (std::size_t i = size; i-- > 1; value >>= 6)
    bytes[i] = static_cast<char>(0x80 | (value & 0x3F));
  bytes[0] = static_cast<char>(size == 1 ? value : (0xF00u >> size & 0xFF) | value);
  out.append(bytes, size);
}

/// Whether every byte belongs to a well-formed sequence.
constexpr bool is_utf8(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.well_formed)
      return false;
    at += point.size;
  }
  return true;
}

/// `text` with each ill-formed part replaced by U+FFFD.
inline std::string to_utf8(std::string_view text) {
  std::string out;
  std::size_t written = 0; // what is well-formed goes out in one piece
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) { // as most text is
      ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    if (!point.well_formed) {
      out += text.substr(written, at - written);
      append(out, replacement);
      written = at + point.size;
    }
    at += point.size;
  }
  out += text.substr(written);
  return out;
}

/// What a limit counts in; backends differ, and a limit in the wrong unit refuses honest text.
enum class Unit : std::uint8_t { bytes, code_points, utf16 };

/// The length of `text` in `unit`. `utf16` counts as JavaScript's String.length does.
constexpr std::size_t length(std::string_view text, Unit unit) noexcept {
  if (unit == Unit::bytes)
    return text.size();
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    count += unit == Unit::utf16 && point.value > 0xFFFF ? 2 : 1;
    at += point.size;
  }
  return count;
}

/// The place at `at` in UTF-8, or the one before it where no character is cut.
constexpr std::size_t whole(std::string_view text, std::size_t at) noexcept {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    --at;
  return at;
}

} // namespace afterword::text
