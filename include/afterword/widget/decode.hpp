#pragma once
/// @file From the wire: configuration and events as JSON, as a host in another language writes them. Anything may stand
/// there; what cannot be read is no event.

#include "afterword/backend/json.hpp"
#include "afterword/model/config.hpp"
#include "afterword/widget/event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword {

namespace detail {

using backend::as_size;
using backend::as_text;
using backend::find;
using backend::is_true;
using backend::Json;

inline std::vector<Field> decode_fields(const Json &list) {
  std::vector<Field> fields;
  if (list.is_array())
    for (const Json &item : list)
      if (const auto field = field_of(as_text(&item)))
        fields.push_back(*field);
  return fields;
}

inline FieldValue decode_value(Field field, const Json *value) {
  return {field, is_box(field) ? std::string() : as_text(value), is_box(field) && is_true(value)};
}

inline std::vector<FieldValue> decode_values(const Json &json) {
  std::vector<FieldValue> values;
  const Json *fields = find(json, "/fields");
  if (fields != nullptr && fields->is_object())
    for (auto item = fields->begin(); item != fields->end(); ++item)
      if (const auto field = field_of(item.key()))
        values.push_back(decode_value(*field, &*item));
  return values;
}

inline backend::Response decode_response(const Json &json) {
  backend::Response response;
  response.status = static_cast<int>(as_size(find(json, "/status")).value_or(0) % 1000);
  response.body = as_text(find(json, "/body"));
  if (const Json *headers = find(json, "/headers"); headers != nullptr && headers->is_object())
    for (auto item = headers->begin(); item != headers->end(); ++item)
      response.headers.push_back({item.key(), as_text(&*item)});
  return response;
}

inline std::optional<Event::Kind> decode_kind(const Json &json) {
  const auto text = [&](std::string_view pointer) { return as_text(find(json, pointer)); };
  const std::string type = text("/type");
  const std::optional<std::size_t> id = as_size(find(json, "/id"));
  const std::optional<Field> field = field_of(text("/field"));
  if (type == "start")
    return event::Start{text("/target")};
  if (type == "locate")
    return event::Locate{text("/target")};
  if (type == "response" && id)
    return event::Responded{*id, decode_response(json)};
  if (type == "failure" && id)
    return event::Failed{*id, text("/reason") == "offline"};
  if (type == "loaded") {
    const std::string *value = backend::as_string(find(json, "/value"));
    return event::Loaded{text("/key"), value != nullptr ? std::optional(*value) : std::nullopt};
  }
  if (type == "input" && field)
    return event::Input{text("/form"), decode_value(*field, find(json, "/value"))};
  if (type == "blur" && field)
    return event::Blur{text("/form"), decode_value(*field, find(json, "/value"))};
  if (type == "submit")
    return event::Submit{text("/form"), decode_values(json), text("/key")};
  if (type == "reply")
    return event::Reply{text("/comment")};
  if (type == "cancel")
    return event::Cancel{text("/form"), decode_values(json)};
  if (type == "visit" && field)
    return event::Visit{text("/form"), *field};
  if (type == "retry")
    return event::Retry{};
  if (type == "more")
    return event::More{};
  return std::nullopt;
}

} // namespace detail

/// The configuration in `json`, or nothing if it names no backend or is not JSON. An unknown key means nothing.
inline std::optional<Config> decode_config(std::string_view text) {
  using namespace detail;
  const std::optional<Json> json = backend::parse_json(text);
  if (!json || !json->is_object())
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

/// The event in `json`, or nothing if it cannot be read.
inline std::optional<Event> decode_event(std::string_view text) {
  const std::optional<backend::Json> json = backend::parse_json(text);
  if (!json)
    return std::nullopt;
  auto kind = detail::decode_kind(*json);
  if (!kind)
    return std::nullopt;
  const backend::Json *now = backend::find(*json, "/now");
  const auto *milliseconds = now != nullptr ? now->get_ptr<const backend::Json::number_integer_t *>() : nullptr;
  return Event{std::move(*kind), milliseconds != nullptr ? *milliseconds : 0};
}

} // namespace afterword
