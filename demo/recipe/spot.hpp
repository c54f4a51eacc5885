#pragma once
/// @file A spot in a recipe that is being checked: a value, the way to it, and whom to tell.

#include "report.hpp"
#include "value.hpp"

#include <cstddef>
#include <string>

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

  void mistake(const std::string &text) const { report.mistake(value.start, pointer, text); }
  void warning(const std::string &text) const { report.warning(value.start, pointer, text); }
  /// The mistake is the value's name.
  void misnamed(const std::string &text) const { report.mistake(value.key_start, pointer, text); }
  /// The mistake is that this is not `what`.
  void is_not(const std::string &what) const;
};

} // namespace afterword::recipe
