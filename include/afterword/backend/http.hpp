#pragma once
/// @file HTTP as values: what the core asks the host to send, and what the host says came back.

#include "afterword/text/named.hpp"

#include <list>
#include <string>
#include <vector>

namespace afterword::backend {

/// A header field; names in lower case.
using Header = text::Named;

/// A request for the host to send.
struct Request {
  std::string method = "GET";
  std::string url; ///< absolute, or relative to the page
  std::list<Header> headers;
  std::string body; ///< empty: none
  friend bool operator==(const Request &, const Request &) = default;
};

/// In place of a status: no reply came.
inline constexpr int no_reply = 0;
/// In place of a status: no reply came, and the device says that it has no network.
inline constexpr int no_network = -1;

/// A reply as the host received it, or its absence.
struct Response {
  int status = no_reply;
  std::string body;
};

} // namespace afterword::backend
