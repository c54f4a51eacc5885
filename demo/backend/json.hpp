#pragma once
/// @file JSON in and out of the API. Reading trusts nothing: bytes, shape and types are checked before use.

#include "exchange.hpp"

#include <initializer_list>
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

/// The member `name` as one of `values`.
/// @throws Error invalid_json when it is no number, and invalid when it is another one, or absent
int number_member(const Json &object, const char *name, std::initializer_list<int> values);

/// `json` as it travels, in one line. Ill-formed UTF-8 becomes U+FFFD rather than an exception.
std::string dump(const Json &json);

/// A response that carries `json`.
Response json_response(int status, const Json &json);

} // namespace afterword::demo
