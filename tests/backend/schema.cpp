#include "schema.hpp"

#include "afterword/text/date.hpp"

#include <algorithm>

namespace afterword::test {

namespace {

using Json = nlohmann::json;

bool is_of_type(const Json &value, const std::string &type) {
  return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
         (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
         (type == "integer" && value.is_number_integer()) || (type == "null" && value.is_null());
}

std::string complain_of_type(const Json &types, const Json &value) {
  const bool fits = types.is_array() ? std::any_of(types.begin(), types.end(),
                                                   [&](const Json &type) { return is_of_type(value, type); })
                                     : is_of_type(value, types);
  return fits ? "" : value.dump() + " is not of type " + types.dump();
}

std::string complain_of_members(const Json &document, const Json &schema, const Json &value) {
  const Json none = Json::object();
  const Json &properties = schema.contains("properties") ? schema["properties"] : none;
  for (const auto &[name, member] : value.items()) {
    const Json *rule = properties.contains(name)                 ? &properties[name]
                       : schema.contains("additionalProperties") ? &schema["additionalProperties"]
                                                                 : nullptr;
    if (rule == nullptr)
      continue;
    if (*rule == false)
      return "the member \"" + name + "\" is not described";
    if (const std::string found = complaint(document, *rule, member); !found.empty())
      return name + ": " + found;
  }
  return "";
}

std::string check_keyword(const Json &document, const Json &schema, const std::string &keyword,
                          const Json &rule, const Json &value) {
  if (keyword == "$ref")
    return complaint(document, document.at(Json::json_pointer(rule.get<std::string>().substr(1))), value);
  if (keyword == "type")
    return complain_of_type(rule, value);
  if (keyword == "enum")
    return std::find(rule.begin(), rule.end(), value) != rule.end()
               ? ""
               : value.dump() + " is none of " + rule.dump();
  if (keyword == "minimum")
    return !value.is_number() || value >= rule ? "" : value.dump() + " is too small";
  if (keyword == "minLength")
    return value.get<std::string>().size() >= rule.get<std::size_t>() ? "" : "too short";
  if (keyword == "format")
    return rule == "date-time" && text::parse_date(value.get<std::string>())
               ? ""
               : value.dump() + " is no date-time";
  if (keyword == "required") {
    for (const Json &name : rule)
      if (!value.contains(name.get<std::string>()))
        return "the member " + name.dump() + " is missing";
    return "";
  }
  if (keyword == "properties" || keyword == "additionalProperties")
    return complain_of_members(document, schema, value);
  if (keyword == "items") {
    for (const Json &item : value)
      if (const std::string found = complaint(document, rule, item); !found.empty())
        return found;
    return "";
  }
  return keyword == "description" || keyword == "examples" ? ""
                                                           : "the keyword " + keyword + " is not checked";
}

} // namespace

std::string complaint(const Json &document, const Json &schema, const Json &value) {
  if (schema.contains("type"))
    if (const std::string found = complain_of_type(schema["type"], value); !found.empty())
      return found;
  for (const auto &[keyword, rule] : schema.items())
    if (const std::string found = check_keyword(document, schema, keyword, rule, value); !found.empty())
      return found;
  return "";
}

} // namespace afterword::test
