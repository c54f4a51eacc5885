#pragma once
/// @file The pages that take comments: those of the site, as their own files say.

#include <map>
#include <optional>
#include <soci/soci.h>
#include <string>

namespace afterword::demo {

/// The key of a row.
using Id = long long;

struct Page {
  Id id = 0;
  std::string path;
  std::string title;
  bool closed = false;
  long long published = 0; ///< counts what is published on it, one by one, and never back
};

/// The page that calls itself `path`.
std::optional<Page> find_page(soci::session &session, const std::string &path);

std::optional<Page> find_page(soci::session &session, Id id);

/// The page that calls itself `path`.
/// @throws Error unknown_page
Page require_page(soci::session &session, const std::string &path);

/// The counter of each page.
std::map<Id, long long> published_counts(soci::session &session);

/// Registers every page whose HTML file in `directory` holds Afterword's tag or element. A page known before
/// keeps whether it is closed; a new one is closed when its file says `<meta name="afterword-comments"
/// content="closed">`.
/// @throws std::runtime_error when the folder cannot be read
void register_pages(soci::session &session, const std::string &directory);

/// Closes or opens the comments of a page. False if there is no such page.
bool set_closed(soci::session &session, const std::string &path, bool closed);

} // namespace afterword::demo
