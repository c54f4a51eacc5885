#pragma once
/// @file From the wire: configuration and events as JSON, as a host in another language writes them. Anything may stand
/// there; what cannot be read is no event.

#include "afterword/backend/json.hpp"
#include "afterword/model/config.hpp"
#include "afterword/widget/event.hpp"

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword {

namespace detail {

using backend::as_size;
using backend::as_text;
using backend::find;
using backend::is_true;
using backend::Json;

inline FieldSet decode_fields(const Json &list) {
  FieldSet fields{};
  for (const Field field : all_fields)
    fields[static_cast<std::size_t>(field)] = backend::has_string(&list, name(field));
  return fields;
}

/// A text, or a box's boolean.
inline std::string decode_value(const Json *value) { return is_true(value) ? Values::ticked : as_text(value); }

/// The values of a whole form, or the one of a control.
inline Values decode_values(const Json &json, Field field) {
  Values values;
  for (const Field each : all_fields)
    if (const Json *value = find(json, "/fields/" + std::string(name(each))))
      values.set(each, decode_value(value));
  if (const Json *value = find(json, "/value"))
    values.set(field, decode_value(value));
  return values;
}

inline backend::Response decode_response(const Json &json) {
  backend::Response response;
  response.status = static_cast<int>(as_size(find(json, "/status")).value_or(0) % 1000);
  response.body = as_text(find(json, "/body"));
  if (const Json *headers = find(json, "/headers"))
    for (const Json &header : headers->items)
      response.headers.push_back({header.key, as_text(&header)});
  return response;
}

} // namespace detail

/// The configuration in `json`, or nothing if it names no backend or is not JSON. An unknown key means nothing.
inline std::optional<Config> decode_config(std::string_view text) {
  using namespace detail;
  const std::optional<Json> json = backend::parse_json(text);
  if (!json || json->type != Json::Type::object)
    return std::nullopt;
  Config config;
  config.backend = as_text(find(*json, "/backend"));
  while (config.backend.ends_with('/'))
    config.backend.pop_back();
  config.page = as_text(find(*json, "/page"));
  config.prefix = as_text(find(*json, "/prefix"));
  config.title = as_text(find(*json, "/title"));
  config.depth = as_size(find(*json, "/depth")).value_or(config.depth);
  config.followers = as_size(find(*json, "/followers"));
  if (const Json *show = find(*json, "/show")) {
    config.comments = backend::has_string(show, "comments");
    config.subscription = backend::has_string(show, "subscription");
  }
  if (const Json *fields = find(*json, "/fields"))
    config.fields = decode_fields(*fields);
  if (const Json *required = find(*json, "/required"))
    config.required = decode_fields(*required);
  if (find(*json, "/backend") == nullptr)
    return std::nullopt;
  return config;
}

/// The event in `text`, or nothing if it cannot be read.
inline std::optional<Event> decode_event(std::string_view text) {
  using namespace detail;
  const std::optional<Json> json = backend::parse_json(text);
  if (!json)
    return std::nullopt;
  const std::string type = as_text(find(*json, "/type"));
  std::size_t index = 0;
  while (index < std::size(event_names) && type != event_names[index])
    ++index;
  if (index == std::size(event_names))
    return std::nullopt;
  Event event{static_cast<Event::Type>(index)};
  event.now = backend::as_integer(find(*json, "/now")).value_or(0);
  event.target = as_text(find(*json, "/target"));
  event.form = as_text(find(*json, "/form"));
  event.comment = as_text(find(*json, "/comment"));
  event.key = as_text(find(*json, "/key"));
  event.field = field_of(as_text(find(*json, "/field"))).value_or(Field::comment);
  event.values = decode_values(*json, event.field);
  event.id = as_size(find(*json, "/id")).value_or(0);
  event.offline = as_text(find(*json, "/reason")) == "offline";
  if (const std::string *stored = backend::as_string(find(*json, "/value")))
    event.stored = *stored;
  if (event.type == Event::Type::response)
    event.response = decode_response(*json);
  return event;
}

} // namespace afterword
