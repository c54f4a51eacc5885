#pragma once
/// @file A spot in a recipe that is being checked: a value, the way to it, and whom to tell.

#include "report.hpp"
#include "value.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace afterword::recipe {

/// Neither the value nor the report is owned; both must outlive this.
struct Spot {
  const Value &value;
  std::string pointer;
  Report &report;

  /// The spot of `item`, one of the value's members.
  [[nodiscard]] Spot member(const Value &item) const;
  /// The spot of the value's item at `index`.
  [[nodiscard]] Spot item(std::size_t index) const;

  void mistake(std::string text) const { report.mistake(value.start, pointer, std::move(text)); }
  void warning(std::string text) const { report.warning(value.start, pointer, std::move(text)); }
  /// The mistake is the value's name.
  void misnamed(std::string text) const { report.mistake(value.key_start, pointer, std::move(text)); }
  /// The mistake is that this is not `what`.
  void is_not(const std::string &what) const;
};

} // namespace afterword::recipe
