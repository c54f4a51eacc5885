#pragma once
/// @file What the JSON library's own parser makes of a text: a second reading, to hold the core's against.

#include "afterword/backend/json.hpp"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// Writes down what it is told, one mark for each token; strings with their size, so that no content looks
/// like a mark. Numbers are not compared: the core keeps their digits, the library their value.
class Transcript : public nlohmann::json_sax<nlohmann::json> {
public:
  std::string text;          ///< the marks
  std::size_t deepest = 0;   ///< how many arrays and objects were open at most
  bool has_overflow = false; ///< there was a number that no double can hold

  bool null() override { return put("n"); }
  bool boolean(bool value) override { return put(value ? "t" : "f"); }
  bool number_integer(number_integer_t) override { return put("#"); }
  bool number_unsigned(number_unsigned_t) override { return put("#"); }
  bool number_float(number_float_t, const string_t &) override { return put("#"); }
  bool string(string_t &value) override { return put(std::to_string(value.size()) + "\"" + value); }
  bool binary(binary_t &) override { return false; }
  bool start_object(std::size_t) override { return open("{"); }
  bool key(string_t &value) override { return put(std::to_string(value.size()) + "'" + value); }
  bool end_object() override { return close("}"); }
  bool start_array(std::size_t) override { return open("["); }
  bool end_array() override { return close("]"); }
  bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &error) override {
    has_overflow = error.id == 406;
    return false;
  }

private:
  bool put(std::string_view mark) {
    text += mark;
    return true;
  }
  bool open(std::string_view mark) {
    deepest = std::max(deepest, ++depth_);
    return put(mark);
  }
  bool close(std::string_view mark) {
    --depth_;
    return put(mark);
  }

  std::size_t depth_ = 0;
};

/// The same for a tree of the core's.
inline void transcribe(const afterword::backend::Json &value, bool is_member, std::string &out) {
  using Type = afterword::backend::Json::Type;
  if (is_member)
    out += std::to_string(value.key.size()) + "'" + value.key;
  switch (value.type) {
  case Type::null:
    out += "n";
    break;
  case Type::boolean:
    out += afterword::backend::is_true(&value) ? "t" : "f";
    break;
  case Type::number:
    out += "#";
    break;
  case Type::string:
    out += std::to_string(value.text.size()) + "\"" + value.text;
    break;
  case Type::array:
  case Type::object:
    out += value.type == Type::array ? "[" : "{";
    for (const afterword::backend::Json &item : value.items)
      transcribe(item, value.type == Type::object, out);
    out += value.type == Type::array ? "]" : "}";
  }
}
