#pragma once
/// @file What the owner of a page has chosen.

#include "afterword/html/images.hpp"
#include "afterword/model/field.hpp"
#include "afterword/text/named.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <list>
#include <optional>
#include <string>

namespace afterword {

/// Whose avatars are shown. Where there is none to show, initials are drawn.
enum class Avatars : std::uint8_t {
  backend, ///< those that come from the backend's own origin, or the page's: nobody else learns who reads
  any,     ///< from wherever the backend says
  none,    ///< no pictures and no initials
};

/// The orders of a thread.
enum class Sort : std::uint8_t { oldest, newest, liked };

/// The orders, as the wire and recipes call them.
inline constexpr const char *sort_names[] = {"oldest", "newest", "liked"};

/// The order called `name`, or nothing.
inline std::optional<Sort> sort_of(const std::string &name) {
  for (std::size_t i = 0; i < std::size(sort_names); ++i)
    if (name == sort_names[i])
      return static_cast<Sort>(i);
  return std::nullopt;
}

/// The configuration of one widget. Only `backend` and `page` have no default.
struct Config {
  std::string backend;         ///< base URL of the backend, without a slash at its end
  std::string page;            ///< what the backend knows this page as
  std::string address;         ///< of the page in the browser, without its fragment
  std::string language = "en"; ///< BCP 47
  std::string prefix;          ///< before every id; keeps two widgets in one document apart
  std::string title;           ///< heading of the comment form, when it shall not be the catalog's
  bool comments = true;        ///< draw the thread and the comment form
  bool subscription = false;   ///< draw the subscription box
  std::size_t depth = 5;       ///< levels of replies that are indented; deeper ones keep the last indentation
  std::optional<std::size_t> followers;        ///< when the page knows it; else the backend is asked
  std::optional<FieldSet> fields;              ///< the fields to show; else the backend decides
  html::Images images = html::Images::as_text; ///< in comments
  Avatars avatars = Avatars::backend;
  std::optional<Sort> sort{};      ///< of the thread; else as the backend has it
  FieldSet required{};             ///< fields that this owner requires besides the backend's
  std::list<text::Named> values{}; ///< what the page says to the recipe's templates
};

/// The rules of the form: what the backend says, as narrowed by the owner. A field that the backend requires
/// is shown whatever the owner says, since a comment could not be posted without it.
inline FormRules narrow(FormRules rules, const Config &config) {
  for (std::size_t i = 0; i < all_fields.size(); ++i) {
    FieldRule &rule = rules.fields[i];
    if (config.fields && !is_extra(all_fields[i]))
      rule.shown = rule.shown && ((*config.fields)[i] || rule.required);
    rule.required = rule.required || (config.required[i] && rule.shown);
  }
  return rules;
}

} // namespace afterword
