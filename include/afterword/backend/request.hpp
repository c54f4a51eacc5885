#pragma once
/// @file The requests that a recipe writes for each of the widget's intentions.

#include "afterword/backend/expand.hpp"
#include "afterword/backend/http.hpp"
#include "afterword/backend/recipe.hpp"

#include <string>

namespace afterword::backend {

namespace detail {

/// A request with a JSON body, as the operation at `pointer` writes it.
inline Request write_request(const Recipe &recipe, const std::string &operation, const Variables &variables) {
  Request request;
  const std::string method = recipe.string((operation + "/method").c_str());
  request.method = method.empty() ? "POST" : method;
  request.url = expand_url(recipe.string((operation + "/url").c_str()), variables);
  if (const Json *body = recipe.at((operation + "/body").c_str())) {
    request.headers.push_back({"content-type", "application/json"});
    append_body(request.body, *body, variables);
  }
  return request;
}

} // namespace detail

/// The list's first page, or, with a cursor, the page after it. The first is a CORS-simple GET without any
/// header, so that the loader can have sent it before the core was there.
inline Request list_request(const Recipe &recipe, const Config &config, const std::string &cursor = {}) {
  Variables all = variables(config);
  all.push_back({"cursor", cursor});
  Request request;
  request.url = expand_url(recipe.string(cursor.empty() ? "/list/url" : "/list/more"), all);
  return request;
}

/// Posts `draft`, which must be normalised.
inline Request create_request(const Recipe &recipe, const Config &config, const Draft &draft) {
  return detail::write_request(recipe, "/create", variables(config, draft));
}

/// Subscribes `email` to the site's new posts.
inline Request subscribe_request(const Recipe &recipe, const Config &config, const std::string &email) {
  Variables all = variables(config);
  all.push_back({"email", email});
  return detail::write_request(recipe, "/subscribe", all);
}

/// Asks how many follow the site. An empty URL if the recipe cannot say.
inline Request followers_request(const Recipe &recipe, const Config &config) {
  Request request;
  request.url = expand_url(recipe.string("/followers/url"), variables(config));
  return request;
}

} // namespace afterword::backend
