#pragma once
/// @file A URL that is safe to put behind a link or an image.

#include "afterword/text/ascii.hpp"
#include "afterword/text/escape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::html {

/// A URL whose scheme runs nothing: http, https, mailto, or relative to the page. Only `Url::check` makes
/// one.
class Url {
public:
  /// Reads `raw` as a browser would: controls and spaces at the ends are cut, tabs and newlines removed, and
  /// what then stands before the first colon is the scheme. Nothing if the scheme is any other, or the URL is
  /// empty.
  /// @see https://url.spec.whatwg.org/#concept-basic-url-parser
  static std::optional<Url> check(std::string_view raw) {
    const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
    while (!raw.empty() && is_edge(raw.front()))
      raw.remove_prefix(1);
    while (!raw.empty() && is_edge(raw.back()))
      raw.remove_suffix(1);
    std::string clean;
    for (const char c : raw)
      if (c != '\t' && c != '\n' && c != '\r')
        clean.push_back(c);
    if (clean.empty())
      return std::nullopt;
    const std::string found = scheme(clean);
    if (!found.empty() && found != "http" && found != "https" && found != "mailto")
      return std::nullopt;
    return Url(std::move(clean));
  }

  /// The place `fragment` of the page itself, percent-encoded as it must be.
  static Url fragment(const std::string &fragment) {
    std::string url = "#";
    url += text::percent_encode(fragment);
    return Url(std::move(url));
  }

  [[nodiscard]] const std::string &str() const noexcept { return url_; }
  /// The scheme in lower case, or nothing if the URL is relative.
  [[nodiscard]] std::string scheme() const { return scheme(url_); }
  friend bool operator==(const Url &, const Url &) = default;

private:
  explicit Url(std::string url) : url_(std::move(url)) {}

  static std::string scheme(std::string_view url) {
    if (url.empty() || !text::is_ascii_alpha(url.front()))
      return {};
    for (std::size_t i = 0; i < url.size(); ++i) {
      if (url[i] == ':')
        return text::to_ascii_lower(url.substr(0, i));
      if (!text::is_ascii_alphanumeric(url[i]) && url[i] != '+' && url[i] != '-' && url[i] != '.')
        return {};
    }
    return {};
  }

  std::string url_;
};

} // namespace afterword::html
