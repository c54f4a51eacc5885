#pragma once
/// @file What a failure of ours looks like to a client.

#include "exchange.hpp"

#include <exception>

namespace afterword::demo {

/// The JSON answer to whatever was thrown. What is not the client's doing is told to the operator, on stderr.
Response answer_failure(const std::exception_ptr &failure);

} // namespace afterword::demo
