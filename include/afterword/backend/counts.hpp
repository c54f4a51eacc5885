#pragma once
/// @file Counts: how many comments each of many pages has, for a page that lists them. In a browser
/// web/src/counts.ts does the same without this core; tests/vectors/counts.json holds the two together.

#include "afterword/backend/http.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/backend/request.hpp"
#include "afterword/backend/success.hpp"
#include "afterword/backend/template.hpp"
#include "afterword/model/config.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/text/trim.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::backend {

/// One request, and the pages that it asks about.
struct CountRequest {
  Request request{};
  std::vector<std::string> pages{};
};

/// Pages that one request asks about, unless the recipe says otherwise.
inline constexpr std::size_t most_counted_pages = 100;

namespace detail {

/// What stands for many pages in the URL of `count`. It is made of what was percent-encoded already.
inline constexpr std::string_view pages_name = "{pages}";

/// What templates may name that are about `page`.
inline Variables variables_for(Config config, const std::string &page) {
  config.page = page;
  return backend::variables(config);
}

} // namespace detail

/// The requests that tell how many comments `pages` have: one for each, or, where the recipe's URL names
/// `{pages}`, one for many. None if the recipe does not count, or not without a body or what it needs first.
inline std::vector<CountRequest> count_requests(const Recipe &recipe, const Config &config,
                                                const std::vector<std::string> &pages) {
  std::vector<CountRequest> requests;
  const Json *operation = recipe.at("/count");
  if (operation == nullptr || find(*operation, "/body") != nullptr || find(*operation, "/needs") != nullptr)
    return requests;
  const std::string url = recipe.string("/count/url");
  const std::size_t name = url.find(detail::pages_name);
  const std::size_t most =
      name == std::string::npos
          ? 1
          : std::max<std::size_t>(as_size(recipe.at("/count/most")).value_or(most_counted_pages), 1);
  for (std::size_t at = 0; at < pages.size(); at += most) {
    const Variables variables = detail::variables_for(config, pages[at]);
    CountRequest &each = requests.emplace_back();
    each.request = write_request(operation, variables);
    std::string asked;
    for (std::size_t i = at; i < std::min(at + most, pages.size()); ++i) {
      if (i != at)
        asked += recipe.string("/count/between");
      asked += expand(recipe.string("/count/each"), detail::variables_for(config, pages[i]), true);
      each.pages.push_back(pages[i]);
    }
    if (name != std::string::npos)
      each.request.url = check_web(expand(url.substr(0, name), variables, true) + asked +
                                   expand(url.substr(name + detail::pages_name.size()), variables, true));
  }
  return requests;
}

/// What an answer tells about the `pages` that were asked for, in that order: a number, or nothing about one
/// that it does not know, or about which it says what no number of comments can be.
inline Failure read_counts(const Recipe &recipe, const Response &response,
                           const std::vector<std::string> &pages,
                           std::vector<std::optional<std::size_t>> &counts) {
  const Reply reply(response);
  if (!succeeded(recipe, reply))
    return describe(recipe, reply);
  const Json *place = recipe.at("/count/reply/counts");
  if (place == nullptr) {
    const auto count = to_size(std::string(text::trim(reply.text(recipe.at("/count/reply/count")))));
    if (!count)
      return missing(recipe, reply, "/count/reply/count");
    counts.assign(pages.size(), count);
    return {};
  }
  const Json *found = reply.find(place);
  if (found == nullptr || found->type < Json::Type::array)
    return missing(recipe, reply, "/count/reply/counts");
  const bool is_array = found->type == Json::Type::array;
  if (is_array && found->items.size() != pages.size()) { // so nobody knows which number is whose
    Failure failure;
    failure.kind = Failure::Kind::unreachable;
    failure.detail = text::decimal(found->items.size());
    failure.detail += " counts for ";
    failure.detail += text::decimal(pages.size());
    failure.detail += " pages";
    return failure;
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Json *count = is_array ? &found->items[i] : nullptr;
    if (!is_array)
      for (const Json &member : found->items)
        if (member.key == pages[i])
          count = &member;
    counts.push_back(to_size(as_text(count)));
  }
  return {};
}

} // namespace afterword::backend
