#pragma once
/// @file The problems of a form, at most one a field.

#include "afterword/model/field.hpp"
#include "afterword/text/named.hpp"

#include <array>
#include <cstddef>
#include <list>
#include <optional>
#include <vector>

namespace afterword {

/// A problem, and the field that has it.
struct FieldProblem {
  Field field;
  rules::Problem problem;
  friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

/// What a backend says of some fields, by their names: plain text.
using Words = std::list<text::Named>;

/// What is wrong with each field of a form.
class Problems {
public:
  constexpr std::optional<rules::Problem> &operator[](Field field) noexcept {
    return problems_[static_cast<std::size_t>(field)];
  }
  constexpr const std::optional<rules::Problem> &operator[](Field field) const noexcept {
    return problems_[static_cast<std::size_t>(field)];
  }

  /// How many fields have one.
  [[nodiscard]] constexpr std::size_t count() const noexcept {
    std::size_t count = 0;
    for (const auto &problem : problems_)
      count += problem ? 1 : 0;
    return count;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return count() == 0; }

  /// The first field that has one; only when not empty.
  [[nodiscard]] constexpr Field first() const noexcept {
    for (const Field field : all_fields)
      if ((*this)[field])
        return field;
    return {};
  }

  /// All of them, in the order of the fields.
  [[nodiscard]] std::vector<FieldProblem> list() const {
    std::vector<FieldProblem> list;
    for (const Field field : all_fields)
      if (const auto problem = (*this)[field])
        list.push_back({field, *problem});
    return list;
  }

  friend bool operator==(const Problems &, const Problems &) = default;

private:
  std::array<std::optional<rules::Problem>, all_fields.size()> problems_{};
};

} // namespace afterword
