#pragma once
/// @file The elements and attributes that other people's words may bring along, listed once more and apart
/// from the list that the sanitizer goes by.

#include "afterword/text/words.hpp"
#include "html/scheme.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace grammar {

/// Which elements may stand there.
enum class Allowed : std::uint8_t {
  text,    ///< what plain text becomes: paragraphs, breaks and links
  comment, ///< what the sanitizer keeps
  images,  ///< the same with images
};

/// Whether `element` may stand there.
inline bool is_allowed(std::string_view element, Allowed allowed) {
  using afterword::text::is_among;
  return is_among("a br p", element) || (allowed == Allowed::images && element == "img") ||
         (allowed != Allowed::text &&
          is_among(
              "abbr b blockquote caption cite code del em hr i kbd li ol pre q s strong sub sup table tbody "
              "td th thead tr ul",
              element));
}

/// Whether a browser would read `value` relative to the page, or by one of `schemes`.
inline bool is_address(std::string_view value, std::string_view schemes) {
  const std::string scheme = browser_scheme(value);
  return !value.empty() && (scheme.empty() || afterword::text::is_among(schemes, scheme));
}

/// Whether `value` is not empty, and has no other characters.
inline bool is_made_of(std::string_view value, std::string_view characters) {
  return !value.empty() && value.find_first_not_of(characters) == std::string_view::npos;
}

/// Whether `element` may have the attribute `name` with that value.
inline bool is_allowed(std::string_view element, std::string_view name, std::string_view value) {
  using afterword::text::is_among;
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view language = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  if (name == "title" || (name == "datetime" && element == "del") || (name == "alt" && element == "img"))
    return true;
  if (name == "lang")
    return is_made_of(value, language);
  if (name == "dir")
    return is_among("ltr rtl auto", value);
  if (name == "cite")
    return is_among("blockquote q del", element) && is_address(value, "http https mailto");
  if (element == "a")
    return name == "href" ? is_address(value, "http https mailto")
                          : name == "rel" && value == "nofollow ugc noopener";
  return element == "img" &&
         ((name == "src" && is_address(value, "http https")) ||
          ((name == "width" || name == "height") && is_made_of(value, digits)) ||
          (name == "loading" && value == "lazy") || (name == "referrerpolicy" && value == "no-referrer"));
}

} // namespace grammar
