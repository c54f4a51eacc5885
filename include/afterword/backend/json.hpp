#pragma once
/// @file JSON, read with every doubt it deserves. The only place that includes the JSON library: its lexer
/// reads strings, numbers and UTF-8; what it finds becomes a plain tree, on which nothing throws or aborts.

#include "afterword/model/field.hpp"
#include "afterword/text/ascii.hpp"
#include "afterword/text/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/detail/input/input_adapters.hpp>
#include <nlohmann/detail/input/lexer.hpp>
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
  std::string key{};  ///< its name, when it is a member of an object
  std::string text{}; ///< of a string its content, of a number its digits, of a boolean "true" or nothing
  std::vector<Json> items{}; ///< of an array or an object
};

/// Deeper replies are refused: what is built on a tree should not have to fear for its stack.
inline constexpr std::size_t most_json_depth = 512;

namespace detail {

/// All that the library's lexer wants to know of a JSON class. Numbers stay text, so their types do not
/// matter.
struct LexerTypes {
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;
  using string_t = std::string;
};

/// Puts the library's tokens together as the grammar says. The library's own parser would do that too, but
/// brings exceptions along, their words, and a class of values that is three times as large.
/// @see https://www.rfc-editor.org/rfc/rfc8259#section-2
class JsonParser {
  using Adapter = nlohmann::detail::iterator_input_adapter<const char *>;
  using Lexer = nlohmann::detail::lexer<LexerTypes, Adapter>;
  using Token = Lexer::token_type;
  enum class Expect : std::uint8_t { value, first_item, first_key, key, colon, separator };

public:
  explicit JsonParser(std::string_view text) : lexer_(Adapter(text.data(), text.data() + text.size())) {}

  /// Reads all of the text into `root`. False if it is not JSON, or nested too deeply.
  bool run(Json &root) {
    root_ = &root;
    for (Token token = lexer_.scan(); token != Token::end_of_input; token = lexer_.scan())
      if (!take(token))
        return false;
    return open_.empty() && expect_ == Expect::separator;
  }

private:
  bool take(Token token) {
    switch (token) {
    case Token::begin_object:
      return begin(Json::Type::object, Expect::first_key);
    case Token::begin_array:
      return begin(Json::Type::array, Expect::first_item);
    case Token::end_object:
      return end(Json::Type::object, Expect::first_key);
    case Token::end_array:
      return end(Json::Type::array, Expect::first_item);
    case Token::name_separator:
      return move(Expect::colon, Expect::value);
    case Token::value_separator:
      return !open_.empty() &&
             move(Expect::separator, open_.back()->type == Json::Type::object ? Expect::key : Expect::value);
    case Token::value_string:
      if (expect_ != Expect::key && expect_ != Expect::first_key)
        return leaf(Json::Type::string, lexer_.get_string());
      key_ = lexer_.get_string();
      expect_ = Expect::colon;
      return true;
    case Token::value_unsigned:
    case Token::value_integer:
    case Token::value_float:
      return leaf(Json::Type::number, lexer_.get_string());
    case Token::literal_true:
      return leaf(Json::Type::boolean, "true");
    case Token::literal_false:
      return leaf(Json::Type::boolean, {});
    case Token::literal_null:
      return leaf(Json::Type::null, {});
    default:
      return false;
    }
  }

  bool move(Expect from, Expect to) {
    const bool expected = expect_ == from;
    expect_ = to;
    return expected;
  }

  bool leaf(Json::Type type, std::string text) {
    if (expect_ != Expect::value && expect_ != Expect::first_item)
      return false;
    expect_ = Expect::separator;
    value_ = open_.empty() ? root_ : &open_.back()->items.emplace_back();
    value_->type = type;
    value_->key = std::move(key_);
    value_->text = std::move(text);
    return true;
  }

  bool begin(Json::Type type, Expect first) {
    if (!leaf(type, {}) || open_.size() == most_json_depth)
      return false;
    open_.push_back(value_);
    expect_ = first;
    return true;
  }

  bool end(Json::Type type, Expect first) {
    if (open_.empty() || open_.back()->type != type || (expect_ != first && expect_ != Expect::separator))
      return false;
    open_.pop_back();
    expect_ = Expect::separator;
    return true;
  }

  Lexer lexer_;
  Json *root_ = nullptr;
  Json *value_ = nullptr;    ///< the last one
  std::vector<Json *> open_; ///< only the last of these grows, so the pointers hold
  std::string key_;
  Expect expect_ = Expect::value;
};

} // namespace detail

/// Reads what `text` means into `value`. False if it is not JSON, or nested too deeply; `value` is then of no
/// use.
inline bool parse_json(std::string_view text, Json &value) {
  // The lexer takes a NUL for the end of the text, so what comes after one would go unseen.
  return text.find('\0') == std::string_view::npos && detail::JsonParser(text).run(value);
}

/// The value at `pointer` in `document`, or nullptr if there is none. Of members with the same name the last
/// counts.
/// @see https://www.rfc-editor.org/rfc/rfc6901
inline const Json *find(const Json &document, const char *pointer) {
  const Json *value = &document;
  while (*pointer == '/') {
    std::string token;
    for (++pointer; *pointer != '/' && *pointer != '\0'; ++pointer) {
      const bool is_escape = *pointer == '~' && (pointer[1] == '0' || pointer[1] == '1');
      token.push_back(!is_escape ? *pointer : *++pointer == '1' ? '/' : '~');
    }
    const Json *found = nullptr;
    std::size_t index = 0;
    for (const Json &item : value->items) {
      if ((value->type == Json::Type::array ? text::decimal(index) : item.key) == token)
        found = &item;
      ++index;
    }
    if (found == nullptr)
      return nullptr;
    value = found;
  }
  return *pointer == '\0' ? value : nullptr;
}

/// The value at `pointer` followed by the name of `field`, or nullptr.
inline const Json *find(const Json &document, const char *pointer, Field field) {
  std::string whole = pointer;
  whole += name(field);
  return find(document, whole.c_str());
}

/// The string in `value`, or nullptr if it is none.
inline const std::string *as_string(const Json *value) noexcept {
  return value != nullptr && value->type == Json::Type::string ? &value->text : nullptr;
}

/// A string or a number as text, as ids come in both; empty for anything else.
inline std::string as_text(const Json *value) {
  return value != nullptr && (value->type == Json::Type::string || value->type == Json::Type::number)
             ? value->text
             : std::string();
}

/// A whole number that is not negative, below 10^15, from its digits.
inline std::optional<std::int64_t> to_integer(const std::string &digits) noexcept {
  if (digits.empty() || digits.size() > 15)
    return std::nullopt;
  std::int64_t number = 0;
  for (const char c : digits) {
    if (!text::is_ascii_digit(c))
      return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// The same from a JSON number.
inline std::optional<std::int64_t> as_integer(const Json *value) noexcept {
  return value != nullptr && value->type == Json::Type::number ? to_integer(value->text) : std::nullopt;
}

/// `digits` as a size, which here is at most 2^31 - 1.
inline std::optional<std::size_t> to_size(const std::string &digits) noexcept {
  const auto number = to_integer(digits);
  return number && *number <= 0x7FFFFFFF ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

/// The same from a JSON number.
inline std::optional<std::size_t> as_size(const Json *value) noexcept {
  return value != nullptr && value->type == Json::Type::number ? to_size(value->text) : std::nullopt;
}

/// Whether `value` is the literal true.
inline bool is_true(const Json *value) noexcept {
  return value != nullptr && value->type == Json::Type::boolean && !value->text.empty();
}

/// Whether `list` is an array that has the string `text`.
inline bool has_string(const Json *list, const std::string &text) {
  if (list == nullptr || list->type != Json::Type::array)
    return false;
  for (const Json &item : list->items)
    if (item.type == Json::Type::string && item.text == text)
      return true;
  return false;
}

} // namespace afterword::backend
