#pragma once
/// @file What a fuzz target is: one function, and properties that must hold whatever comes in.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// Checks all that must hold of `input`. Each target defines its own.
void check(std::string_view input);

/// Ends the process if `property` does not hold, after saying which it was and what was `seen` instead.
inline void expect(bool holds, const char *property, const std::string &seen = {}) {
  if (holds)
    return;
  std::fprintf(stderr, "\nDoes not hold: %s\nSeen: %s\n", property, seen.c_str());
  std::abort();
}
