#pragma once
/// @file JSON that knows where in the file it stands, for people who have to mend it there.

#include "afterword/backend/json.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::recipe {

struct Value {
  using Type = backend::Json::Type;

  Type type = Type::null;
  std::string key;  ///< its name, when it is a member of an object
  std::string text; ///< of a string its content, of a number its digits, of a boolean "true" or nothing
  std::vector<Value> items;  ///< of an array or an object
  std::size_t start = 0;     ///< byte of the file that it begins at
  std::size_t key_start = 0; ///< the same of its name

  /// The member called `name`, or nullptr. Of several the last counts, as for the core.
  [[nodiscard]] const Value *member(std::string_view name) const noexcept {
    const Value *found = nullptr;
    if (type == Type::object)
      for (const Value &item : items)
        if (item.key == name)
          found = &item;
    return found;
  }
};

} // namespace afterword::recipe
