#pragma once
/// @file What the API refuses, and why: a stable code, its HTTP status and a sentence for people.

#include "afterword/model/problems.hpp"
#include "clock.hpp"
#include "exchange.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::demo {

enum class Code : std::uint8_t {
  invalid_json,
  invalid_utf8,
  bad_request,
  unsupported_media_type,
  too_large,
  unknown_page,
  not_found,
  method_not_allowed,
  invalid,
  unknown_parent,
  closed,
  bad_token,
  origin_not_allowed,
  not_yours,
  expired,
  duplicate,
  slow_down,
  unavailable,
  internal,
};

/// The code as it stands on the wire, and in openapi.json.
std::string_view name(Code code) noexcept;

/// The HTTP status that goes with `code`.
int status(Code code) noexcept;

/// A request refused. Thrown by whoever finds the reason, answered in one place.
class Error : public std::runtime_error {
public:
  Error(Code code, const std::string &message, std::vector<FieldProblem> problems = {})
      : std::runtime_error(message), code_(code), problems_(std::move(problems)) {}
  /// @param seconds after which it would be taken
  Error(Code code, const std::string &message, Seconds seconds)
      : std::runtime_error(message), code_(code), seconds_(seconds) {}
  [[nodiscard]] Code code() const noexcept { return code_; }
  [[nodiscard]] const std::vector<FieldProblem> &problems() const noexcept { return problems_; }
  [[nodiscard]] Seconds seconds() const noexcept { return seconds_; }

private:
  Code code_;
  std::vector<FieldProblem> problems_;
  Seconds seconds_ = 0;
};

/// The JSON that says so.
Response answer(const Error &error);

} // namespace afterword::demo
