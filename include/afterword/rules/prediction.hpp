#pragma once
/// @file What a backend will say to a comment, as far as that is known before it is sent.

#include <cstddef>
#include <cstdint>
#include <optional>

namespace afterword::rules {

/// What is known of a comment and of the page that it is for.
struct Outlook {
  bool closed = false;                     ///< the page takes no more comments
  bool repeated = false;                   ///< it is what the same commenter has just posted
  std::size_t seconds = 0;                 ///< until the backend takes the next comment
  std::size_t links = 0;                   ///< in the comment
  std::optional<std::size_t> most_links{}; ///< that are published unseen
};

/// The answer to expect.
enum class Prediction : std::uint8_t {
  none,      ///< nothing special
  held,      ///< it will wait for moderation, for its many links
  wait,      ///< it comes too soon after the last one; the same will be taken in `seconds`
  duplicate, ///< it was posted already
  closed,    ///< none is taken any more
};

/// What to expect; of several things the one that matters most.
constexpr Prediction predict(const Outlook &outlook) noexcept {
  return outlook.closed                                              ? Prediction::closed
         : outlook.repeated                                          ? Prediction::duplicate
         : outlook.seconds != 0                                      ? Prediction::wait
         : outlook.most_links && outlook.links > *outlook.most_links ? Prediction::held
                                                                     : Prediction::none;
}

} // namespace afterword::rules
