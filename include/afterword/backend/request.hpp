#pragma once
/// @file The requests that a recipe writes for each of the widget's intentions.

#include "afterword/backend/body.hpp"
#include "afterword/backend/http.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/backend/template.hpp"
#include "afterword/text/ascii.hpp"

#include <string>
#include <utility>

namespace afterword::backend {

namespace detail {

/// Whether `name` can be a header's.
/// @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
inline bool is_token(const std::string &name) noexcept {
  for (const char c : name)
    if (!text::is_ascii_alphanumeric(c) && c != '-' && c != '_')
      return false;
  return !name.empty();
}

/// `value` without what would end a header.
inline std::string one_line(std::string value) {
  std::erase_if(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return value;
}

} // namespace detail

/// The request that `operation` of a recipe writes. Its URL is empty if there is no such operation, or if it
/// would be none that may be sent.
/// @param url which of the operation's templates is the URL
inline Request write_request(const Json *operation, const Variables &variables, const char *url = "/url") {
  Request request;
  if (operation == nullptr)
    return request;
  const auto string = [&](const char *pointer) { return as_text(find(*operation, pointer)); };
  const Json *body = find(*operation, "/body");
  request.method = string("/method");
  if (request.method.empty())
    request.method = body != nullptr ? "POST" : "GET";
  request.send = string("/send");
  request.elsewhere = string("/elsewhere");
  request.credentials = string("/credentials");
  if (body != nullptr) {
    const bool as_form = string("/as") == "form";
    request.body = write_body(*body, variables, as_form);
    request.headers.push_back(
        {"content-type", as_form ? "application/x-www-form-urlencoded" : "application/json"});
  }
  if (const Json *headers = find(*operation, "/headers"))
    for (const Json &header : headers->items)
      if (std::string value = detail::one_line(expand(header.text, variables, false));
          detail::is_token(header.key) && !value.empty())
        request.headers.push_back({text::to_ascii_lower(header.key), std::move(value)});
  if (request.body.size() <= most_request_bytes)
    request.url = expand_web(string(url), variables);
  return request;
}

/// The list's first page, or, with a cursor, the page after it; or all pages from there through the one that
/// has the comment `id`, if the backend can tell. A first one that is a plain GET is a CORS-simple request
/// without any header, so that the loader can have sent it before the core was there.
inline Request list_request(const Recipe &recipe, Variables variables, const std::string &cursor = {},
                            const std::string &id = {}) {
  variables.named.push_back({"cursor", cursor});
  variables.named.push_back({"id", id});
  if (const Json *sorts = recipe.at("/list/sorts"); sorts != nullptr && !sorts->items.empty())
    variables.named.push_back({"sort", sorts->items.front().text}); // unless another was said before
  const bool is_more = !cursor.empty() && recipe.at("/list/more") != nullptr;
  return write_request(recipe.at("/list"), variables,
                       !id.empty() && recipe.at("/list/through") != nullptr ? "/through"
                       : is_more                                            ? "/more"
                                                                            : "/url");
}

} // namespace afterword::backend
