#pragma once
/// @file JSON, read with every doubt it deserves. The only place that includes the JSON library: its parser fills a plain
/// tree of our own, which costs a browser a third of what the library's would, and on which nothing throws or aborts.

#include "afterword/text/ascii.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::backend {

/// A JSON value.
struct Json {
  enum class Type : std::uint8_t { null, boolean, number, string, array, object };

  Type type = Type::null;
  std::string key{};         ///< its name, when it is a member of an object
  std::string text{};        ///< of a string its content, of a number its digits, of a boolean "true" or nothing
  std::vector<Json> items{}; ///< of an array or an object
};

/// Deeper replies are refused: what is built on a tree should not have to fear for its stack.
inline constexpr std::size_t most_json_depth = 512;

namespace detail {

/// What the library's parser tells, as a tree. Each function returns whether to go on.
/// @see https://json.nlohmann.me/features/parsing/sax_interface/
class JsonReader {
public:
  explicit JsonReader(Json &root) : root_(root) {}

  bool null() { return leaf(Json::Type::null, {}); }
  bool boolean(bool value) { return leaf(Json::Type::boolean, value ? "true" : ""); }
  bool number_integer(std::int64_t value) { return leaf(Json::Type::number, std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return leaf(Json::Type::number, std::to_string(value)); }
  bool number_float(double, const std::string &digits) { return leaf(Json::Type::number, digits); }
  bool string(std::string &value) { return leaf(Json::Type::string, std::move(value)); }
  bool binary(std::vector<std::uint8_t> &) { return false; }
  bool start_object(std::size_t) { return begin(Json::Type::object); }
  bool start_array(std::size_t) { return begin(Json::Type::array); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }
  bool key(std::string &key) {
    key_ = std::move(key);
    return true;
  }
  template <class Exception> bool parse_error(std::size_t, const std::string &, const Exception &) { return false; }

private:
  Json &add(Json::Type type) {
    Json &value = open_.empty() ? root_ : open_.back()->items.emplace_back();
    value.type = type;
    value.key = std::move(key_);
    key_.clear();
    return value;
  }
  bool leaf(Json::Type type, std::string text) {
    add(type).text = std::move(text);
    return true;
  }
  bool begin(Json::Type type) {
    open_.push_back(&add(type));
    return open_.size() <= most_json_depth;
  }
  bool end() {
    open_.pop_back();
    return true;
  }

  Json &root_;
  std::vector<Json *> open_; ///< no element of these grows but the last, so the pointers hold
  std::string key_;
};

} // namespace detail

/// What `text` means, or nothing if it is not JSON, or nested too deeply.
inline std::optional<Json> parse_json(std::string_view text) {
  std::optional<Json> value(std::in_place);
  detail::JsonReader reader(*value);
  if (!nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &reader))
    value.reset();
  return value;
}

/// The value at `pointer` in `document`, or nullptr if there is none. Of members with the same name the last counts.
/// @see https://www.rfc-editor.org/rfc/rfc6901
inline const Json *find(const Json &document, std::string_view pointer) {
  const Json *value = &document;
  while (!pointer.empty()) {
    if (pointer.front() != '/')
      return nullptr;
    pointer.remove_prefix(1);
    const std::string_view raw = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(raw.size());
    std::string token;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      const bool escape = raw[i] == '~' && i + 1 < raw.size();
      token.push_back(!escape ? raw[i] : raw[i + 1] == '1' ? '/' : '~');
      i += escape ? 1 : 0;
    }
    const Json *found = nullptr;
    const bool is_array = value->type == Json::Type::array;
    for (std::size_t i = 0; i < value->items.size(); ++i)
      if (is_array ? std::to_string(i) == token : value->items[i].key == token)
        found = &value->items[i];
    if (found == nullptr)
      return nullptr;
    value = found;
  }
  return value;
}

/// The string in `value`, or nullptr if it is none.
inline const std::string *as_string(const Json *value) noexcept {
  return value != nullptr && value->type == Json::Type::string ? &value->text : nullptr;
}

/// A string or a number as text, as ids come in both; empty for anything else.
inline std::string as_text(const Json *value) {
  return value != nullptr && (value->type == Json::Type::string || value->type == Json::Type::number) ? value->text
                                                                                                      : std::string();
}

/// A whole number that is not negative, below 10^15.
inline std::optional<std::int64_t> as_integer(const Json *value) noexcept {
  if (value == nullptr || value->type != Json::Type::number || value->text.size() > 15)
    return std::nullopt;
  std::int64_t number = 0;
  for (const char c : value->text) {
    if (!text::is_ascii_digit(c))
      return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// The same as a size, which here is at most 2^31 - 1.
inline std::optional<std::size_t> as_size(const Json *value) noexcept {
  const auto number = as_integer(value);
  return number && *number <= 0x7FFFFFFF ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

/// Whether `value` is the literal true.
inline bool is_true(const Json *value) noexcept {
  return value != nullptr && value->type == Json::Type::boolean && !value->text.empty();
}

/// Whether `list` is an array that has the string `text`.
inline bool has_string(const Json *list, std::string_view text) {
  if (list == nullptr || list->type != Json::Type::array)
    return false;
  for (const Json &item : list->items)
    if (item.type == Json::Type::string && item.text == text)
      return true;
  return false;
}

} // namespace afterword::backend
