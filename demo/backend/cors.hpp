#pragma once
/// @file Which other origins may use the API.

#include "exchange.hpp"

#include <string>
#include <vector>

namespace afterword::demo {

/// The origins that the operator has named, and what follows from it.
/// @see https://fetch.spec.whatwg.org/#http-cors-protocol
class Cors {
public:
  /// @param own the server's own public origin; always welcome
  Cors(std::vector<std::string> origins, std::string own);

  /// Whether a request that changes something may come from where it says it comes from. Clients that name no
  /// origin are no browsers, and nothing is done behind a reader's back by them.
  [[nodiscard]] bool may_write(const Request &request) const;

  /// Tells the browser what it may pass on.
  void mark(const Request &request, Response &response) const;

  /// The answer to a preflight.
  /// @throws Error origin_not_allowed
  [[nodiscard]] Response preflight(const Request &request, const std::string &methods) const;

private:
  [[nodiscard]] bool is_allowed(const std::string &origin) const;
  std::vector<std::string> origins_;
  std::string own_;
};

} // namespace afterword::demo
