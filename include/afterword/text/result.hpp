#pragma once
/// @file A value, or the error that stands in its place.

#include <utility>
#include <variant>

namespace afterword {

/// Either a `T` or an `E`, which must be different types. Errors are values: the core throws nothing.
template <class T, class E> class Result {
public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : content_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const noexcept { return content_.index() == 0; }
  /// The value; only after the result was found to be true.
  T &operator*() noexcept { return *std::get_if<0>(&content_); }
  T *operator->() noexcept { return std::get_if<0>(&content_); }
  /// The error; only after the result was found to be false.
  const E &error() const noexcept { return *std::get_if<1>(&content_); }

private:
  std::variant<T, E> content_;
};

} // namespace afterword
