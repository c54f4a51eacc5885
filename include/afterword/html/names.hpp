#pragma once
/// @file Names that markup may use. They are checked by the compiler, so no name can come from user data, and
/// an attribute that could run script cannot be written at all.

#include "afterword/text/words.hpp"

#include <string_view>

namespace afterword::html {

namespace detail {

/// Never defined: a call to it in a constant expression is the compile error that explains itself.
void this_name_is_not_allowed_here();

constexpr bool is_name(std::string_view name) noexcept {
  if (name.empty() || name.front() < 'a' || name.front() > 'z')
    return false;
  for (const char c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
      return false;
  return true;
}

/// An element whose content is markup.
constexpr bool is_element_name(std::string_view name) noexcept {
  return is_name(name) &&
         !text::is_among(
             "script style iframe object embed template noscript xmp plaintext title base link meta "
             "svg math",
             name);
}

/// An attribute that takes a URL, and does nothing worse than to link or show it.
constexpr bool is_url_attribute_name(std::string_view name) noexcept {
  return text::is_among("href src cite", name);
}

/// An attribute whose value is plain text: no handler, no style, no URL.
constexpr bool is_attribute_name(std::string_view name) noexcept {
  return is_name(name) && !name.starts_with("on") && !name.ends_with("href") && !name.ends_with("src") &&
         !text::is_among(
             "style action formaction srcset srcdoc cite background poster data ping manifest code "
             "codebase archive profile longdesc",
             name);
}

} // namespace detail

/// A name that was checked when it was compiled. One pointer wide: names are passed more often than anything
/// else.
template <bool (*is_allowed)(std::string_view) noexcept> class Name {
public:
  consteval Name(const char *name) : name_(name) {
    if (!is_allowed(name))
      detail::this_name_is_not_allowed_here();
  }
  [[nodiscard]] constexpr const char *str() const noexcept { return name_; }

private:
  const char *name_;
};

/// The name of an element.
using ElementName = Name<detail::is_element_name>;
/// The name of an attribute whose value is plain text.
using AttributeName = Name<detail::is_attribute_name>;
/// The name of an attribute that takes a checked Url.
using UrlAttributeName = Name<detail::is_url_attribute_name>;

/// Whether the element has no content and no end tag.
/// @see https://html.spec.whatwg.org/multipage/syntax.html#void-elements
constexpr bool is_void(std::string_view element) noexcept {
  return text::is_among("br hr img input wbr", element);
}

} // namespace afterword::html
