#pragma once
/// @file Form: which fields a backend has, and what it asks of each.

#include "afterword/backend/json.hpp"
#include "afterword/html/url.hpp"
#include "afterword/model/field.hpp"

#include <cstddef>
#include <string>

namespace afterword::backend {

namespace detail {

inline void read_rule(const Json &json, FieldRule &rule) {
  rule.shown = true;
  rule.required = is_true(find(json, "/required"));
  rule.length.min = as_size(find(json, "/min")).value_or(0);
  rule.length.max = as_size(find(json, "/max")).value_or(0);
  const std::string unit = as_text(find(json, "/unit"));
  rule.length.unit = unit == "bytes"   ? text::Unit::bytes
                     : unit == "utf16" ? text::Unit::utf16
                                       : text::Unit::code_points;
  rule.international = is_true(find(json, "/international"));
}

/// A field of a recipe's own.
inline void read_extra(const Json &json, Extra &extra) {
  extra.name = as_text(find(json, "/name"));
  extra.label = as_text(find(json, "/label"));
  extra.link = as_text(find(json, "/link/url"));
  extra.link_text = as_text(find(json, "/link/text"));
  if (const Json *options = find(json, "/options"))
    for (const Json &option : options->items) {
      const Json *value = find(option, "/value");
      extra.options.push_back({as_text(value != nullptr ? value : &option),
                               as_text(value != nullptr ? find(option, "/label") : &option)});
    }
}

} // namespace detail

/// What the backend takes, as `form` of a recipe or of a list says: a field it does not name is not shown.
inline FormRules read_form(const Json &form) {
  FormRules rules;
  for (const Field field : all_fields) {
    const Json *found = find(form, "/", field);
    rules[field] = {};
    rules[field].shown = false;
    if (found != nullptr && found->type == Json::Type::object && !is_extra(field))
      detail::read_rule(*found, rules[field]);
  }
  rules[Field::comment].shown = true;
  rules[Field::comment].required = true;
  rules.links = as_size(find(form, "/links"));
  rules.interval = as_size(find(form, "/interval")).value_or(0);
  if (const Json *extra = find(form, "/extra")) {
    auto text = static_cast<std::size_t>(Field::text1);
    auto box = static_cast<std::size_t>(Field::box1);
    for (const Json &item : extra->items) {
      std::size_t &place = as_text(find(item, "/type")) == "box" ? box : text;
      const auto field = static_cast<Field>(place++);
      if (place > all_fields.size() || !is_extra(field))
        continue;
      detail::read_rule(item, rules[field]);
      Extra &read = rules.extras.emplace_back();
      read.field = field;
      detail::read_extra(item, read);
    }
  }
  return rules;
}

} // namespace afterword::backend
