#pragma once
/// @file An account: who the backend says the reader is.

#include "afterword/html/url.hpp"

#include <optional>
#include <string>

namespace afterword {

/// The reader's account with the backend, where it has such.
struct Account {
  std::string name{};                ///< plain text; empty: not signed in
  std::optional<html::Url> log_in{}; ///< where to
  std::optional<html::Url> log_out{};
  bool required = false; ///< nobody else may comment
  bool asked = false;    ///< it is not known yet

  /// Whether the form has to wait for the reader to sign in.
  [[nodiscard]] bool is_missing() const noexcept { return required && name.empty(); }
};

} // namespace afterword
