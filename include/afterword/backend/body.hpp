#pragma once
/// @file Bodies: a recipe's template of one, filled in and written as JSON or as a form.

#include "afterword/backend/json.hpp"
#include "afterword/backend/template.hpp"
#include "afterword/text/decimal.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace afterword::backend {

namespace detail {

/// Deeper templates are cut: no backend takes such a body.
inline constexpr std::size_t most_body_depth = 16;

/// A leaf of a template. A string that is one name in braces becomes what the name stands for; anything else
/// is text with names in it.
inline Filled fill_leaf(const Json &leaf, const Variables &variables) {
  const std::string &pattern = leaf.text;
  Filled filled;
  if (leaf.type != Json::Type::string) {
    filled.text = leaf.type == Json::Type::boolean && pattern.empty() ? "false"
                  : leaf.type == Json::Type::null                     ? "null"
                                                                      : pattern;
    filled.is_literal = true;
    return filled;
  }
  if (pattern.starts_with('{') && pattern.find('}') == pattern.size() - 1)
    if (auto found = resolve(pattern.substr(1, pattern.size() - 2), variables))
      return std::move(*found);
  filled.text = expand(pattern, variables, false);
  return filled;
}

/// Writes a body.
struct BodyWriter {
  const Variables &variables;
  std::string out{};

  /// One `name=value` of a form.
  void pair(const std::string &name, const Json &leaf) {
    const Filled filled = fill_leaf(leaf, variables);
    if (filled.is_left_out)
      return;
    if (!out.empty())
      out.push_back('&');
    out += text::percent_encode(name);
    out.push_back('=');
    out += text::percent_encode(filled.text == "null" && filled.is_literal ? std::string() : filled.text);
  }

  /// `pattern` as a form: members as `name[key]`, scalars in an array as the same name again.
  void form(const Json &pattern, const std::string &name, std::size_t depth) {
    if (depth == most_body_depth || out.size() > most_request_bytes)
      return;
    std::size_t index = 0;
    for (const Json &item : pattern.items) {
      std::string key = name;
      const bool is_inner = item.type >= Json::Type::array;
      const std::string part = pattern.type == Json::Type::object ? item.key : text::decimal(index);
      if (name.empty()) {
        key = part;
      } else if (pattern.type == Json::Type::object || is_inner) {
        key.push_back('[');
        key += part;
        key.push_back(']');
      }
      ++index;
      if (is_inner)
        form(item, key, depth + 1);
      else
        pair(key, item);
    }
  }

  /// A leaf as JSON.
  void leaf(const Filled &filled) {
    if (filled.is_literal)
      out += filled.text;
    else
      text::append_json_string(out, filled.text);
  }

  /// `pattern` as JSON.
  void json(const Json &pattern, std::size_t depth) {
    if (pattern.type < Json::Type::array)
      return leaf(fill_leaf(pattern, variables));
    const bool is_object = pattern.type == Json::Type::object;
    out.push_back(is_object ? '{' : '[');
    const std::size_t start = out.size();
    for (const Json &item : pattern.items) {
      const bool is_leaf = item.type < Json::Type::array;
      const Filled filled = is_leaf ? fill_leaf(item, variables) : Filled();
      if (depth == most_body_depth || out.size() > most_request_bytes || filled.is_left_out)
        continue;
      if (out.size() != start)
        out.push_back(',');
      if (is_object) {
        text::append_json_string(out, item.key);
        out.push_back(':');
      }
      if (is_leaf)
        leaf(filled);
      else
        json(item, depth + 1);
    }
    out.push_back(is_object ? '}' : ']');
  }
};

} // namespace detail

/// The template `pattern` of a body, filled in.
/// @param as_form form-urlencoded instead of JSON
/// @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
inline std::string write_body(const Json &pattern, const Variables &variables, bool as_form) {
  detail::BodyWriter writer{variables};
  if (as_form)
    writer.form(pattern, {}, 0);
  else
    writer.json(pattern, 0);
  return std::move(writer.out);
}

} // namespace afterword::backend
