#pragma once
/// @file Names that markup may use. They are checked by the compiler, so no name can come from user data, and an
/// attribute that could run script cannot be written at all.

#include <initializer_list>
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

constexpr bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) noexcept {
  for (const std::string_view candidate : names)
    if (name == candidate)
      return true;
  return false;
}

} // namespace detail

/// The name of an element: a literal, lower case, and none whose content is not markup.
class ElementName {
public:
  consteval ElementName(const char *name) : name_(name) {
    if (!detail::is_name(name_) ||
        detail::is_one_of(name_, {"script", "style", "iframe", "object", "embed", "template", "noscript", "xmp",
                                  "plaintext", "title", "base", "link", "meta", "svg", "math"}))
      detail::this_name_is_not_allowed_here();
  }
  [[nodiscard]] constexpr std::string_view str() const noexcept { return name_; }

private:
  std::string_view name_;
};

/// The name of an attribute whose value is plain text: a literal. Handlers, styles and URLs are refused; a URL
/// has a type of its own, UrlAttributeName.
class AttributeName {
public:
  consteval AttributeName(const char *name) : name_(name) {
    if (!detail::is_name(name_) || name_.starts_with("on") || name_.ends_with("href") || name_.ends_with("src") ||
        detail::is_one_of(name_, {"style", "action", "formaction", "srcset", "srcdoc", "cite", "background", "poster",
                                  "data", "ping", "manifest", "code", "codebase", "archive", "profile", "longdesc"}))
      detail::this_name_is_not_allowed_here();
  }
  [[nodiscard]] constexpr std::string_view str() const noexcept { return name_; }

private:
  std::string_view name_;
};

/// The name of an attribute that takes a checked Url.
class UrlAttributeName {
public:
  consteval UrlAttributeName(const char *name) : name_(name) {
    if (!detail::is_one_of(name_, {"href", "src", "cite"}))
      detail::this_name_is_not_allowed_here();
  }
  [[nodiscard]] constexpr std::string_view str() const noexcept { return name_; }

private:
  std::string_view name_;
};

/// Whether the element has no content and no end tag.
/// @see https://html.spec.whatwg.org/multipage/syntax.html#void-elements
constexpr bool is_void(std::string_view element) noexcept {
  return detail::is_one_of(element, {"br", "hr", "img", "input", "wbr"});
}

} // namespace afterword::html
