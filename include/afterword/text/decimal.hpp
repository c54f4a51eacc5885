#pragma once
/// @file Whole numbers in digits. The standard library's own way brings tables along that a browser need not
/// fetch.

#include <cstdint>
#include <string>

namespace afterword::text {

/// `value` in decimal digits.
inline std::string decimal(std::uint64_t value) {
  char digits[20];
  char *first = digits + sizeof digits;
  do {
    *--first = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return {first, digits + sizeof digits};
}

} // namespace afterword::text
