#pragma once
/// @file A text with a part of it selected, and how the marks of a syntax are put around that part.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afterword::text {

/// What commenters may write.
enum class Syntax : std::uint8_t { text, html, markdown };

/// The marks that a toolbar offers, in its order.
enum class Mark : std::uint8_t { bold, italic, link, code, quote };

/// The names of the marks, in their order.
inline constexpr const char *mark_names[] = {"bold", "italic", "link", "code", "quote"};

/// A text in three parts. An empty middle is a caret.
struct Selection {
  std::string before{};
  std::string selected{};
  std::string after{};
  friend bool operator==(const Selection &, const Selection &) = default;
};

namespace detail {

/// Puts `opening` and `closing` around what is selected; or takes them away, if they are there.
inline void wrap(Selection &text, const std::string &opening, const std::string &closing) {
  if (text.before.ends_with(opening) && text.after.starts_with(closing)) {
    text.before.resize(text.before.size() - opening.size());
    text.after.erase(0, closing.size());
    return;
  }
  text.before += opening;
  text.after.insert(0, closing);
}

/// Extends what is selected to whole lines.
inline void select_lines(Selection &text) {
  if (text.selected.ends_with('\n')) { // the next line only begins there
    text.selected.pop_back();
    text.after.insert(0, "\n");
  }
  const std::size_t start = text.before.rfind('\n') + 1; // 0 if there is no line end
  text.selected.insert(0, text.before.substr(start));
  text.before.resize(start);
  std::size_t end = text.after.find('\n');
  end = end == std::string::npos ? text.after.size() : end;
  text.selected += text.after.substr(0, end);
  text.after.erase(0, end);
}

/// Begins every selected line with "> "; or takes that away, if all of them begin so.
inline void quote_lines(Selection &text) {
  select_lines(text);
  std::string quoted;
  std::string plain;
  bool is_quoted = true;
  for (std::size_t at = 0; at <= text.selected.size();) {
    const std::size_t end = std::min(text.selected.find('\n', at), text.selected.size());
    const std::string line = text.selected.substr(at, end + 1 - at); // with its end, if it has one
    is_quoted = is_quoted && line.starts_with("> ");
    quoted += "> ";
    quoted += line;
    plain += is_quoted ? line.substr(2) : line;
    at = end + 1;
  }
  text.selected = is_quoted ? plain : quoted;
  // A paragraph before it would take the quotation in, and one after it would be taken in.
  if (!is_quoted && !text.before.empty() && !text.before.ends_with("\n\n"))
    text.before += "\n";
  if (!is_quoted && !text.after.empty() && !text.after.starts_with("\n\n"))
    text.after.insert(0, "\n");
}

inline bool is_address(const std::string &text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

} // namespace detail

/// What `text` becomes by `mark`. What is marked already is unmarked, links excepted. In plain text nothing
/// is marked.
inline Selection mark(Selection text, Mark mark, Syntax syntax) {
  using detail::wrap;
  const bool is_markdown = syntax == Syntax::markdown;
  if (syntax == Syntax::text)
    return text;
  switch (mark) {
  case Mark::bold:
    wrap(text, is_markdown ? "**" : "<strong>", is_markdown ? "**" : "</strong>");
    break;
  case Mark::italic:
    wrap(text, is_markdown ? "_" : "<em>", is_markdown ? "_" : "</em>");
    break;
  case Mark::code:
    if (is_markdown && text.selected.find('\n') != std::string::npos)
      wrap(text, "```\n", "\n```");
    else
      wrap(text, is_markdown ? "`" : "<code>", is_markdown ? "`" : "</code>");
    break;
  case Mark::quote:
    if (is_markdown)
      detail::quote_lines(text);
    else
      wrap(text, "<blockquote>", "</blockquote>");
    break;
  case Mark::link: {
    // What is left to fill in is selected: the words of an address, or the address of words.
    const bool has_address = detail::is_address(text.selected);
    const std::string words = has_address ? std::string() : text.selected;
    const std::string address = has_address ? text.selected : std::string("https://");
    const std::string opening = is_markdown ? "[" : "<a href=\"";
    const std::string middle = is_markdown ? "](" : "\">";
    const std::string closing = is_markdown ? ")" : "</a>";
    const bool words_first = is_markdown;
    const bool selects_words = has_address || words.empty();
    const std::string &first = words_first ? words : address;
    const std::string &second = words_first ? address : words;
    const bool selects_first = selects_words == words_first;
    text.before += opening + (selects_first ? std::string() : first + middle);
    text.after.insert(0, (selects_first ? middle + second : std::string()) + closing);
    text.selected = selects_first ? first : second;
    break;
  }
  }
  return text;
}

} // namespace afterword::text
