#pragma once
/// @file The sanitizer: HTML that others wrote in, Markup out. It keeps no byte of its input: it reads tokens
/// and writes its own balanced, allow-listed elements, so no second parser can read the result differently.

#include "afterword/html/elements.hpp"
#include "afterword/html/images.hpp"
#include "afterword/html/markup.hpp"
#include "afterword/html/tokenizer.hpp"
#include "afterword/html/url.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::html {

/// The most bytes of one text that are looked at; a comment is never so long.
inline constexpr std::size_t most_html = 1 << 20;

namespace detail {

/// Keeps the stack of what it has opened, and closes or opens what a parser would close or open by itself.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
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
    return std::move(out_).finish();
  }

private:
  /// An element that was opened, and the tag that will close it.
  struct Open {
    Kind kind;
    const char *name;
    const char *source; ///< a tag of the allow-list, `heading`, or empty: no tag of its own
  };

  /// Well under the 512 at which browsers flatten what is deeper.
  static constexpr std::size_t most_depth = 64;
  static constexpr const char *heading = "h";
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

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
    if (content.empty())
      return;
    if (in_table_structure()) {
      bool only_space = true;
      for (const char c : content)
        only_space = only_space && text::is_ascii_space(c);
      if (only_space)
        return;
      open_cell();
    }
    if (at_start_of_pre_ && content.starts_with('\n'))
      out_.text("\n"); // what a parser will drop of our own output
    at_start_of_pre_ = false;
    out_.text(content);
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
      return open_heading();
    if (is_block_container(tag))
      close_paragraph();
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
    if (in_table_structure())
      open_cell();
    at_start_of_pre_ = false;
    out_.open("img").attribute("src", *source).attribute("alt", alt);
    if (const std::string width = find_attribute(written, "width"); is_pixels(width))
      out_.attribute("width", width);
    if (const std::string height = find_attribute(written, "height"); is_pixels(height))
      out_.attribute("height", height);
    out_.attribute("loading", "lazy").attribute("referrerpolicy", "no-referrer").close();
  }

  /// @see https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes
  static bool is_pixels(std::string_view value) noexcept {
    for (const char c : value)
      if (!text::is_ascii_digit(c))
        return false;
    return !value.empty() && value.size() <= 4;
  }

  void open_element(const Element &element, const Token &token) {
    switch (element.kind) {
    case Kind::void_:
    case Kind::rule:
      if (in_table_structure())
        open_cell();
      if (element.kind == Kind::rule)
        close_paragraph();
      at_start_of_pre_ = false;
      out_.open(element.name).close();
      return;
    case Kind::caption:
      if (open_.empty() || open_.back().kind != Kind::table || table_has_content_)
        return;
      break;
    case Kind::section:
      if (!close_until_table(Kind::table))
        return;
      break;
    case Kind::row:
      if (!open_section())
        return;
      break;
    case Kind::cell:
      if (!open_row())
        return;
      break;
    case Kind::phrase:
    case Kind::link:
      if (in_table_structure())
        open_cell();
      if (element.kind == Kind::link && !close_link())
        return;
      break;
    case Kind::block:
    case Kind::pre:
    case Kind::paragraph:
    case Kind::item:
    case Kind::table:
      if (in_table_structure())
        open_cell();
      close_paragraph();
      if (element.kind == Kind::item)
        close_item();
      break;
    }
    // A table without room for a body, a row and a cell could not hold what is written into it.
    if (open_.size() + (element.kind == Kind::table ? 4 : 1) > most_depth)
      return;
    push(element.kind, element.name, element.tag);
    attributes(element, token.attributes);
    if (element.kind == Kind::pre)
      after_pre_ = at_start_of_pre_ = true;
  }

  void push(Kind kind, ElementName name, const char *source) {
    at_start_of_pre_ = false;
    if (kind == Kind::table)
      table_has_content_ = false;
    else if (kind == Kind::section || kind == Kind::caption)
      table_has_content_ = true;
    open_.push_back({kind, name.str(), source});
    out_.open(name);
  }

  void pop_to(std::size_t size) {
    while (open_.size() > size) {
      if (open_.back().kind == Kind::table)
        table_has_content_ = true; // the outer one: it holds a cell already
      open_.pop_back();
      out_.close();
    }
    after_pre_ = at_start_of_pre_ = false;
  }

  void end_tag(std::string_view tag) {
    after_pre_ = false;
    const Element *element = find_element(tag);
    if (element == nullptr && is_block_container(tag))
      return close_paragraph();
    if (is_heading(tag))
      tag = heading;
    const bool is_table_part =
        element != nullptr && element->kind >= Kind::table && element->kind <= Kind::cell;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (tag == open_[i].source) {
        const bool in_own_paragraph = tag == heading && i > 0 && *open_[i - 1].source == '\0';
        return pop_to(in_own_paragraph ? i - 1 : i);
      }
      if (is_cell_border(open_[i].kind) && !is_table_part)
        return;
      if (open_[i].kind == Kind::table)
        return;
    }
  }

  /// Writes the attributes that may stay; of several with one name the first counts.
  void attributes(const Element &element, std::string_view written) {
    const std::string_view element_name = element.name.str();
    std::string seen;
    for (Attributes attributes(written); attributes.next();) {
      const std::string name = attributes.name();
      if (!text::is_among("title lang dir datetime cite href", name) || text::is_among(seen, name))
        continue;
      seen += name;
      seen.push_back(' ');
      const std::string value = attributes.text();
      if (name == "title")
        out_.attribute("title", value);
      else if (name == "lang" && is_language(value))
        out_.attribute("lang", value);
      else if (name == "dir" && text::is_among("ltr rtl auto", value))
        out_.attribute("dir", value);
      else if (name == "datetime" && element_name == "del")
        out_.attribute("datetime", value);
      else if (name == "cite" && text::is_among("blockquote q del", element_name))
        url("cite", value);
      else if (name == "href" && element_name == "a" && url("href", value))
        out_.attribute("rel", "nofollow ugc noopener");
    }
  }

  bool url(UrlAttributeName name, std::string_view value) {
    const auto checked = Url::check(value);
    if (checked)
      out_.attribute(name, *checked);
    return checked.has_value();
  }

  static bool is_language(std::string_view value) noexcept {
    for (const char c : value)
      if (!text::is_ascii_alphanumeric(c) && c != '-')
        return false;
    return !value.empty() && value.size() <= 35;
  }

  void open_heading() {
    if (in_table_structure())
      open_cell();
    close_paragraph();
    if (open_.size() + 2 > most_depth)
      return;
    if (open_.empty() || open_.back().kind == Kind::cell || open_.back().kind == Kind::item ||
        std::string_view(open_.back().name) == "blockquote")
      push(Kind::paragraph, "p", "");
    push(Kind::phrase, "strong", heading);
  }

  static constexpr bool is_cell_border(Kind kind) noexcept {
    return kind == Kind::cell || kind == Kind::caption;
  }

  /// Whether text here would be moved out of the table by a parser ("foster parenting").
  [[nodiscard]] bool in_table_structure() const noexcept {
    return !open_.empty() && (open_.back().kind == Kind::table || open_.back().kind == Kind::section ||
                              open_.back().kind == Kind::row);
  }

  /// The innermost open element of `kind` on this side of the nearest cell or table border.
  [[nodiscard]] std::size_t find_near(Kind kind) const noexcept {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].kind == kind)
        return i;
      if (is_cell_border(open_[i].kind) || open_[i].kind == Kind::table)
        return nowhere;
    }
    return nowhere;
  }

  /// The innermost open table, whatever stands in it.
  [[nodiscard]] std::size_t find_table() const noexcept {
    for (std::size_t i = open_.size(); i-- > 0;)
      if (open_[i].kind == Kind::table)
        return i;
    return nowhere;
  }

  void close_paragraph() {
    if (const std::size_t at = find_near(Kind::paragraph); at != nowhere)
      pop_to(at);
  }

  /// The item before ends where a new one begins, unless a list or a quotation in between holds it.
  void close_item() {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].kind == Kind::item)
        return pop_to(i);
      if (open_[i].kind != Kind::phrase && open_[i].kind != Kind::link && open_[i].kind != Kind::paragraph)
        return;
    }
  }

  /// Links do not nest: the one before ends here. If it stands around the table we are in, the new one gives
  /// way.
  bool close_link() {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].kind != Kind::link)
        continue;
      for (std::size_t inner = i; inner < open_.size(); ++inner)
        if (open_[inner].kind == Kind::table)
          return false;
      pop_to(i);
      return true;
    }
    return true;
  }

  /// Closes down to the innermost open element that is a table or `kind`. False outside any table.
  bool close_until_table(Kind kind) {
    const std::size_t table = find_table();
    if (table == nowhere)
      return false;
    std::size_t size = table + 1;
    for (std::size_t i = table + 1; i < open_.size() && open_[i].kind <= kind && kind != Kind::table; ++i)
      if (open_[i].kind == Kind::section || open_[i].kind == Kind::row)
        size = i + 1;
    pop_to(size);
    return true;
  }

  /// Makes a thead or tbody the innermost open element; a row that was open ends.
  bool open_section() {
    const std::size_t table = find_table();
    if (table == nowhere)
      return false;
    const bool has_section = table + 1 < open_.size() && open_[table + 1].kind == Kind::section;
    pop_to(has_section ? table + 2 : table + 1);
    if (!has_section)
      push(Kind::section, "tbody", "tbody");
    return true;
  }

  /// Makes a row the innermost open element; a cell that was open ends.
  bool open_row() {
    const std::size_t table = find_table();
    if (table == nowhere)
      return false;
    if (table + 2 < open_.size() && open_[table + 2].kind == Kind::row) {
      pop_to(table + 3);
      return true;
    }
    if (!open_section())
      return false;
    push(Kind::row, "tr", "tr");
    return true;
  }

  /// Text must stand in a cell; there is none, so one begins.
  void open_cell() {
    if (open_row())
      push(Kind::cell, "td", "td");
  }

  Tokenizer tokens_;
  Images images_;
  Builder out_;
  std::vector<Open> open_;
  std::string dropping_;           ///< the element whose content is being dropped
  std::size_t dropping_depth_ = 0; ///< how many of it are open
  std::size_t islands_ = 0;        ///< how many elements within it hold HTML again
  bool after_pre_ = false;         ///< right after a <pre> of the input
  bool at_start_of_pre_ = false;   ///< right after a <pre> of the output
  bool table_has_content_ = false; ///< too late for a caption
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
