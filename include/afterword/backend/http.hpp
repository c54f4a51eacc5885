#pragma once
/// @file HTTP as values: what the core asks the host to send, and what the host says came back.

#include "afterword/text/named.hpp"

#include <list>
#include <string>

namespace afterword::backend {

/// A header field; names in lower case.
using Header = text::Named;

/// A request for the host to send.
struct Request {
  std::string method = "GET";
  std::string url; ///< absolute, or relative to the page; empty: it could not be written
  std::list<Header> headers{};
  std::string body{};        ///< empty: none
  std::string send{};        ///< "page": as a native form; "blind": unseen; otherwise by fetch
  std::string elsewhere{};   ///< the same for a URL of another origin than the page's; empty: as `send`
  std::string credentials{}; ///< "include", "omit"; otherwise cookies go to the page's own origin
  bool keepalive = false;    ///< it is to arrive even if the page is gone
  friend bool operator==(const Request &, const Request &) = default;
};

/// In place of a status: no reply came.
inline constexpr int no_reply = 0;
/// In place of a status: no reply came, and the device says that it has no network.
inline constexpr int no_network = -1;
/// In place of a status: the request was sent, and no reply can be seen.
inline constexpr int unseen = -2;
/// In place of a status: the request was not sent, for the recipe could not write it.
inline constexpr int not_written = -3;
/// In place of a status: a reply came that is larger than any that is read.
inline constexpr int too_large = -4;
/// In place of a status: the browser went with the request to the backend's own page, and came back.
inline constexpr int went_there = -5;

/// A reply as the host received it, or its absence.
struct Response {
  int status = no_reply;
  std::string body{};
  std::list<Header> headers{}; ///< those that the page may see
  std::string url{};           ///< that it came from, after redirects
  bool redirected = false;
};

} // namespace afterword::backend
