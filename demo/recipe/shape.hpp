#pragma once
/// @file Shapes: what JSON a part of a recipe may be. Each tells the spot's report what is wrong.

#include "spot.hpp"

#include <initializer_list>
#include <span>
#include <string_view>

namespace afterword::recipe {

using Shape = void (*)(const Spot &);

/// A member that an object may have.
struct Member {
  const char *name;
  Shape shape;
  bool required = false;
};

/// An object with these members and no others. False if it is no object.
bool object(const Spot &spot, std::initializer_list<std::span<const Member>> members);
/// An object whose members are named freely.
bool map(const Spot &spot, Shape name, Shape shape);
/// An array of at least `least`.
bool array(const Spot &spot, Shape shape, std::size_t least = 0);
/// That the object has `needed` if it has `name`.
void depends(const Spot &spot, const char *name, const char *needed);

/// One of these texts. False if it is none.
bool one_of(const Spot &spot, std::span<const char *const> words);
/// A whole number. False if it is none.
bool whole_number(const Spot &spot, long least = 0, long most = 0x7FFFFFFF);

void boolean(const Spot &spot);
void text(const Spot &spot);
/// A text that is not empty.
void words(const Spot &spot);
void count(const Spot &spot);
void anything(const Spot &spot);

/// The word in `words` that is `text` but for a slip, or an empty one.
std::string_view meant(std::string_view text, std::span<const std::string_view> words);

} // namespace afterword::recipe
