#pragma once
/// @file What markup made from other people's words may be, said once more and apart from the code that
/// writes it: the judge of the unit tests and of the fuzzers.

#include "afterword/text/utf8.hpp"
#include "afterword/text/words.hpp"
#include "html/allowed.hpp"
#include "html/nesting.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace grammar {

/// Deeper markup is more than any reader needs, and a risk for the stacks of those who read it.
inline constexpr std::size_t most_depth = 127;

namespace detail {

/// Takes the reference off the front of `rest` and gives what it stands for; NUL if there is none.
inline char take_reference(std::string_view &rest) {
  constexpr struct {
    std::string_view reference;
    char meaning;
  } references[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#13;", '\r'}};
  for (const auto &[reference, meaning] : references) {
    if (rest.starts_with(reference)) {
      rest.remove_prefix(reference.size());
      return meaning;
    }
  }
  return '\0';
}

/// Reads markup from its beginning to its end, or to the first flaw.
class Reader {
public:
  Reader(std::string_view markup, Allowed allowed) : rest_(markup), allowed_(allowed) {}

  std::string flaw() {
    while (!rest_.empty() && flaw_.empty()) {
      if (rest_.front() != '<')
        text();
      else if (rest_.starts_with("</"))
        end_tag();
      else
        start_tag();
    }
    if (flaw_.empty() && !open_.empty())
      flaw_ = "never closed: " + std::string(open_.back());
    return flaw_;
  }

private:
  /// Remembers the first flaw.
  void refuse(std::string_view why, std::string_view what = {}) {
    if (flaw_.empty())
      flaw_ = std::string(why) + std::string(what);
  }

  bool take(std::string_view text) {
    const bool found = rest_.starts_with(text);
    rest_.remove_prefix(found ? text.size() : 0);
    return found;
  }

  std::string_view take_name() {
    std::size_t size = 0;
    while (size < rest_.size() && rest_[size] >= 'a' && rest_[size] <= 'z')
      ++size;
    const std::string_view name = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return name;
  }

  /// One character, or the reference that stands for one.
  void character(std::string &value) {
    if (const char meaning = take_reference(rest_); meaning != '\0')
      return value.push_back(meaning);
    const afterword::text::CodePoint point = afterword::text::decode(rest_, 0);
    // https://www.w3.org/TR/xml/#charsets
    if (!point.well_formed || point.value == 0xFFFE || point.value == 0xFFFF ||
        (point.value < 0x20 && point.value != '\t' && point.value != '\n'))
      refuse("a character that no document may hold");
    if (point.value == '&' || point.value == '<' || point.value == '>' || point.value == '"')
      refuse("not escaped: ", rest_.substr(0, 8));
    value += rest_.substr(0, point.size);
    rest_.remove_prefix(point.size);
  }

  void text() {
    std::string value;
    while (!rest_.empty() && rest_.front() != '<' && flaw_.empty())
      character(value);
    if (!may_hold_text(open_))
      refuse("text that a parser would move out of a table: ", value);
  }

  void end_tag() {
    take("</");
    const std::string_view name = take_name();
    if (open_.empty() || open_.back() != name || !take(">"))
      return refuse("an end tag that closes nothing: ", name);
    open_.pop_back();
  }

  void start_tag() {
    take("<");
    const std::string_view name = take_name();
    if (!is_allowed(name, allowed_))
      return refuse("an element that is not allowed: ", name);
    if (const std::string_view why = misplaced(open_, name); !why.empty())
      return refuse(why, name);
    std::string seen;
    while (flaw_.empty() && take(" "))
      attribute(name, seen);
    if (afterword::text::is_among(seen, "href") && !afterword::text::is_among(seen, "rel"))
      refuse("a link without rel");
    if (afterword::text::is_among("br hr img", name)) {
      if (!take("/>"))
        refuse("an element without content must end itself: ", name);
      return;
    }
    if (!take(">"))
      refuse("a tag that does not end: ", name);
    open_.push_back(name);
    if (open_.size() > most_depth)
      refuse("too deep");
  }

  void attribute(std::string_view element, std::string &seen) {
    const std::string_view name = take_name();
    if (!take("=\""))
      return refuse("an attribute without a quoted value: ", name);
    std::string value;
    while (flaw_.empty() && !rest_.empty() && rest_.front() != '"')
      character(value);
    if (!take("\""))
      refuse("a value that does not end: ", value);
    if (afterword::text::is_among(seen, name))
      refuse("twice: ", name);
    if (!is_allowed(element, name, value))
      refuse("not allowed on " + std::string(element) + ": ", std::string(name) + "=" + value);
    seen += std::string(name) + " ";
  }

  std::string_view rest_;
  Allowed allowed_;
  std::vector<std::string_view> open_;
  std::string flaw_;
};

} // namespace detail

/// A piece of text or an attribute's value as a parser reads it.
inline std::string unescape(std::string_view escaped) {
  std::string out;
  while (!escaped.empty()) {
    if (const char meaning = detail::take_reference(escaped); meaning != '\0') {
      out.push_back(meaning);
    } else {
      out.push_back(escaped.front());
      escaped.remove_prefix(1);
    }
  }
  return out;
}

/// The first thing in `markup` that must not be there, in words; nothing if it is balanced, well-formed as
/// HTML and XML alike, and holds only what is allowed.
inline std::string flaw(std::string_view markup, Allowed allowed = Allowed::comment) {
  return detail::Reader(markup, allowed).flaw();
}

} // namespace grammar
