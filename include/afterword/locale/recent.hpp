#pragma once
/// @file What only the list of a site's latest comments says. It stands beside the catalogs, so that nobody
/// carries it who reads or writes a thread.

namespace afterword::locale {

/// The words, UTF-8.
struct RecentWords {
  const char *title; ///< what the list is called
  const char *empty; ///< in place of comments, where there are none
};

/// In English.
inline constexpr RecentWords english_recent{"Latest comments", "No comments yet."};

} // namespace afterword::locale
