#pragma once
/// @file JSON, read with every doubt it deserves. The only place that includes the JSON library; nothing here throws or
/// aborts on any input.

#include "afterword/text/escape.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace afterword::backend {

using Json = nlohmann::json;

/// What `text` means, or nothing if it is not JSON.
inline std::optional<Json> parse_json(std::string_view text) {
  // Not Json::parse: its callback parameter brings a second parser of seven kilobytes along.
  Json value;
  nlohmann::detail::json_sax_dom_parser<Json> handler(value, false);
  if (!Json::sax_parse(text.begin(), text.end(), &handler) || handler.is_errored())
    return std::nullopt;
  return value;
}

/// The value at `pointer` in `document`, or nullptr if there is none.
/// @see https://www.rfc-editor.org/rfc/rfc6901
inline const Json *find(const Json &document, std::string_view pointer) {
  const Json *value = &document;
  while (!pointer.empty()) {
    if (pointer.front() != '/')
      return nullptr;
    pointer.remove_prefix(1);
    const std::string_view raw = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(raw.size());
    if (value->is_object()) {
      std::string token;
      for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool escape = raw[i] == '~' && i + 1 < raw.size();
        token.push_back(!escape ? raw[i] : raw[i + 1] == '1' ? '/' : '~');
        i += escape ? 1 : 0;
      }
      const auto found = value->find(token);
      if (found == value->end())
        return nullptr;
      value = &*found;
    } else if (value->is_array()) {
      std::size_t index = 0;
      for (const char c : raw) {
        if (!text::is_ascii_digit(c) || index >= value->size())
          return nullptr;
        index = index * 10 + static_cast<std::size_t>(c - '0');
      }
      if (raw.empty() || index >= value->size())
        return nullptr;
      value = &(*value)[index];
    } else {
      return nullptr;
    }
  }
  return value;
}

/// The string in `value`, or nullptr if it is none.
inline const std::string *as_string(const Json *value) noexcept {
  return value != nullptr ? value->get_ptr<const std::string *>() : nullptr;
}

/// A string or a whole number as text, as ids come in both; empty for anything else.
inline std::string as_text(const Json *value) {
  if (const std::string *string = as_string(value))
    return *string;
  if (value != nullptr && value->is_number_unsigned())
    return std::to_string(*value->get_ptr<const Json::number_unsigned_t *>());
  if (value != nullptr && value->is_number_integer())
    return std::to_string(*value->get_ptr<const Json::number_integer_t *>());
  return {};
}

/// A whole number that is not negative.
inline std::optional<std::size_t> as_size(const Json *value) noexcept {
  constexpr std::uint64_t most = 0x7FFFFFFF;
  if (value == nullptr || !value->is_number_unsigned())
    return std::nullopt;
  const std::uint64_t number = *value->get_ptr<const Json::number_unsigned_t *>();
  return number <= most ? std::optional(static_cast<std::size_t>(number)) : std::nullopt;
}

/// Whether `value` is the literal true.
inline bool is_true(const Json *value) noexcept {
  const bool *boolean = value != nullptr ? value->get_ptr<const Json::boolean_t *>() : nullptr;
  return boolean != nullptr && *boolean;
}

/// Whether `list` is an array that has the string `text`.
inline bool has_string(const Json *list, std::string_view text) {
  if (list == nullptr || !list->is_array())
    return false;
  for (const Json &item : *list)
    if (const std::string *string = as_string(&item); string != nullptr && *string == text)
      return true;
  return false;
}

} // namespace afterword::backend
