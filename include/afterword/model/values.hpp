#pragma once
/// @file What stands in the controls of a form, as far as is known.

#include "afterword/model/field.hpp"
#include "afterword/text/named.hpp"

#include <list>
#include <string>
#include <utility>
#include <vector>

namespace afterword {

/// The values of some fields, by name. A box is `ticked` or empty.
class Values {
public:
  static constexpr const char *ticked = "true";

  /// The value of `field`, or nullptr if nothing is known of it.
  [[nodiscard]] const std::string *find(Field field) const noexcept {
    for (const text::Named &value : values_)
      if (value.name == name(field))
        return &value.value;
    return nullptr;
  }
  /// Adds a value, which there is none of yet; returns itself, so that several can be added in a row.
  Values &set(Field field, std::string value) {
    values_.push_back({name(field), std::move(value)});
    return *this;
  }
  friend bool operator==(const Values &, const Values &) = default;

private:
  std::list<text::Named> values_{};
};

} // namespace afterword
