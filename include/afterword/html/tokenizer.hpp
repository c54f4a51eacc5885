#pragma once
/// @file Cuts HTML that others wrote into text and tags, as the HTML standard's tokenizer does. Each byte is
/// looked at a fixed number of times, whatever stands there.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization

#include "afterword/html/references.hpp"
#include "afterword/text/ascii.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::html {

/// An attribute as written: the name in lower case, the value with its references read.
struct Attribute {
  std::string name;
  std::string value;
};

/// A piece of the input.
struct Token {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, end };
  Kind kind = Kind::end;
  std::string name;                  ///< of a tag, in lower case
  std::string text;                  ///< with its references read
  std::vector<Attribute> attributes; ///< of a start tag; the first of each name
  bool self_closing = false;         ///< written `<x/>`
};

/// Reads tokens one by one from `html`, which must outlive it. Comments, doctypes and processing instructions
/// are passed over.
class Tokenizer {
public:
  explicit Tokenizer(std::string_view html) noexcept : html_(html) {}

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

  /// After the start tag of a raw-text element `name`: passes over its content and its end tag, or all the rest.
  void skip_raw_text(std::string_view name) {
    for (; at_ < html_.size(); ++at_) {
      if (html_[at_] != '<' || at_ + 1 >= html_.size() || html_[at_ + 1] != '/')
        continue;
      const std::string_view rest = html_.substr(at_ + 2);
      if (text::starts_with_ignoring_case(rest, name) &&
          (rest.size() == name.size() || text::is_ascii_space(rest[name.size()]) || rest[name.size()] == '/' ||
           rest[name.size()] == '>')) {
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
    std::size_t end = at_ + 1;
    while (end < html_.size() && !begins_tag(end))
      ++end;
    Token token;
    token.kind = Token::Kind::text;
    token.text = decode_references(html_.substr(at_, end - at_), false);
    at_ = end;
    return token;
  }

  /// A comment, a doctype, or what the standard calls a bogus comment.
  void skip_comment() noexcept {
    const std::string_view rest = html_.substr(at_);
    std::size_t end = std::string_view::npos;
    if (rest.starts_with("<!-->")) {
      end = at_ + 5;
    } else if (rest.starts_with("<!--->")) {
      end = at_ + 6;
    } else if (rest.starts_with("<!--")) {
      end = end_of_comment(at_ + 4);
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

  void skip_space() noexcept {
    while (at_ < html_.size() && text::is_ascii_space(html_[at_]))
      ++at_;
  }

  /// Reads the tag at hand. A tag that the input ends in is no token at all.
  Token read_tag() {
    Token token;
    const bool is_end = html_[at_ + 1] == '/';
    token.kind = is_end ? Token::Kind::end_tag : Token::Kind::start_tag;
    at_ += is_end ? 2 : 1;
    const std::size_t start = at_;
    while (at_ < html_.size() && !text::is_ascii_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>')
      ++at_;
    token.name = text::to_ascii_lower(html_.substr(start, at_ - start));
    while (at_ < html_.size()) {
      skip_space();
      if (at_ >= html_.size())
        break;
      if (html_[at_] == '>') {
        ++at_;
        return token;
      }
      if (html_[at_] == '/') {
        ++at_;
        token.self_closing = at_ < html_.size() && html_[at_] == '>';
        continue;
      }
      read_attribute(token);
    }
    return {};
  }

  void read_attribute(Token &token) {
    const std::size_t start = at_++; // an "=" may begin a name
    while (at_ < html_.size() && !text::is_ascii_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>' &&
           html_[at_] != '=')
      ++at_;
    Attribute attribute{text::to_ascii_lower(html_.substr(start, at_ - start)), {}};
    skip_space();
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      skip_space();
      attribute.value = decode_references(attribute_value(), true);
    }
    if (token.attributes.size() >= most_attributes)
      return;
    for (const Attribute &other : token.attributes)
      if (other.name == attribute.name)
        return;
    token.attributes.push_back(std::move(attribute));
  }

  std::string_view attribute_value() noexcept {
    if (at_ >= html_.size() || html_[at_] == '>')
      return {};
    const char quote = html_[at_];
    std::size_t end = 0;
    if (quote == '"' || quote == '\'') {
      const std::size_t start = ++at_;
      end = html_.find(quote, start);
      end = end == std::string_view::npos ? html_.size() : end;
      at_ = end < html_.size() ? end + 1 : end;
      return html_.substr(start, end - start);
    }
    const std::size_t start = at_;
    while (at_ < html_.size() && !text::is_ascii_space(html_[at_]) && html_[at_] != '>')
      ++at_;
    return html_.substr(start, at_ - start);
  }

  /// No honest tag has as many; a limit keeps the search for doubles linear.
  static constexpr std::size_t most_attributes = 64;

  std::string_view html_;
  std::size_t at_ = 0;
};

} // namespace afterword::html
