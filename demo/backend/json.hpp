#pragma once
/// @file JSON in and out of the API. Reading trusts nothing: bytes, shape and types are checked before use.

#include "exchange.hpp"

#include <nlohmann/json.hpp>
#include <string>

namespace afterword::demo {

using Json = nlohmann::json;

/// The JSON object in the body of `request`.
/// @throws Error unsupported_media_type, invalid_utf8 or invalid_json
Json read_object(const Request &request);

/// The string member `name`; empty when it is absent or null.
/// @throws Error invalid_json when it is anything else
std::string string_member(const Json &object, const char *name);

/// The boolean member `name`; false when it is absent or null.
/// @throws Error invalid_json when it is anything else
bool boolean_member(const Json &object, const char *name);

/// A response that carries `json`. Ill-formed UTF-8 becomes U+FFFD rather than an exception.
Response json_response(int status, const Json &json);

} // namespace afterword::demo
