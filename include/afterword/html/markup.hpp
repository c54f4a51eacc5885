#pragma once
/// @file Markup: the one type that can reach a page, and the Builder, the one way to make it.

#include "afterword/html/names.hpp"
#include "afterword/html/url.hpp"
#include "afterword/text/escape.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::html {

/// Escaped, balanced markup, well-formed as HTML and as XML alike. There is no constructor from a string:
/// what is not built by Builder is not Markup.
class Markup {
public:
  Markup() = default;
  [[nodiscard]] const std::string &str() const &noexcept { return markup_; }
  [[nodiscard]] std::string str() &&noexcept { return std::move(markup_); }
  [[nodiscard]] bool empty() const noexcept { return markup_.empty(); }
  /// Appends markup: two balanced pieces are balanced together.
  Markup &operator+=(const Markup &more) {
    markup_ += more.markup_;
    return *this;
  }
  friend bool operator==(const Markup &, const Markup &) = default;

private:
  friend class Builder;
  friend class Template;
  explicit Markup(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

/// Writes Markup from the outside in. Attributes come right after `open`; `close` ends the innermost element;
/// `finish` ends whatever is still open, so the result is balanced whatever was called.
class Builder {
public:
  /// Begins an element.
  Builder &open(ElementName element) {
    end_tag_head();
    out_.push_back('<');
    out_ += element.str();
    open_.push_back(element.str());
    in_head_ = true;
    return *this;
  }

  /// Gives the element just begun an attribute. After its first content this has no meaning and does nothing.
  Builder &attribute(AttributeName name, std::string_view value) {
    write_attribute(name.str(), value);
    return *this;
  }

  /// The same for an attribute that is a URL.
  Builder &attribute(UrlAttributeName name, const Url &value) {
    write_attribute(name.str(), value.str());
    return *this;
  }

  /// Text, escaped.
  Builder &text(std::string_view text) {
    end_tag_head();
    text::append_escaped(out_, text);
    return *this;
  }

  /// Ends the innermost open element.
  Builder &close() {
    if (open_.empty())
      return *this;
    if (in_head_ && is_void(open_.back())) {
      out_ += "/>";
      in_head_ = false;
    } else {
      end_tag_head();
      out_ += "</";
      out_ += open_.back();
      out_.push_back('>');
    }
    open_.pop_back();
    return *this;
  }

  /// Ends every open element and gives the markup away.
  [[nodiscard]] Markup finish() && {
    while (!open_.empty())
      close();
    return Markup(std::move(out_));
  }

private:
  void write_attribute(const char *name, std::string_view value) {
    if (!in_head_)
      return;
    out_.push_back(' ');
    out_ += name;
    out_ += "=\"";
    text::append_escaped(out_, value);
    out_.push_back('"');
  }

  void end_tag_head() {
    if (in_head_)
      out_.push_back('>');
    in_head_ = false;
  }

  std::string out_;
  std::vector<const char *> open_;
  bool in_head_ = false;
};

} // namespace afterword::html
