#include "grammar.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/utf8.hpp"
#include "afterword/text/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace afterword::test {

namespace {

/// What may stand in an element.
enum class Inside : std::uint8_t { nothing, phrases, items, anything };

struct Element {
  std::string_view name;
  Inside inside;
  bool is_block;
};

constexpr std::array<Element, 12> elements = {{{"p", Inside::phrases, true},
                                               {"pre", Inside::phrases, true},
                                               {"blockquote", Inside::anything, true},
                                               {"ul", Inside::items, true},
                                               {"ol", Inside::items, true},
                                               {"hr", Inside::nothing, true},
                                               {"br", Inside::nothing, false},
                                               {"em", Inside::phrases, false},
                                               {"strong", Inside::phrases, false},
                                               {"del", Inside::phrases, false},
                                               {"code", Inside::phrases, false},
                                               {"a", Inside::phrases, false}}};

/// A reader of content; what breaks the grammar is thrown, and told as one sentence.
class Reader {
public:
  explicit Reader(std::string_view content) : rest_(content) {}

  std::string read() {
    while (!rest_.empty())
      if (!element(true, false))
        throw std::runtime_error("no block: " + std::string(rest_.substr(0, 40)));
    return shown_;
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

  /// Reads one element, if one of those that may stand here begins.
  bool element(bool with_blocks, bool with_phrases) {
    for (const Element &candidate : elements) {
      const std::string tag = "<" + std::string(candidate.name);
      if ((candidate.is_block ? !with_blocks : !with_phrases) ||
          (!rest_.starts_with(tag + ">") && !rest_.starts_with(tag + "/>") &&
           !(candidate.name == "a" && rest_.starts_with("<a "))))
        continue;
      expect(tag);
      content(candidate);
      if (candidate.is_block || candidate.name == "br")
        shown_ += "\n";
      return true;
    }
    return false;
  }

  void content(const Element &element) {
    if (element.inside == Inside::nothing)
      return expect("/>");
    const bool is_link = element.name == "a";
    if (is_link && std::exchange(in_link_, true))
      throw std::runtime_error("a link in a link");
    if (is_link)
      attributes();
    expect(">");
    const std::string end = "</" + std::string(element.name) + ">";
    while (!take(end)) {
      if (element.inside == Inside::items) {
        item();
      } else {
        piece(element.inside == Inside::anything);
      }
    }
    in_link_ = in_link_ && !is_link;
  }

  void item() {
    expect("<li>");
    while (!take("</li>"))
      piece(true);
    shown_ += "\n";
  }

  void piece(bool with_blocks) {
    if (!element(with_blocks, true))
      shown_ += text("<");
  }

  /// @see https://url.spec.whatwg.org/#scheme-state
  static bool is_of_scheme(char c) noexcept {
    return text::is_ascii_alphanumeric(c) || c == '+' || c == '-' || c == '.';
  }

  /// Those of a link: an address that runs nothing, what goes with it, and a title.
  void attributes() {
    if (take(" href=\"")) {
      const std::string address = text("\"");
      const std::string scheme(address.begin(),
                               std::find_if_not(address.begin(), address.end(), is_of_scheme));
      if (address.substr(scheme.size()).starts_with(':') &&
          !text::is_among("http https mailto", text::to_ascii_lower(scheme)))
        throw std::runtime_error("a link to " + address);
      expect("\" rel=\"nofollow ugc noopener\"");
    }
    if (take(" title=\"") && !take("\"")) {
      text("\"");
      expect("\"");
    }
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
    if (!point.well_formed || is_special ||
        (is_control(point.value) && point.value != '\t' && point.value != '\n'))
      throw std::runtime_error("not text: " + std::string(rest_.substr(0, 40)));
    const std::string_view character = rest_.substr(0, point.size);
    rest_.remove_prefix(point.size);
    return character;
  }

  std::string_view rest_;
  std::string shown_;
  bool in_link_ = false;
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
