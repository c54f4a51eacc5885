#pragma once
/// @file A recorded reply: what a backend was asked once, and what it answered.

#include "afterword/backend/http.hpp"

#include <optional>
#include <string>

namespace afterword::recipe {

struct Recording {
  std::string operation; ///< as the recipe calls it; for needs "token", or the need's own name
  std::string method;    ///< of the request, as is
  std::string url;       ///< the request's
  backend::Response response;
  std::string expect; ///< what is to be read in it; empty: it does not say
};

/// The recording in `text`: `{"operation", "request": {"method", "url"}, "response": {"status", "url",
/// "redirected", "headers", "body"}, "expect"}`. Nothing if that is no JSON, or has no operation or status.
std::optional<Recording> read_recording(const std::string &text);

} // namespace afterword::recipe
