#pragma once
/// @file What stands in the controls of a form, as far as is known.

#include "afterword/model/field.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace afterword {

/// The values of some fields. A box is `ticked` or empty.
class Values {
public:
  static constexpr const char *ticked = "true";

  /// The value of `field`, or nullptr if nothing is known of it.
  [[nodiscard]] const std::string *find(Field field) const noexcept {
    const auto &value = values_[static_cast<std::size_t>(field)];
    return value ? &*value : nullptr;
  }
  /// Adds a value; returns itself, so that several can be added in a row.
  Values &set(Field field, std::string value) {
    values_[static_cast<std::size_t>(field)] = std::move(value);
    return *this;
  }
  friend bool operator==(const Values &, const Values &) = default;

private:
  std::array<std::optional<std::string>, all_fields.size()> values_{};
};

} // namespace afterword
