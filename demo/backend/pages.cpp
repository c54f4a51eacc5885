#include "pages.hpp"

#include "afterword/text/trim.hpp"
#include "error.hpp"
#include "file.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace afterword::demo {

namespace {

/// What an HTML file says of itself.
struct Facts {
  std::string title; ///< what stands in its h1
  std::vector<std::string> pages;
  bool closed = false;
};

/// What stands between `before` and `after` in `html`, from `at` on; moves `at` past it. Nothing if they are
/// not there.
std::optional<std::string> find_between(std::string_view html, std::string_view before,
                                        std::string_view after, std::size_t &at) {
  const std::size_t start = html.find(before, at);
  const std::size_t end = start == std::string_view::npos ? start : html.find(after, start + before.size());
  if (end == std::string_view::npos)
    return std::nullopt;
  at = end + after.size();
  return std::string(html.substr(start + before.size(), end - start - before.size()));
}

/// The site's own files are ours, and written plainly: finding the marks needs no parser.
Facts read_facts(std::string_view html) {
  Facts facts;
  std::size_t at = 0;
  facts.title = text::trim(find_between(html, "<h1>", "</h1>", at).value_or(""));
  facts.closed = html.find("<meta name=\"afterword-comments\" content=\"closed\">") != std::string_view::npos;
  for (const std::string_view mark : {" data-page=\"", "<afterword-comments backend=\"/api\" page=\""}) {
    at = 0;
    while (const auto page = find_between(html, mark, "\"", at))
      facts.pages.push_back(*page);
  }
  return facts;
}

std::optional<Page> fetch_page(soci::statement &statement, const Page &page, const int &closed) {
  if (!statement.execute(true))
    return std::nullopt;
  Page found = page;
  found.closed = closed != 0;
  return found;
}

} // namespace

std::optional<Page> find_page(soci::session &session, const std::string &path) {
  Page page;
  int closed = 0;
  soci::statement statement =
      (session.prepare << "SELECT id, path, title, closed, published FROM pages WHERE path = :path",
       soci::into(page.id), soci::into(page.path), soci::into(page.title), soci::into(closed),
       soci::into(page.published), soci::use(path));
  return fetch_page(statement, page, closed);
}

std::optional<Page> find_page(soci::session &session, Id id) {
  Page page;
  int closed = 0;
  soci::statement statement =
      (session.prepare << "SELECT id, path, title, closed, published FROM pages WHERE id = :id",
       soci::into(page.id), soci::into(page.path), soci::into(page.title), soci::into(closed),
       soci::into(page.published), soci::use(id));
  return fetch_page(statement, page, closed);
}

Page require_page(soci::session &session, const std::string &path) {
  const std::optional<Page> page = find_page(session, path);
  if (!page)
    throw Error(Code::unknown_page, "There are no comments for this page.");
  return *page;
}

std::map<Id, long long> published_counts(soci::session &session) {
  std::map<Id, long long> counts;
  Page page;
  soci::statement statement =
      (session.prepare << "SELECT id, published FROM pages", soci::into(page.id), soci::into(page.published));
  statement.execute();
  while (statement.fetch())
    counts[page.id] = page.published;
  return counts;
}

void register_pages(soci::session &session, const std::string &directory) {
  std::error_code error;
  std::filesystem::directory_iterator files(directory, error);
  if (error)
    throw std::runtime_error("cannot read the pages in \"" + directory + "\" (" + error.message() +
                             "): name the folder of the site with --pages DIR");
  std::vector<std::filesystem::path> names;
  for (const auto &entry : files)
    if (entry.path().extension() == ".html")
      names.push_back(entry.path());
  std::sort(names.begin(), names.end());
  for (const std::filesystem::path &name : names) {
    const std::optional<File> file = read_file(name.string());
    if (!file)
      continue;
    const Facts facts = read_facts(file->content);
    const int closed = facts.closed ? 1 : 0;
    for (const std::string &page : facts.pages)
      session << "INSERT INTO pages (path, title, closed) VALUES (:path, :title, :closed) "
                 "ON CONFLICT (path) DO UPDATE SET title = excluded.title",
          soci::use(page), soci::use(facts.title), soci::use(closed);
  }
}

bool set_closed(soci::session &session, const std::string &path, bool closed) {
  const int value = closed ? 1 : 0;
  const std::optional<Page> page = find_page(session, path);
  if (page)
    session << "UPDATE pages SET closed = :closed WHERE id = :id", soci::use(value), soci::use(page->id);
  return page.has_value();
}

} // namespace afterword::demo
