#include "printable.hpp"

#include "afterword/text/utf8.hpp"

namespace afterword::recipe {

namespace {

bool is_harmless(char32_t c) noexcept {
  return c >= 0x20 && (c < 0x7F || c > 0x9F) && !(c >= 0x200B && c <= 0x200F) &&
         !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2060 && c <= 0x206F) && c != 0xFEFF;
}

} // namespace

std::string printable(std::string_view text, std::size_t most) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (out.size() >= most)
      return out + "…";
    const text::CodePoint point = text::decode(text, at);
    at += point.size;
    if (is_harmless(point.value)) {
      text::append(out, point.value);
    } else {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4)
        out.push_back(digits[point.value >> static_cast<unsigned>(shift) & 0xF]);
    }
  }
  return out;
}

std::string quoted(std::string_view text, std::size_t most) {
  return "\"" + printable(text, most) + "\"";
}

} // namespace afterword::recipe
