#pragma once
/// @file Plural categories, as CLDR gives them for whole numbers.
/// @see https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html

#include <cstddef>
#include <cstdint>

namespace afterword::locale {

/// CLDR's names for the plural forms that languages have.
enum class Plural : std::uint8_t { zero, one, two, few, many, other };

/// Picks the form for a count.
using PluralRule = Plural (*)(std::size_t count) noexcept;

/// English and its many kin: one thing, or any other number of things; zero is plural.
constexpr Plural english_plural(std::size_t count) noexcept {
  return count == 1 ? Plural::one : Plural::other;
}

} // namespace afterword::locale
