#include "grammar.hpp"

#include "afterword/text/utf8.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace afterword::test {

namespace {

/// A reader of content; what breaks the grammar is thrown, and told as one sentence.
class Reader {
public:
  explicit Reader(std::string_view content) : rest_(content) {}

  std::string read() {
    std::string shown;
    while (!rest_.empty()) {
      expect("<p>");
      do
        shown += take("<br/>") ? "\n" : rest_.starts_with("<a ") ? link() : text("<");
      while (!take("</p>"));
      shown += "\n";
    }
    return shown;
  }

private:
  bool take(std::string_view token) {
    if (!rest_.starts_with(token))
      return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  void expect(std::string_view token) {
    if (!take(token))
      throw std::runtime_error("not " + std::string(token) + " but " + std::string(rest_.substr(0, 40)));
  }

  std::string link() {
    expect("<a href=\"");
    const std::string address = text("\"");
    if (!address.starts_with("http://") && !address.starts_with("https://") &&
        !address.starts_with("HTTP://") && !address.starts_with("HTTPS://"))
      throw std::runtime_error("a link to " + address);
    expect("\" rel=\"nofollow ugc noopener\">");
    if (text("<") != address)
      throw std::runtime_error("a link that shows another address than " + address);
    expect("</a>");
    return address;
  }

  /// Escaped text up to `end`, unescaped; there must be some.
  std::string text(std::string_view end) {
    static constexpr std::array<std::pair<std::string_view, char>, 4> references = {
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
    std::string out;
    while (!rest_.empty() && !rest_.starts_with(end)) {
      bool is_reference = false;
      for (const auto &[reference, character] : references)
        if (!is_reference && take(reference)) {
          out.push_back(character);
          is_reference = true;
        }
      if (!is_reference)
        out += character();
    }
    if (out.empty())
      throw std::runtime_error("no text before " + std::string(rest_.substr(0, 40)));
    return out;
  }

  /// One character that stands for itself in HTML and XML, in text and in attributes.
  std::string_view character() {
    const text::CodePoint point = text::decode(rest_, 0);
    const bool is_special = point.value == '<' || point.value == '>' || point.value == '"' ||
                            point.value == '&' || (point.value & 0xFFFE) == 0xFFFE;
    if (!point.well_formed || is_special || (is_control(point.value) && point.value != '\t'))
      throw std::runtime_error("not text: " + std::string(rest_.substr(0, 40)));
    const std::string_view character = rest_.substr(0, point.size);
    rest_.remove_prefix(point.size);
    return character;
  }

  std::string_view rest_;
};

} // namespace

Content read_content(std::string_view content) {
  try {
    return {"", Reader(content).read()};
  } catch (const std::runtime_error &error) {
    return {error.what(), ""};
  }
}

bool is_control(char32_t c) noexcept {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool is_bidi_control(char32_t c) noexcept {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_free_of(std::string_view text, bool (*is_forbidden)(char32_t) noexcept) {
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::decode(text, at);
    if (!point.well_formed || is_forbidden(point.value))
      return false;
    at += point.size;
  }
  return true;
}

} // namespace afterword::test
