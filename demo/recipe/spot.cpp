#include "spot.hpp"

#include <utility>

namespace afterword::recipe {

namespace {

const char *name_of(const Value &value) noexcept {
  switch (value.type) {
  case Value::Type::null:
    return "null";
  case Value::Type::boolean:
    return value.text.empty() ? "false" : "true";
  case Value::Type::number:
    return "a number";
  case Value::Type::string:
    return "a text";
  case Value::Type::array:
    return "an array";
  default:
    return "an object";
  }
}

} // namespace

Spot Spot::member(const Value &item) const {
  std::string longer = pointer + "/";
  for (const char c : item.key) {
    if (c == '~' || c == '/')
      longer += c == '~' ? "~0" : "~1";
    else
      longer.push_back(c);
  }
  return {item, std::move(longer), report};
}

Spot Spot::item(std::size_t index) const {
  return {value.items[index], pointer + "/" + std::to_string(index), report};
}

void Spot::is_not(const std::string &what) const {
  mistake(std::string(name_of(value)) + " stands where " + what + " belongs");
}

} // namespace afterword::recipe
