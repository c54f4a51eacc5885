#pragma once
/// @file What becomes of the images in a comment.

#include <cstdint>

namespace afterword::html {

/// What becomes of an image.
enum class Images : std::uint8_t {
  as_text, ///< its alternative text stays
  shown,   ///< if its address is https; loaded late, and without telling the page's address
};

} // namespace afterword::html
