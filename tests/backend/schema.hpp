#pragma once
/// @file Checks JSON against the schemas of openapi.json, as far as that file uses JSON Schema.

#include <nlohmann/json.hpp>
#include <string>

namespace afterword::test {

/// What in `value` does not obey `schema`, as one sentence; empty when everything does. A keyword that this
/// does not know is a complaint too, so that no rule of the document goes unchecked.
/// @param document where `$ref` points into
std::string complaint(const nlohmann::json &document, const nlohmann::json &schema,
                      const nlohmann::json &value);

} // namespace afterword::test
