#pragma once
/// @file From the wire: configuration and events as JSON, as a host in another language writes them. Anything
/// may stand there; what cannot be read is no event.

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

/// Puts the text at `pointer`, or nothing, into `text`.
inline void read(const Json &json, const char *pointer, std::string &text) {
  text = as_text(find(json, pointer));
}

inline FieldSet decode_fields(const Json *list) {
  FieldSet fields{};
  for (const Field field : all_fields)
    fields[static_cast<std::size_t>(field)] = backend::has_string(list, std::string(name(field)));
  return fields;
}

/// A text, or a box's boolean.
inline std::string decode_value(const Json *value) {
  return is_true(value) ? Values::ticked : as_text(value);
}

/// The values of a whole form, or the one of a control.
inline Values decode_values(const Json &json, Field field) {
  Values values;
  for (const Field each : all_fields)
    if (const Json *value = find(json, "/fields/", each))
      values.set(each, decode_value(value));
  if (const Json *value = find(json, "/value"))
    values.set(field, decode_value(value));
  return values;
}

} // namespace detail

/// The configuration in `text`, or nothing if it is not JSON, or names no backend. An unknown key means
/// nothing.
inline std::optional<Config> decode_config(std::string_view text) {
  using namespace detail;
  Json json;
  std::optional<Config> config;
  if (!backend::parse_json(text, json) || find(json, "/backend") == nullptr)
    return config;
  config.emplace();
  read(json, "/backend", config->backend);
  while (!config->backend.empty() && config->backend.back() == '/')
    config->backend.pop_back();
  read(json, "/page", config->page);
  read(json, "/address", config->address);
  read(json, "/language", config->language);
  read(json, "/prefix", config->prefix);
  if (const Json *values = find(json, "/values"))
    for (const Json &value : values->items)
      config->values.push_back({value.key, value.text});
  read(json, "/title", config->title);
  config->depth = as_size(find(json, "/depth")).value_or(config->depth);
  config->followers = as_size(find(json, "/followers"));
  const std::string avatars = as_text(find(json, "/avatars"));
  if (avatars == "any" || avatars == "none")
    config->avatars = avatars == "any" ? Avatars::any : Avatars::none;
  config->sort = sort_of(as_text(find(json, "/sort")));
  if (is_true(find(json, "/images")))
    config->images = html::Images::shown;
  if (const Json *show = find(json, "/show")) {
    config->comments = backend::has_string(show, "comments");
    config->subscription = backend::has_string(show, "subscription");
  }
  if (const Json *fields = find(json, "/fields"))
    config->fields = decode_fields(fields);
  config->required = decode_fields(find(json, "/required"));
  return config;
}

/// Reads what only the events of those have who write. False if `type` is no such event.
inline bool decode_writing(const backend::Json &json, const std::string &type, Event &event) {
  using detail::read;
  constexpr std::size_t first = std::size(reading_event_names);
  for (std::size_t i = 0; i < std::size(writing_event_names); ++i)
    if (type == writing_event_names[i])
      event.type = static_cast<Event::Type>(first + i);
  read(json, "/mark", event.name);
  read(json, "/text", event.source);
  read(json, "/before", event.text.before);
  read(json, "/selected", event.text.selected);
  read(json, "/after", event.text.after);
  return static_cast<std::size_t>(event.type) >= first;
}

/// The event in `text`, or nothing if it cannot be read.
/// @param more reads the events that no reader has an answer to; nullptr: nobody does
inline std::optional<Event> decode_event(std::string_view text,
                                         bool (*more)(const backend::Json &, const std::string &,
                                                      Event &) = decode_writing) {
  using namespace detail;
  Json json;
  std::optional<Event> event;
  if (!backend::parse_json(text, json))
    return event;
  const std::string type = as_text(find(json, "/type"));
  for (std::size_t i = 0; i < std::size(reading_event_names); ++i)
    if (type == reading_event_names[i])
      event.emplace().type = static_cast<Event::Type>(i);
  if (!event && (more == nullptr || !more(json, type, event.emplace())))
    event.reset();
  if (!event)
    return event;
  event->now = backend::as_integer(find(json, "/now")).value_or(0);
  read(json, "/target", event->target);
  read(json, "/form", event->form);
  read(json, "/comment", event->comment);
  read(json, "/key", event->key);
  event->field = field_of(as_text(find(json, "/field"))).value_or(Field::comment);
  event->values = decode_values(json, event->field);
  event->id = as_size(find(json, "/id")).value_or(0);
  event->automatic = is_true(find(json, "/auto"));
  if (const std::string *stored = backend::as_string(find(json, "/value")))
    event->stored = *stored;
  backend::Response &response = event->response;
  const std::string reason = as_text(find(json, "/reason"));
  response.status = reason == "offline"  ? backend::no_network
                    : reason == "unseen" ? backend::unseen
                    : reason == "large"  ? backend::too_large
                    : reason == "empty"  ? backend::not_written
                    : reason == "returned"
                        ? backend::went_there
                        : static_cast<int>(as_size(find(json, "/status")).value_or(0) % 1000);
  read(json, "/body", response.body);
  read(json, "/url", response.url);
  response.redirected = is_true(find(json, "/redirected"));
  if (const Json *headers = find(json, "/headers"))
    for (const Json &header : headers->items)
      response.headers.push_back({header.key, header.text});
  return event;
}

} // namespace afterword
