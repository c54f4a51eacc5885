#include "pages.hpp"

#include "afterword/html/tokenizer.hpp"
#include "afterword/text/trim.hpp"
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
  std::string title; ///< the text of its first h1
  std::vector<std::string> pages;
  bool closed = false;
};

std::string attribute(const html::Token &token, std::string_view name) {
  for (const auto &found : token.attributes)
    if (found.name == name)
      return std::string(found.value);
  return {};
}

Facts read_facts(std::string_view html) {
  Facts facts;
  html::Tokenizer tokens(html);
  bool in_heading = false;
  for (html::Token token = tokens.next(); token.kind != html::Token::Kind::end; token = tokens.next()) {
    if (token.kind == html::Token::Kind::text && in_heading)
      facts.title += token.text;
    else if (token.kind != html::Token::Kind::text && token.name == "h1")
      in_heading = token.kind == html::Token::Kind::start_tag && facts.title.empty();
    if (token.kind != html::Token::Kind::start_tag)
      continue;
    if (token.name == "meta" && attribute(token, "name") == "afterword-comments")
      facts.closed = attribute(token, "content") == "closed";
    const std::string page = token.name == "script"               ? attribute(token, "data-page")
                             : token.name == "afterword-comments" ? attribute(token, "page")
                                                                  : std::string();
    if (!page.empty())
      facts.pages.push_back(page);
    if (token.name == "script" || token.name == "style" || token.name == "title")
      tokens.skip_raw_text(token.name);
  }
  facts.title = text::trim(facts.title);
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
      (session.prepare << "SELECT id, path, title, closed FROM pages WHERE path = :path", soci::into(page.id),
       soci::into(page.path), soci::into(page.title), soci::into(closed), soci::use(path));
  return fetch_page(statement, page, closed);
}

std::optional<Page> find_page(soci::session &session, Id id) {
  Page page;
  int closed = 0;
  soci::statement statement =
      (session.prepare << "SELECT id, path, title, closed FROM pages WHERE id = :id", soci::into(page.id),
       soci::into(page.path), soci::into(page.title), soci::into(closed), soci::use(id));
  return fetch_page(statement, page, closed);
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
