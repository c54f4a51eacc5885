#pragma once
/// @file What a new database begins with, so that the demo has something to show.

#include "clock.hpp"

#include <soci/soci.h>

namespace afterword::demo {

/// Gives a database that never had any comments or followers some, by the way that real ones take. Once only:
/// what is deleted later does not come back.
void add_samples(soci::session &session, Seconds now);

} // namespace afterword::demo
