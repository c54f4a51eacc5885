#pragma once
/// @file How the elements of a comment nest.

#include "afterword/html/elements.hpp"
#include "afterword/html/markup.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::html::detail {

/// Writes elements and text, keeps the stack of what is open, and closes or opens what a parser would close
/// or open by itself: a parser that reads the result has nothing left to mend.
/// @see https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
class Nesting {
public:
  /// What closes a heading of any level.
  static constexpr const char *heading = "h";

  /// Text. White space between the parts of a table means nothing, and goes.
  void text(std::string_view content) {
    if (content.empty() || (in_table_structure() && is_space(content)))
      return;
    leave_table_structure();
    if (at_start_of_pre_ && content.starts_with('\n'))
      out_.text("\n"); // what a parser will drop of our own output
    at_start_of_pre_ = false;
    out_.text(content);
  }

  /// For an element that holds nothing, which stands wherever text may: opened and closed at once.
  Builder &content() {
    leave_table_structure();
    at_start_of_pre_ = false;
    return out_;
  }

  /// Opens `element`, if it may stand here and is not too deep.
  bool open(const Element &element) {
    if (!make_way(element.kind))
      return false;
    // A table without room for a body, a row and a cell could not hold what is written into it.
    if (open_.size() + (element.kind == Kind::table ? 4 : 1) > most_depth)
      return false;
    push(element.kind, element.name, element.tag);
    at_start_of_pre_ = element.kind == Kind::pre;
    return true;
  }

  /// For the attributes of the element just opened.
  Builder &head() noexcept { return out_; }

  /// A heading of any level: strong, and a paragraph of its own where there is room for one.
  void open_heading() {
    leave_table_structure();
    close_paragraph();
    if (open_.size() + 2 > most_depth)
      return;
    if (open_.empty() || open_.back().kind == Kind::cell || open_.back().kind == Kind::item ||
        std::string_view(open_.back().name) == "blockquote")
      push(Kind::paragraph, "p", "");
    push(Kind::phrase, "strong", heading);
  }

  /// Closes the innermost element that `tag` closes. An end tag reaches out of a cell only if it is a
  /// table's.
  /// @param element the allow-list's row for `tag`, or nullptr
  void close(std::string_view tag, const Element *element) {
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

  void close_paragraph() {
    if (const std::size_t at = find_near(Kind::paragraph); at != nowhere)
      pop_to(at);
  }

  /// Closes all that is open, and gives the markup away.
  [[nodiscard]] Markup finish() && { return std::move(out_).finish(); }

private:
  /// An element that was opened, and the tag that will close it.
  struct Open {
    Kind kind;
    const char *name;
    const char *source; ///< a tag of the allow-list, `heading`, or empty: no tag of its own
  };

  /// Well under the 512 at which browsers flatten what is deeper.
  static constexpr std::size_t most_depth = 64;
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  /// Closes and opens what an element of `kind` needs around it. False if it cannot stand here.
  bool make_way(Kind kind) {
    switch (kind) {
    case Kind::caption:
      return !open_.empty() && open_.back().kind == Kind::table && !table_has_content_;
    case Kind::section:
      return close_until_table();
    case Kind::row:
      return open_section();
    case Kind::cell:
      return open_row();
    case Kind::link:
      leave_table_structure();
      return close_link();
    case Kind::phrase:
      leave_table_structure();
      return true;
    default:
      leave_table_structure();
      close_paragraph();
      if (kind == Kind::item)
        close_item();
      return true;
    }
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
    at_start_of_pre_ = false;
  }

  static constexpr bool is_space(std::string_view content) noexcept {
    for (const char c : content)
      if (!text::is_ascii_space(c))
        return false;
    return true;
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

  /// Makes the innermost table the innermost open element. False outside any table.
  bool close_until_table() {
    const std::size_t table = find_table();
    if (table == nowhere)
      return false;
    pop_to(table + 1);
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

  /// Between the parts of a table nothing else may stand: a cell begins.
  void leave_table_structure() {
    if (in_table_structure() && open_row())
      push(Kind::cell, "td", "td");
  }

  Builder out_;
  std::vector<Open> open_;
  bool at_start_of_pre_ = false;   ///< right after a <pre> of the output
  bool table_has_content_ = false; ///< too late for a caption
};

} // namespace afterword::html::detail
