#pragma once
/// @file The beginning of a text, for where there is no room for all of it.

#include "afterword/text/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::text {

/// The first `most` code points of `text` at most, in one line, cut at a word's end where there is one in the
/// second half, and then with an ellipsis. `text` must be UTF-8.
inline std::string excerpt(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  std::size_t word_end = 0; // in bytes of `out`; 0: none that will do
  bool in_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool is_space = point.value <= 0x20 || point.value == 0xA0;
    if (is_space && !in_space && count * 2 >= most)
      word_end = out.size();
    at += point.size;
    if (!is_space) {
      const bool follows_space = in_space && !out.empty();
      if (count + (follows_space ? 2 : 1) > most) {
        if (word_end != 0)
          out.resize(word_end);
        return out += "…";
      }
      if (follows_space) {
        out.push_back(' ');
        ++count;
      }
      append(out, point.value);
      ++count;
    }
    in_space = is_space;
  }
  return out;
}

} // namespace afterword::text
