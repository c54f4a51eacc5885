#pragma once
/// @file The sanitizer: HTML that others wrote in, Markup out. It keeps no byte of its input: it reads tokens
/// and writes its own balanced, allow-listed elements, so no second parser can read the result differently.

#include "afterword/html/elements.hpp"
#include "afterword/html/images.hpp"
#include "afterword/html/markup.hpp"
#include "afterword/html/nesting.hpp"
#include "afterword/html/tokenizer.hpp"
#include "afterword/html/url.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::html {

/// The most bytes of one text that are looked at; a comment is never so long.
inline constexpr std::size_t most_html = 1 << 20;

namespace detail {

/// Says of each token whether it may stay, and what becomes of it.
class Sanitizer {
public:
  Sanitizer(std::string_view html, Images images) : tokens_(html), images_(images) {}

  Markup run() {
    for (Token token = tokens_.next(); token.kind != Token::Kind::end; token = tokens_.next()) {
      if (!dropping_.empty())
        drop(token);
      else if (token.kind == Token::Kind::text)
        add_text(token.text);
      else if (token.kind == Token::Kind::start_tag || token.text == "br")
        start_tag(token); // a parser takes </br> for a start tag, too
      else
        end_tag(token.text);
    }
    return std::move(nesting_).finish();
  }

private:
  /// Reads on within what is being dropped, until it ends.
  void drop(const Token &token) {
    const bool begins = token.kind == Token::Kind::start_tag;
    const bool ends = token.kind == Token::Kind::end_tag;
    const bool is_foreign = is_foreign_content(dropping_);
    if (begins && is_foreign && islands_ == 0 && breaks_out(token.text)) {
      stop_dropping();
      return start_tag(token);
    }
    if (begins && !is_foreign && is_raw_text(token.text))
      tokens_.skip_raw_text(token.text);
    else if (is_foreign && is_html_island(token.text))
      count_island(begins && !token.self_closing, ends);
    else if (token.text == dropping_ && begins && !(is_foreign && token.self_closing))
      ++dropping_depth_;
    else if (token.text == dropping_ && ends && --dropping_depth_ == 0)
      stop_dropping();
    tokens_.has_cdata = is_foreign && islands_ == 0 && !dropping_.empty();
  }

  void count_island(bool begins, bool ends) {
    if (begins)
      ++islands_;
    else if (ends && islands_ != 0)
      --islands_;
  }

  void stop_dropping() {
    dropping_.clear();
    islands_ = 0;
    tokens_.has_cdata = false;
  }

  void add_text(std::string_view content) {
    if (after_pre_ && content.starts_with('\n'))
      content.remove_prefix(1); // a parser drops it, and so do we, once
    after_pre_ = false;
    nesting_.text(content);
  }

  void start_tag(const Token &token) {
    after_pre_ = false;
    const std::string &tag = token.text;
    if (const Element *element = find_element(tag))
      return open_element(*element, token);
    if (is_dropped_whole(tag)) {
      if (tag == "plaintext")
        tokens_.skip_all();
      else if (is_raw_text(tag))
        tokens_.skip_raw_text(tag);
      else if (const bool is_foreign = is_foreign_content(tag); !is_foreign || !token.self_closing) {
        dropping_ = tag;
        dropping_depth_ = 1;
        tokens_.has_cdata = is_foreign;
      }
      return;
    }
    if (tag == "img")
      return image(token.attributes);
    if (is_heading(tag))
      return nesting_.open_heading();
    if (is_block_container(tag))
      nesting_.close_paragraph();
  }

  /// The text of the first attribute called `name`, or nothing.
  static std::string find_attribute(std::string_view written, std::string_view name) {
    for (Attributes attributes(written); attributes.next();)
      if (attributes.name() == name)
        return attributes.text();
    return {};
  }

  /// An image, if it may be shown, or what its author says instead.
  void image(std::string_view written) {
    const std::string alt = find_attribute(written, "alt");
    const auto source = Url::check(find_attribute(written, "src"));
    if (images_ == Images::as_text || !source || source->scheme() != "https")
      return add_text(alt);
    Builder &out = nesting_.content();
    out.open("img").attribute("src", *source).attribute("alt", alt);
    if (const std::string width = find_attribute(written, "width"); is_pixels(width))
      out.attribute("width", width);
    if (const std::string height = find_attribute(written, "height"); is_pixels(height))
      out.attribute("height", height);
    out.attribute("loading", "lazy").attribute("referrerpolicy", "no-referrer").close();
  }

  /// @see https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes
  static bool is_pixels(std::string_view value) noexcept {
    for (const char c : value)
      if (!text::is_ascii_digit(c))
        return false;
    return !value.empty() && value.size() <= 4;
  }

  void open_element(const Element &element, const Token &token) {
    if (element.kind == Kind::rule)
      nesting_.close_paragraph();
    if (element.kind == Kind::void_ || element.kind == Kind::rule) {
      nesting_.content().open(element.name).close();
    } else if (nesting_.open(element)) {
      attributes(element, token.attributes);
      after_pre_ = element.kind == Kind::pre;
    }
  }

  void end_tag(std::string_view tag) {
    after_pre_ = false;
    const Element *element = find_element(tag);
    if (element == nullptr && is_block_container(tag))
      nesting_.close_paragraph();
    else
      nesting_.close(is_heading(tag) ? Nesting::heading : tag, element);
  }

  /// Writes the attributes that may stay; of several with one name the first counts.
  void attributes(const Element &element, std::string_view written) {
    const std::string_view element_name = element.name.str();
    Builder &out = nesting_.head();
    std::string seen;
    for (Attributes attributes(written); attributes.next();) {
      const std::string name = attributes.name();
      if (!text::is_among("title lang dir datetime cite href", name) || text::is_among(seen, name))
        continue;
      seen += name;
      seen.push_back(' ');
      const std::string value = attributes.text();
      if (name == "title")
        out.attribute("title", value);
      else if (name == "lang" && is_language(value))
        out.attribute("lang", value);
      else if (name == "dir" && text::is_among("ltr rtl auto", value))
        out.attribute("dir", value);
      else if (name == "datetime" && element_name == "del")
        out.attribute("datetime", value);
      else if (name == "cite" && text::is_among("blockquote q del", element_name))
        url("cite", value);
      else if (name == "href" && element_name == "a" && url("href", value))
        out.attribute("rel", "nofollow ugc noopener");
    }
  }

  bool url(UrlAttributeName name, std::string_view value) {
    const auto checked = Url::check(value);
    if (checked)
      nesting_.head().attribute(name, *checked);
    return checked.has_value();
  }

  static bool is_language(std::string_view value) noexcept {
    for (const char c : value)
      if (!text::is_ascii_alphanumeric(c) && c != '-')
        return false;
    return !value.empty() && value.size() <= 35;
  }

  Tokenizer tokens_;
  Images images_;
  Nesting nesting_;
  std::string dropping_;           ///< the element whose content is being dropped
  std::size_t dropping_depth_ = 0; ///< how many of it are open
  std::size_t islands_ = 0;        ///< how many elements within it hold HTML again
  bool after_pre_ = false;         ///< right after a <pre> of the input
};

} // namespace detail

/// What may be shown of `html`: text, and the elements of the allow-list with checked attributes. Linear in
/// size. A fixed point: sanitising the result changes nothing.
/// @param html untrusted; ill-formed UTF-8 reads as U+FFFD
/// @param most how many bytes of `html` are looked at; what comes after them is left out
inline Markup sanitize(std::string_view html, Images images = Images::as_text, std::size_t most = most_html) {
  const std::string well_formed = text::to_utf8(html.substr(0, most));
  // Newlines are normalised before tokenising, as a parser's input stream does.
  std::string input;
  std::string_view rest = well_formed;
  for (std::size_t at = 0; (at = rest.find('\r')) != std::string_view::npos;) {
    input += rest.substr(0, at);
    rest.remove_prefix(at + 1);
    if (!rest.starts_with('\n'))
      input.push_back('\n');
  }
  input += rest;
  return detail::Sanitizer(input, images).run();
}

} // namespace afterword::html
