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
  std::size_t written = 0; // what may stay as it is goes out in one piece
  for (std::size_t at = 0; at < raw.size();) {
    const auto c = static_cast<signed char>(raw[at]); // not ASCII is below it
    const char *instead = nullptr;
    std::size_t size = 1;
    if (c <= '>' && c != ' ') { // no letter
      switch (c) {
      case '&':
        instead = "&amp;";
        break;
      case '<':
        instead = "&lt;";
        break;
      case '>':
        instead = "&gt;";
        break;
      case '"':
        instead = "&quot;";
        break;
      case '\r':
        instead = "&#13;";
        break;
      default:
        if (c < 0x20) {
          const CodePoint point = decode(raw, at);
          size = point.size;
          if (!point.well_formed || !is_xml_character(point.value))
            instead = "\xEF\xBF\xBD";
        }
      }
    }
    if (instead != nullptr) {
      out += raw.substr(written, at - written);
      out += instead;
      written = at + size;
    }
    at += size;
  }
  out += raw.substr(written);
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
