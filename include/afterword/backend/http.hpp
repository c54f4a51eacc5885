#pragma once
/// @file HTTP as values: what the core asks the host to send, and what the host says came back.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace afterword::backend {

/// A header field; names in lower case.
struct Header {
  std::string name;
  std::string value;
  friend bool operator==(const Header &, const Header &) = default;
};

/// A request for the host to send.
struct Request {
  std::string method = "GET";
  std::string url; ///< absolute, or relative to the page
  std::vector<Header> headers;
  std::string body; ///< empty: none
  friend bool operator==(const Request &, const Request &) = default;
};

/// A reply as the host received it.
struct Response {
  int status = 0;
  std::vector<Header> headers;
  std::string body;

  /// The value of the header `name` (lower case), empty if absent.
  [[nodiscard]] std::string_view header(std::string_view name) const noexcept {
    for (const Header &header : headers)
      if (header.name == name)
        return header.value;
    return {};
  }
};

} // namespace afterword::backend
