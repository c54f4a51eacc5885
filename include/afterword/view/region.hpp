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
#include "afterword/text/ascii.hpp"
#include "afterword/text/selection.hpp"

#include <cstdint>
#include <list>
#include <string>
#include <string_view>

namespace afterword::view {

struct Context;

/// Draws what stands under a comment whose element is called `id`.
using Footer = html::Markup (*)(const Context &, const Comment &, const std::string &id);

/// What every view needs to know.
struct Context {
  const Config &config;
  const locale::Catalog &catalog;
  bool closed = false;              ///< nothing can be answered here
  const Account *account = nullptr; ///< of the reader, where the backend has such

  // From here on what only those need who write.
  Footer footer = nullptr; ///< draws what stands under a comment, in place of the way to answer it
  const std::list<Own> *own = nullptr;
  const std::list<Outgoing> *outgoing = nullptr;
  std::int64_t now = 0; ///< in milliseconds since 1970 UTC
  bool writes = false;  ///< all that it takes to write is here
  text::Syntax syntax = text::Syntax::text;
  bool edits = false;   ///< the backend lets comments be edited,
  bool removes = false; ///< and removed

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

/// The comment itself, without its replies.
inline std::string comment_region(const std::string &id) {
  return detail::region("comment-", id);
}
/// The comment with its replies.
inline std::string branch_region(const std::string &id) {
  return detail::region("branch-", id);
}
/// The list of its replies.
inline std::string replies_region(const std::string &id) {
  return detail::region("replies-", id);
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
