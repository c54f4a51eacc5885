#pragma once
/// @file Templates: a recipe's `{names}` filled in, in a URL or in a body.

#include "afterword/backend/json.hpp"
#include "afterword/model/config.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/text/escape.hpp"
#include "afterword/text/named.hpp"

#include <algorithm>
#include <cstddef>
#include <list>
#include <string>
#include <vector>

namespace afterword::backend {

/// Names that templates may use, and what they stand for. A box stands for "true" or "false".
using Variables = std::list<text::Named>;

/// What every template may use.
inline Variables variables(const Config &config) {
  Variables all;
  all.push_back({"backend", config.backend});
  all.push_back({"page", config.page});
  return all;
}

/// What the templates of a comment's request may use besides.
inline Variables variables(const Config &config, const Draft &draft) {
  Variables all = variables(config);
  all.push_back({"parent", draft.parent});
  all.push_back({"key", draft.key});
  for (const Field field : all_fields) {
    const std::string *text = draft.text(field);
    const bool *box = draft.box(field);
    all.push_back({name(field), box == nullptr ? *text : *box ? "true" : "false"});
  }
  return all;
}

inline const text::Named *find(const Variables &variables, const std::string &name) noexcept {
  for (const text::Named &variable : variables)
    if (variable.name == name)
      return &variable;
  return nullptr;
}

/// A URL template, filled in. `{backend}`, always the first variable, stands as it is; every other value is
/// percent-encoded, so it can neither end its place in the URL nor begin another. A name that is unknown
/// stays as it was written.
inline std::string expand_url(const std::string &pattern, const Variables &variables) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    const text::Named *variable =
        end != std::string::npos ? find(variables, pattern.substr(at + 1, end - at - 1)) : nullptr;
    if (variable == nullptr) {
      out.push_back(pattern[at++]);
      continue;
    }
    out += variable == &variables.front() ? variable->value : text::percent_encode(variable->value);
    at = end + 1;
  }
  return out;
}

namespace detail {

/// A string of a body template: `{name}` alone becomes the value itself, `{name|null}` null when it is empty.
inline void append_value(std::string &out, const std::string &pattern, const Variables &variables) {
  if (!pattern.empty() && pattern.front() == '{' && pattern.back() == '}') {
    const std::size_t bar = std::min(pattern.find('|'), pattern.size() - 1);
    if (const text::Named *variable = find(variables, pattern.substr(1, bar - 1))) {
      if (variable->value.empty() && pattern[bar] == '|')
        out += "null";
      else if (const auto field = field_of(variable->name); field && is_box(*field))
        out += variable->value;
      else
        text::append_json_string(out, variable->value);
      return;
    }
  }
  text::append_json_string(out, pattern);
}

} // namespace detail

/// A body template, filled in and written as JSON. Deeper than 16 levels it is null.
inline void append_body(std::string &out, const Json &pattern, const Variables &variables,
                        std::size_t depth = 0) {
  const bool is_object = pattern.type == Json::Type::object;
  if (pattern.type == Json::Type::string) {
    detail::append_value(out, pattern.text, variables);
  } else if ((is_object || pattern.type == Json::Type::array) && depth < 16) {
    out.push_back(is_object ? '{' : '[');
    for (const Json &item : pattern.items) {
      if (&item != &pattern.items.front())
        out.push_back(',');
      if (is_object) {
        text::append_json_string(out, item.key);
        out.push_back(':');
      }
      append_body(out, item, variables, depth + 1);
    }
    out.push_back(is_object ? '}' : ']');
  } else if (pattern.type == Json::Type::boolean) {
    out += is_true(&pattern) ? "true" : "false";
  } else {
    out += pattern.type == Json::Type::number ? pattern.text : "null";
  }
}

} // namespace afterword::backend
