#pragma once
/// @file What real servers answered, as tests/backends/record.mjs wrote it down.

#include "afterword/backend/http.hpp"
#include "afterword/backend/json.hpp"
#include "afterword/text/ascii.hpp"
#include "afterword/text/words.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

/// One request, and what the server answered: a file of tests/backends/fixtures.
struct Fixture {
  std::string operation; ///< as a recipe calls it; or `token`, for what comes first
  std::string method;
  std::string url;
  afterword::backend::Response response;
};

/// Whether a page of another origin may see the header `name`, of which the server exposes `exposed`.
/// @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
inline bool is_exposed(const std::string &name, const std::string &exposed) {
  return afterword::text::is_among(
             "cache-control content-language content-length content-type expires last-modified pragma",
             name) ||
         exposed.find(name) != std::string::npos;
}

/// The fixture at `path`, with the headers that the page sees which sent the request.
inline Fixture read_fixture(const std::string &path) {
  using namespace afterword::backend;
  Json json;
  INFO(path);
  REQUIRE(parse_json(read_file("tests/backends/fixtures/" + path), json));
  const auto text = [&](const char *pointer) { return as_text(find(json, pointer)); };
  Fixture fixture{text("/operation"), text("/request/method"), text("/request/url"), {}};
  Response &response = fixture.response;
  response.status = static_cast<int>(as_size(find(json, "/response/status")).value());
  response.body = text("/response/body");
  response.url = text("/response/url");
  response.redirected = is_true(find(json, "/response/redirected"));
  const std::string exposed =
      afterword::text::to_ascii_lower(text("/response/headers/access-control-expose-headers"));
  const bool sees_all = fixture.method == "OPTIONS" || find(json, "/request/headers/origin") == nullptr;
  if (const Json *headers = find(json, "/response/headers"))
    for (const Json &header : headers->items)
      if (sees_all || is_exposed(header.key, exposed))
        response.headers.push_back({header.key, header.text});
  return fixture;
}

/// The names of the fixtures in `folder`, without `.json`.
inline std::vector<std::string> fixtures_in(const std::string &folder) {
  std::vector<std::string> names;
  const auto path = std::filesystem::path(AFTERWORD_ROOT) / "tests/backends/fixtures" / folder;
  for (const auto &entry : std::filesystem::directory_iterator(path))
    names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}
