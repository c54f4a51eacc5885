#pragma once
/// @file A request and its response as plain values: the handlers know no HTTP library.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::demo {

/// What a client asked. Path and parameters are percent-decoded bytes; nobody has checked yet that they are
/// UTF-8.
struct Request {
  std::string method;
  std::string path;
  std::vector<std::pair<std::string, std::string>> parameters;
  std::map<std::string, std::string> headers; ///< names in lower case
  std::string remote;                         ///< IP address that the connection comes from
  std::string body;
  enum class BodyState : std::uint8_t { whole, too_large, broken };
  BodyState body_state = BodyState::whole; ///< if not whole, `body` is empty

  [[nodiscard]] std::string header(std::string_view name) const {
    const auto found = headers.find(std::string(name));
    return found != headers.end() ? found->second : std::string();
  }
  /// The first parameter called `name`; empty if there is none.
  [[nodiscard]] std::string parameter(std::string_view name) const {
    for (const auto &[key, value] : parameters)
      if (key == name)
        return value;
    return {};
  }
};

/// What it is answered.
struct Response {
  int status = 200;
  std::string type; ///< Content-Type; empty: no body
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool encoded = false; ///< the body carries its Content-Encoding already
  /// Instead of a body: gives it piece by piece, for as long as the client stays, and nothing at its end.
  /// Waits for the next piece, a second at most; then the piece is empty.
  std::function<std::optional<std::string>()> stream;
};

} // namespace afterword::demo
