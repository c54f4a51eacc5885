#pragma once
/// @file A value, or the error that stands in its place.

#include <utility>

namespace afterword {

/// A `T`, or the `E` that stands in its place. Errors are values: the core throws nothing. Both are members,
/// for both are cheap while empty, and a variant of them costs more code than it saves memory.
template <class T, class E> class Result {
public:
  Result(T value) : value_(std::move(value)), ok_(true) {}
  Result(E error) : error_(std::move(error)) {}

  explicit operator bool() const noexcept { return ok_; }
  /// The value; only after the result was found to be true.
  T &operator*() noexcept { return value_; }
  T *operator->() noexcept { return &value_; }
  /// The error; only after the result was found to be false.
  const E &error() const noexcept { return error_; }

private:
  T value_{};
  E error_{};
  bool ok_ = false;
};

} // namespace afterword
