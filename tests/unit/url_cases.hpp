#pragma once
/// @file The URL cases of the web platform tests: what browsers make of a URL, against its base.
/// @see https://github.com/web-platform-tests/wpt/tree/master/url

#include "corpora.hpp"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One URL, and what a browser makes of it.
struct UrlCase {
  std::string input;
  std::string base;     ///< empty if there is none
  std::string protocol; ///< "https:"; empty if browsers refuse the URL
  std::string username;
  std::string password;
  std::string hostname;
};

/// `json` with escaped surrogates that lack their other half made U+FFFD, as the URL parser of a browser
/// gets them. A JSON parser refuses them.
/// @see https://webidl.spec.whatwg.org/#idl-USVString
inline std::string replace_lone_surrogates(std::string_view json) {
  const auto surrogate = [&](std::size_t at) {
    const bool is_escape = json.substr(at, 2) == "\\u" && at + 6 <= json.size();
    const unsigned long unit = is_escape ? std::stoul(std::string(json.substr(at + 2, 4)), nullptr, 16) : 0;
    return unit >= 0xD800 && unit <= 0xDBFF ? 1 : unit >= 0xDC00 && unit <= 0xDFFF ? 2 : 0;
  };
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    std::size_t size = json[at] == '\\' ? 2 : 1;
    const int half = surrogate(at);
    if (half == 1 && surrogate(at + 6) == 2)
      size = 12;
    out += half != 0 && size == 2 ? "\\uFFFD" : json.substr(at, size);
    at += half != 0 && size == 2 ? 6 : size;
  }
  return out;
}

/// All cases; none if they are not here.
inline std::vector<UrlCase> read_url_cases() {
  std::vector<UrlCase> cases;
  const auto corpus = find_corpus("wpt-url");
  if (!corpus)
    return cases;
  const auto document =
      nlohmann::json::parse(replace_lone_surrogates(read_case(*corpus / "urltestdata.json")));
  for (const auto &entry : document) {
    if (!entry.is_object()) // a comment
      continue;
    const auto text = [&](const char *name) {
      const auto found = entry.find(name);
      return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    cases.push_back({text("input"), text("base"), text("protocol"), text("username"), text("password"),
                     text("hostname")});
  }
  CHECK(cases.size() > 800);
  return cases;
}
