#pragma once
/// @file Escaping of text for the languages that the core writes: markup, URLs and JSON.

#include "afterword/text/ascii.hpp"
#include "afterword/text/utf8.hpp"

#include <string>
#include <string_view>

namespace afterword::text {

/// Whether XML 1.0 can hold `c`; markup made of anything else is not well-formed in an XHTML page.
/// @see https://www.w3.org/TR/xml/#charsets
constexpr bool is_xml_character(char32_t c) noexcept {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

/// Appends `raw` so that it is text between tags, and text within a quoted attribute as well: `& < > "`
/// become references, carriage returns too (a parser would turn them into line feeds), and what no document
/// may hold becomes U+FFFD.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#escapingString
inline void append_escaped(std::string &out, std::string_view raw) {
  for (std::size_t at = 0; at < raw.size();) {
    const char c = raw[at];
    if (c >= 0x20 && c < 0x7F) {
      switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
      }
      ++at;
      continue;
    }
    const CodePoint point = decode(raw, at);
    if (c == '\r')
      out += "&#13;";
    else
      append(out, is_xml_character(point.value) ? point.value : replacement);
    at += point.size;
  }
}

/// `raw` as one component of a URL: what JavaScript's encodeURIComponent writes, so that the loader and the
/// core agree on every URL to the byte.
/// @see https://tc39.es/ecma262/#sec-encodeuricomponent-uricomponent
inline std::string percent_encode(const std::string &raw) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  static constexpr std::string_view kept = "-_.!~*'()";
  std::string out;
  for (const char c : raw) {
    if (is_ascii_alphanumeric(c) || kept.find(c) != std::string_view::npos) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('%');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 0xF]);
    }
  }
  return out;
}

/// Appends `raw` as a JSON string, quotes included.
/// @see https://www.rfc-editor.org/rfc/rfc8259#section-7
inline void append_json_string(std::string &out, const std::string &raw) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out.push_back('"');
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint point = decode(raw, at);
    if (point.value == '"' || point.value == '\\') {
      out.push_back('\\');
      out.push_back(static_cast<char>(point.value));
    } else if (point.value == '\n') {
      out += "\\n";
    } else if (point.value < 0x20) {
      out += "\\u00";
      out.push_back(digits[point.value >> 4]);
      out.push_back(digits[point.value & 0xF]);
    } else {
      append(out, point.value);
    }
    at += point.size;
  }
  out.push_back('"');
}

} // namespace afterword::text
