#include "afterword/html/url.hpp"

#include "afterword/rules/website.hpp"
#include "html/scheme.hpp"
#include "target.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

using namespace afterword;

namespace {

/// A URL is taken if, and only if, a browser would run nothing by it.
void check_url(std::string_view input) {
  const auto url = html::Url::check(input);
  const std::string scheme = browser_scheme(input);
  const bool is_harmless = scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto";
  if (!url) {
    const bool is_blank = std::all_of(input.begin(), input.end(), [](char c) { return c >= 0 && c <= ' '; });
    expect(is_blank || !is_harmless, "a harmless URL is taken", scheme);
    return;
  }
  expect(is_harmless, "a URL that is taken is harmless", scheme);
  expect(browser_scheme(url->str()) == scheme, "what it becomes is as harmless", url->str());
  expect(url->scheme() == scheme, "it knows its scheme", url->str());
  expect(html::Url::check(url->str()) == url, "checking it again changes nothing", url->str());
  expect(url->str().find_first_of("\t\r\n") == std::string::npos, "it is one line", url->str());
}

/// A fragment holds only what a fragment may, and means what went in.
void check_fragment(std::string_view input) {
  const std::string url = html::Url::fragment(std::string(input)).str();
  std::string meaning;
  for (std::size_t i = 1; i < url.size(); ++i) {
    if (url[i] == '%') {
      meaning.push_back(static_cast<char>(std::stoi(url.substr(i + 1, 2), nullptr, 16)));
      i += 2;
    } else {
      expect(url[i] > ' ' && url[i] < 0x7F && url[i] != '"' && url[i] != '<' && url[i] != '>' &&
                 url[i] != '`',
             "a fragment is escaped", url);
      meaning.push_back(url[i]);
    }
  }
  expect(url.front() == '#' && meaning == input, "a fragment means what went in", url);
}

/// ZWNJ and ZWJ: words of Persian and of India hold them, and so do the paths made of those words.
bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

/// Spaces, controls, and what turns the direction of writing: a URL with one of these is not what it seems.
bool is_deceptive(char32_t c) {
  return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x061C || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x2069) || c == 0x3000 || c == 0xFEFF;
}

void check_website(std::string_view input) {
  const auto website = rules::website(input);
  if (!website)
    return;
  const std::string scheme = browser_scheme(*website);
  expect(scheme == "http" || scheme == "https", "a website is on the web", *website);
  expect(rules::website(*website) == website, "it is taken again as it is", *website);
  expect(html::Url::check(*website).has_value(), "it can be linked to", *website);
  // In such a URL a browser reads "\" as "/": https://url.spec.whatwg.org/#special-authority-slashes-state
  const std::string_view rest = std::string_view(*website).substr(scheme.size());
  expect(rest.starts_with("://"), "it has two slashes", *website);
  const std::string_view authority = rest.substr(3, rest.find_first_of("/\\?#", 3) - 3);
  const std::size_t end = scheme.size() + 3 + authority.size();
  for (std::size_t at = 0; at < website->size();) {
    const text::CodePoint point = text::decode(*website, at);
    const bool is_fine = !is_deceptive(point.value) || (at >= end && is_joiner(point.value));
    expect(point.well_formed && is_fine, "it looks like what it is", *website);
    at += point.size;
  }
  expect(!authority.empty() && authority.find('@') == std::string_view::npos, "it has a host, and no user",
         *website);
}

} // namespace

void check(std::string_view input) {
  check_url(input);
  check_fragment(input);
  check_website(input);
}
