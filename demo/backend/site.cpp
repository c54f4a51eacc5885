#include "site.hpp"

#include "afterword/html/format.hpp"
#include "asset.hpp"
#include "failure.hpp"
#include "leaf.hpp"
#include "outbox.hpp"

#include <charconv>
#include <filesystem>
#include <utility>

namespace afterword::demo {

Site::Site(Database &database, std::string pages, std::string web, std::string mail_from, bool sends)
    : database_(database), pages_(std::move(pages)), web_(std::move(web)), mail_from_(std::move(mail_from)),
      sends_(sends) {}

Response Site::handle(const Request &request) {
  try {
    return route(request);
  } catch (...) {
    return answer_failure(std::current_exception());
  }
}

Response Site::route(const Request &request) {
  if (request.method != "GET" && request.method != "HEAD") {
    Response response =
        leaf(405, "This page can only be read", "It takes no other requests than GET and HEAD.");
    response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
  }
  if (request.path == "/outbox")
    return outbox();
  if (auto found = message(request.path))
    return std::move(*found);
  if (auto found = file(request))
    return std::move(*found);
  std::error_code error;
  if (request.path == "/afterword.js" && !std::filesystem::exists(web_, error))
    return leaf(404, "The web part is not built yet", "demo/run builds it, and then the comments show.");
  return leaf(404, "There is no such page", "Perhaps the address has a slip of the pen in it.");
}

Response Site::outbox() {
  Reading reading(database_);
  html::Builder lead;
  lead.open("p")
      .text(sends_ ? "The demo sends these mails. They lie here too, the newest first."
                   : "The demo sends no mail. What it would have sent lies here, the newest first.")
      .close();
  const std::vector<StoredMail> mails = newest_mails(reading.session(), 100);
  if (mails.empty())
    lead.open("p").text("Nothing yet.").close();
  html::Markup content = std::move(lead).finish();
  for (const StoredMail &stored : mails) {
    const std::string date = text::format_date(stored.mail.created);
    html::Builder head;
    head.open("h2").attribute("class", "mail").text(stored.mail.subject).close();
    head.open("p").attribute("class", "meta").text("To " + stored.mail.recipient + ", ");
    head.open("time").attribute("datetime", date).text(date).close().text(", ");
    if (const auto url = html::Url::check("/outbox/" + std::to_string(stored.id) + ".eml"))
      head.open("a").attribute("href", *url).text("as it would travel").close();
    content += std::move(head).finish();
    content += html::format_text(stored.mail.body);
  }
  return leaf(200, "Outbox", content);
}

std::optional<Response> Site::message(const std::string &path) {
  const std::string prefix = "/outbox/";
  const std::string suffix = ".eml";
  if (!path.starts_with(prefix) || !path.ends_with(suffix) || path.size() <= prefix.size() + suffix.size())
    return std::nullopt;
  Id id = 0;
  const char *const last = path.data() + path.size() - suffix.size();
  const auto [end, error] = std::from_chars(path.data() + prefix.size(), last, id);
  if (error != std::errc() || end != last)
    return std::nullopt;
  Reading reading(database_);
  const std::optional<Mail> mail = find_mail(reading.session(), id);
  if (!mail)
    return std::nullopt;
  Response response;
  response.type = "text/plain; charset=us-ascii"; // as it travels: everything else in it is encoded
  response.body = message_text(*mail, mail_from_);
  response.headers.emplace_back("Cache-Control", "no-store");
  protect_page(response);
  return response;
}

std::optional<Response> Site::file(const Request &request) const {
  const std::string path = request.path == "/" ? "/index.html" : request.path;
  if (!is_plain_path(path))
    return std::nullopt;
  if (auto page = serve_asset(request, pages_ + path + ".html"))
    return page;
  if (auto asset = serve_asset(request, pages_ + path))
    return asset;
  return serve_asset(request, web_ + path);
}

} // namespace afterword::demo
