#pragma once
/// @file Templates: markup written as it will be, checked by the compiler, with places for values. A view is
/// a template and its values, so it reads like the page it draws; and a page is data, which costs less than
/// code.

#include "afterword/html/markup.hpp"
#include "afterword/html/names.hpp"
#include "afterword/html/url.hpp"
#include "afterword/text/escape.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace afterword::html {

namespace detail {

/// A string literal as a template argument.
template <std::size_t N> struct Literal {
  char text[N]{};
  consteval Literal(const char (&literal)[N]) {
    for (std::size_t i = 0; i < N; ++i)
      text[i] = literal[i];
  }
};

/// Reads a template as a strict XML parser would, and knows which type belongs into each of its places.
class Checker {
public:
  consteval Checker(std::string_view pattern, std::string_view kinds) : rest_(pattern), kinds_(kinds) {}

  /// Balanced, quoted, only allowed names, a checked URL where a URL stands, and as many places as values.
  consteval bool run() {
    while (!rest_.empty()) {
      if (rest_.starts_with("</")) {
        if (!end_tag())
          return false;
      } else if (rest_.front() == '<') {
        if (!start_tag())
          return false;
      } else if (rest_.front() == '{') {
        if (!place("tm"))
          return false;
      } else if (std::string_view(">&?\"").find(rest_.front()) != std::string_view::npos) {
        return false;
      } else {
        rest_.remove_prefix(1);
      }
    }
    return depth_ == 0 && kinds_.empty();
  }

private:
  consteval std::string_view word() {
    std::size_t size = 0;
    while (size < rest_.size() && ((rest_[size] >= 'a' && rest_[size] <= 'z') || rest_[size] == '-' ||
                                   (rest_[size] >= '0' && rest_[size] <= '9')))
      ++size;
    const std::string_view found = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return found;
  }

  consteval bool take(std::string_view expected) {
    if (!rest_.starts_with(expected))
      return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  consteval bool place(std::string_view allowed) {
    if (kinds_.empty() || allowed.find(kinds_.front()) == std::string_view::npos)
      return false;
    const bool is_markup = kinds_.front() == 'm';
    kinds_.remove_prefix(1);
    return take(is_markup ? "{m}" : "{}");
  }

  consteval bool end_tag() {
    take("</");
    return depth_ > 0 && word() == open_[--depth_] && take(">");
  }

  consteval bool start_tag() {
    take("<");
    const std::string_view element = word();
    if (!is_element_name(element))
      return false;
    while (take(" "))
      if (!attribute())
        return false;
    if (is_void(element))
      return take("/>");
    if (depth_ == open_.size())
      return false;
    open_[depth_++] = element;
    return take(">");
  }

  consteval bool attribute() {
    const bool optional = take("?");
    const std::string_view name = word();
    if (!take("=\""))
      return false;
    if (is_url_attribute_name(name))
      return place("u") && take("\"");
    if (!is_attribute_name(name) || (optional && !rest_.starts_with('{')))
      return false;
    while (!rest_.starts_with('"')) {
      if (rest_.empty() || std::string_view("<>&").find(rest_.front()) != std::string_view::npos)
        return false;
      if (rest_.front() != '{')
        rest_.remove_prefix(1);
      else if (!place("t"))
        return false;
    }
    return take("\"");
  }

  std::string_view rest_;
  std::string_view kinds_;
  std::array<std::string_view, 16> open_{};
  std::size_t depth_ = 0;
};

/// What a value is: text, markup or a URL.
template <class T>
inline constexpr char kind_of = std::is_same_v<T, std::string> ? 't'
                                : std::is_same_v<T, Markup>    ? 'm'
                                : std::is_same_v<T, Url>       ? 'u'
                                                               : '?';

template <Literal Pattern, class... Values> consteval bool is_correct() {
  constexpr std::array<char, sizeof...(Values) + 1> kinds{kind_of<Values>..., '\0'};
  return Checker({Pattern.text, sizeof(Pattern.text) - 1}, {kinds.data(), sizeof...(Values)}).run();
}

} // namespace detail

/// Fills templates in; `draw` is the way to it.
class Template {
  template <detail::Literal Pattern, class... Values> friend Markup draw(const Values &...values);

  static const std::string &string(const std::string &text) noexcept { return text; }
  static const std::string &string(const Markup &markup) noexcept { return markup.markup_; }
  static const std::string &string(const Url &url) noexcept { return url.str(); }

  /// @param pattern a template that was checked
  /// @param values one for each of its places
  static Markup fill(const char *pattern, const std::string *const *values) {
    Markup out;
    std::string &markup = out.markup_;
    for (; *pattern != '\0'; ++pattern) {
      if (*pattern == '?' && (*values)->empty()) {
        markup.pop_back(); // the space before the attribute
        while (*pattern != '}')
          ++pattern;
        ++pattern; // to the closing quote
        ++values;
      } else if (*pattern == '{' && *++pattern == 'm') {
        markup += **values++;
        ++pattern;
      } else if (*pattern == '}') {
        text::append_escaped(markup, **values++);
      } else if (*pattern != '?') {
        markup.push_back(*pattern);
      }
    }
    return out;
  }
};

/// Markup of a template. `{}` is the place of a text, which is escaped, or of a Url as the whole value of its
/// attribute;
/// `{m}` is the place of Markup. An attribute written ` ?name="{}"` is left out when its value is empty. A
/// template that is not balanced, well-formed and safe, or whose places do not fit the values, does not
/// compile.
///
///     draw<R"(<p class="note">{}</p>)">(text)
template <detail::Literal Pattern, class... Values> Markup draw(const Values &...values) {
  static_assert(detail::is_correct<Pattern, Values...>(),
                "the template is not well-formed, not safe, or its places do not fit the values");
  const std::array<const std::string *, sizeof...(Values) + 1> strings{&Template::string(values)..., nullptr};
  return Template::fill(Pattern.text, strings.data());
}

} // namespace afterword::html
