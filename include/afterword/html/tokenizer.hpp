#pragma once
/// @file Cuts HTML that others wrote into text and tags, as the HTML standard's tokenizer does. Each byte is
/// looked at a fixed number of times, whatever stands there.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization

#include "afterword/html/references.hpp"
#include "afterword/text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afterword::html {

/// The attributes of a tag, read one by one from what stands behind its name. Also how the end of a tag is
/// found.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state
class Attributes {
public:
  explicit Attributes(std::string_view html) noexcept : html_(html) {}

  /// Moves to the next attribute. False at the end of the tag, or of the input.
  bool next() {
    while (at_ < html_.size() && (text::is_ascii_space(html_[at_]) || html_[at_] == '/')) {
      self_closing_ = html_[at_] == '/';
      ++at_;
    }
    if (at_ >= html_.size() || html_[at_] == '>')
      return false;
    self_closing_ = false;
    const std::size_t start = at_++; // an "=" may begin a name
    while (at_ < html_.size() && !ends_name(html_[at_]) && html_[at_] != '=')
      ++at_;
    name_ = html_.substr(start, at_ - start);
    skip_space();
    value_ = {};
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      skip_space();
      value_ = value();
    }
    return true;
  }

  /// Of the attribute at hand, as written.
  [[nodiscard]] std::string name() const { return text::to_ascii_lower(name_); }
  /// Of the attribute at hand, with its references read.
  [[nodiscard]] std::string text() const { return decode_references(value_, true); }
  /// Where the tag ends: at its `>`, or at the end of the input.
  [[nodiscard]] std::size_t end() const noexcept { return at_; }
  /// After the last attribute: whether the tag was written `<x/>`.
  [[nodiscard]] bool self_closing() const noexcept { return self_closing_; }

  /// Whether `c` ends the name of a tag or an attribute.
  static constexpr bool ends_name(char c) noexcept { return text::is_ascii_space(c) || c == '/' || c == '>'; }

private:
  void skip_space() noexcept {
    while (at_ < html_.size() && text::is_ascii_space(html_[at_]))
      ++at_;
  }

  std::string_view value() noexcept {
    const char quote = at_ < html_.size() ? html_[at_] : '>';
    const std::size_t start = quote == '"' || quote == '\'' ? ++at_ : at_;
    if (quote == '"' || quote == '\'') {
      at_ = std::min(html_.find(quote, start), html_.size());
      const std::string_view value = html_.substr(start, at_ - start);
      at_ += at_ < html_.size() ? 1 : 0;
      return value;
    }
    while (at_ < html_.size() && !text::is_ascii_space(html_[at_]) && html_[at_] != '>')
      ++at_;
    return html_.substr(start, at_ - start);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string_view name_;
  std::string_view value_;
  bool self_closing_ = false;
};

/// A piece of the input.
struct Token {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, end };
  Kind kind = Kind::end;
  std::string text{};            ///< with its references read; of a tag its name, in lower case
  std::string_view attributes{}; ///< of a tag, as written; lives as long as the input
  bool self_closing = false;     ///< written `<x/>`
};

/// Reads tokens one by one from `html`, which must outlive it. Comments, doctypes and processing instructions
/// are passed over.
class Tokenizer {
public:
  explicit Tokenizer(std::string_view html) noexcept : html_(html) {}

  /// Whether `<![CDATA[` begins what it names, as in foreign content, or a bogus comment.
  bool has_cdata = false;

  Token next() {
    while (at_ < html_.size()) {
      if (!begins_tag(at_))
        return text();
      const char c = html_[at_ + 1];
      if (c == '!' || c == '?' || (c == '/' && !is_alpha_at(at_ + 2)))
        skip_comment();
      else if (Token tag = read_tag(); tag.kind != Token::Kind::end)
        return tag;
    }
    return {};
  }

  /// After the start tag of a raw-text element `name`: passes over its content and its end tag, or all the
  /// rest.
  void skip_raw_text(std::string_view name) {
    for (; at_ < html_.size(); ++at_) {
      if (html_[at_] != '<' || at_ + 1 >= html_.size() || html_[at_ + 1] != '/')
        continue;
      const std::string_view rest = html_.substr(at_ + 2);
      if (text::starts_with_ignoring_case(rest, name) &&
          (rest.size() == name.size() || Attributes::ends_name(rest[name.size()]))) {
        read_tag();
        return;
      }
    }
  }

  /// Passes over everything that is left, as after `<plaintext>`.
  void skip_all() noexcept { at_ = html_.size(); }

private:
  [[nodiscard]] bool is_alpha_at(std::size_t i) const noexcept {
    return i < html_.size() && text::is_ascii_alpha(html_[i]);
  }

  /// Whether a tag or a comment begins at `i`; a `<` before anything else is text.
  [[nodiscard]] bool begins_tag(std::size_t i) const noexcept {
    if (html_[i] != '<' || i + 1 >= html_.size())
      return false;
    const char c = html_[i + 1];
    return text::is_ascii_alpha(c) || c == '!' || c == '?' || (c == '/' && i + 2 < html_.size());
  }

  Token text() {
    std::size_t end = at_;
    do
      end = std::min(html_.find('<', end + 1), html_.size());
    while (end < html_.size() && !begins_tag(end));
    Token token;
    token.kind = Token::Kind::text;
    token.text = decode_references(html_.substr(at_, end - at_), false);
    std::erase(token.text, '\0'); // a parser ignores it in a body
    at_ = end;
    return token;
  }

  /// A comment, a doctype, what the standard calls a bogus comment, or a CDATA section where there are any.
  void skip_comment() noexcept {
    const std::string_view rest = html_.substr(at_);
    std::size_t end = std::string_view::npos;
    if (rest.starts_with("<!-->")) {
      end = at_ + 5;
    } else if (rest.starts_with("<!--->")) {
      end = at_ + 6;
    } else if (rest.starts_with("<!--")) {
      end = end_of_comment(at_ + 4);
    } else if (has_cdata && rest.starts_with("<![CDATA[")) {
      end = html_.find("]]>", at_ + 9);
      end = end == std::string_view::npos ? html_.size() : end + 3;
    } else {
      end = html_.find('>', at_ + 2);
      end = end == std::string_view::npos ? html_.size() : end + 1;
    }
    at_ = end;
  }

  [[nodiscard]] std::size_t end_of_comment(std::size_t from) const noexcept {
    for (std::size_t i = from; (i = html_.find("--", i)) != std::string_view::npos; ++i) {
      if (html_.substr(i + 2, 1) == ">")
        return i + 3;
      if (html_.substr(i + 2, 2) == "!>")
        return i + 4;
    }
    return html_.size();
  }

  /// Reads the tag at hand. A tag that the input ends in is no token at all.
  Token read_tag() {
    const bool is_end = html_[at_ + 1] == '/';
    at_ += is_end ? 2 : 1;
    const std::size_t start = at_;
    while (at_ < html_.size() && !Attributes::ends_name(html_[at_]))
      ++at_;
    Token token;
    token.text = text::to_ascii_lower(html_.substr(start, at_ - start));
    token.attributes = html_.substr(at_);
    Attributes attributes(token.attributes);
    while (attributes.next()) {
    }
    token.self_closing = attributes.self_closing();
    at_ += attributes.end();
    if (at_ < html_.size()) {
      token.kind = is_end ? Token::Kind::end_tag : Token::Kind::start_tag;
      ++at_;
    }
    return token;
  }

  std::string_view html_;
  std::size_t at_ = 0;
};

} // namespace afterword::html
