#pragma once
/// @file Regions: the parts of the page that can be replaced by themselves. A region's name, after the
/// widget's prefix, is the id of its element.

#include "afterword/html/markup.hpp"
#include "afterword/locale/catalog.hpp"
#include "afterword/model/account.hpp"
#include "afterword/model/comment.hpp"
#include "afterword/model/config.hpp"
#include "afterword/model/outgoing.hpp"
#include "afterword/model/own.hpp"
#include "afterword/model/thread.hpp"
#include "afterword/text/ascii.hpp"
#include "afterword/text/selection.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <list>
#include <string>
#include <string_view>

namespace afterword::view {

struct Context;

/// Draws what stands under a comment whose element is called `id`.
using Footer = html::Markup (*)(const Context &, const Comment &, const std::string &id);

/// What the backend lets readers do with comments, besides answering them.
struct Abilities {
  bool like = false;
  bool dislike = false;
  bool clear = false; ///< a vote can be taken back
  bool report = false;
  bool edit = false; ///< one's own,
  bool remove = false;
};

/// Which orders of a thread can be had.
using Sorts = std::array<bool, std::size(sort_names)>;

/// A word under a comment about what was done with it last.
struct Remark {
  std::string comment{}; ///< its id; empty: there is none
  std::string words{};
  bool is_problem = false;
};

/// What every view needs to know.
struct Context {
  const Config &config;
  const locale::Catalog &catalog;
  bool closed = false;              ///< nothing can be answered here
  const Account *account = nullptr; ///< of the reader, where the backend has such
  const Thread *thread = nullptr;   ///< that the comments are in
  Abilities abilities{};

  // From here on what only those need who write.
  Footer footer = nullptr; ///< draws what stands under a comment, in place of the way to answer it
  const std::list<Own> *own = nullptr;
  const std::list<Outgoing> *outgoing = nullptr;
  std::int64_t now = 0; ///< in milliseconds since 1970 UTC
  bool writes = false;  ///< all that it takes to write is here
  text::Syntax syntax = text::Syntax::text;
  const std::string *menu = nullptr;                ///< id of the comment whose menu is open
  const std::list<std::string> *reported = nullptr; ///< ids of those that were reported
  const Remark *remark = nullptr;

  /// The id of the element that is the region `name`.
  [[nodiscard]] std::string id(const std::string &name) const { return config.prefix + name; }
};

/// `id`, which may be any text, as part of a region's name: letters and digits stay, everything else becomes
/// `_` and two hexadecimal digits. An element's id must hold no white space, and `-` and `.` part the names
/// here.
/// @see https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute
inline std::string region_part(const std::string &id) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : id) {
    if (text::is_ascii_alphanumeric(c)) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('_');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 0xF]);
    }
  }
  return out;
}

namespace detail {

inline std::string region(const char *kind, const std::string &id) {
  std::string out = kind;
  out += region_part(id);
  return out;
}

} // namespace detail

/// Levels of indentation: at least one, and few enough for a browser and for this code to nest.
inline std::size_t levels(const Context &context) noexcept {
  return std::clamp<std::size_t>(context.config.depth, 1, 10);
}

/// The comment itself, without its replies.
inline std::string comment_region(const std::string &id) {
  return detail::region("comment-", id);
}
/// The id of the comment whose element `fragment` of the page's address names; empty if it names none.
inline std::string comment_of(const Context &context, std::string_view fragment) {
  static constexpr std::string_view digits = "0123456789abcdef";
  const std::string stem = context.id("comment-");
  std::string id;
  if (!fragment.starts_with(stem))
    return id;
  for (std::size_t at = stem.size(); at < fragment.size(); ++at) {
    char c = fragment[at];
    if (c == '_' && at + 2 < fragment.size()) {
      c = static_cast<char>(digits.find(fragment[at + 1]) << 4 | digits.find(fragment[at + 2]));
      at += 2;
    }
    id.push_back(c);
  }
  return id;
}
/// The comment with its replies.
inline std::string branch_region(const std::string &id) {
  return detail::region("branch-", id);
}
/// The part of the thread that begins with it.
inline std::string part_region(const std::string &id) {
  return detail::region("part-", id);
}
/// The list of its replies.
inline std::string replies_region(const std::string &id) {
  return detail::region("replies-", id);
}
/// The button that hides and shows its replies.
inline std::string toggle_region(const std::string &id) {
  return branch_region(id) + ".toggle";
}
/// The form of a reply to the comment `parent`, or the page's own form if that is empty.
inline std::string form_region(const std::string &parent) {
  return parent.empty() ? std::string("form") : detail::region("reply-", parent);
}
/// The control of a field.
inline std::string control_region(const std::string &form, Field field) {
  return form + "." + name(field);
}
/// A field: label, control, hint and problem.
inline std::string field_region(const std::string &form, Field field) {
  return control_region(form, field) + ".field";
}

} // namespace afterword::view
