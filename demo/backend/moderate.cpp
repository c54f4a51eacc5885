#include "commands.hpp"

#include "address.hpp"
#include "afterword/text/utf8.hpp"
#include "clock.hpp"
#include "comments.hpp"
#include "database.hpp"
#include "pages.hpp"
#include "subscriptions.hpp"

#include <charconv>
#include <filesystem>
#include <iostream>

namespace afterword::demo {

namespace {

Id read_id(const std::string &text) {
  Id id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id < 1)
    throw OptionError("\"" + text + "\" is not the id of a comment; the list command shows them");
  return id;
}

/// The first line of `text`, cut to `most` code points.
std::string excerpt(const std::string &text, std::size_t most) {
  std::string out;
  for (std::size_t at = 0, count = 0; at < text.size() && text[at] != '\n' && text[at] != '\r'; ++count) {
    if (count == most)
      return out + "…";
    const text::CodePoint point = text::decode(text, at);
    text::append(out, point.value);
    at += point.size;
  }
  return out;
}

void list(soci::session &session, bool only_held) {
  for (const StoredComment &comment : all_comments(session, only_held)) {
    const std::optional<Page> page = find_page(session, comment.page_id);
    std::cout << comment.id << '\t' << (comment.held ? "held" : "published") << '\t' << comment.reports
              << '\t' << text::format_date(comment.created) << '\t' << (page ? page->path : "") << '\t'
              << excerpt(comment.name, 40) << '\t' << excerpt(comment.comment, 60) << '\n';
  }
}

std::string pin(soci::session &session, const Options &options, Id id) {
  const std::optional<StoredComment> comment = find_comment(session, id);
  if (!comment || comment->held || comment->deleted)
    throw OptionError("there is no published comment " + options.subject);
  const bool pins = options.command == "pin";
  if (pins && comment->parent)
    throw OptionError("comment " + options.subject +
                      " answers another one; only those that answer none can be pinned");
  if (pins && !comment->pinned && pinned_comments(session, comment->page_id).size() >= most_pinned)
    throw OptionError("there are " + std::to_string(most_pinned) +
                      " pinned comments on that page already; unpin one of them");
  set_pinned(session, id, pins);
  return "comment " + options.subject + (pins ? " is pinned" : " is not pinned any more");
}

std::string give_badge(soci::session &session, const Options &options, Id id) {
  const std::optional<StoredComment> comment = find_comment(session, id);
  if (!comment || comment->deleted)
    throw OptionError("there is no comment " + options.subject);
  const bool none = options.badge == "none";
  set_badge(session, id, none ? "" : options.badge);
  return "comment " + options.subject + (none ? " has no badge" : " has the badge " + options.badge);
}

/// Says what was done, or throws what could not be.
std::string act(soci::session &session, const Options &options) {
  if (options.command == "close" || options.command == "open") {
    if (!set_closed(session, options.subject, options.command == "close"))
      throw OptionError("there is no page \"" + options.subject + "\"");
    return "comments on " + options.subject + (options.command == "close" ? " are closed" : " are open");
  }
  const Id id = read_id(options.subject);
  if (options.command == "delete") {
    if (!delete_comment(session, id))
      throw OptionError("there is no comment " + options.subject);
    return "comment " + options.subject + " is deleted";
  }
  if (options.command == "pin" || options.command == "unpin")
    return pin(session, options, id);
  if (options.command == "badge")
    return give_badge(session, options, id);
  const std::optional<StoredComment> comment = publish_comment(session, id);
  if (!comment)
    throw OptionError("no comment " + options.subject +
                      " awaits moderation; list --held shows those that do");
  notify(session, stored_address(session), *comment, now());
  return "comment " + options.subject + " is published";
}

} // namespace

int moderate(const Options &options) {
  std::error_code error;
  if (!std::filesystem::exists(options.database, error))
    throw DatabaseError("there is no database \"" + options.database +
                        "\": name the server's with --database FILE");
  Database database(options.database);
  if (options.command == "list") {
    Reading reading(database);
    list(reading.session(), options.only_held);
    return 0;
  }
  Writing writing(database);
  const std::string done = act(writing.session(), options);
  writing.commit();
  std::cout << done << '\n';
  return 0;
}

} // namespace afterword::demo
