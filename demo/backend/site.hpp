#pragma once
/// @file The site itself: its pages, the files of the web part, and the outbox.

#include "database.hpp"
#include "exchange.hpp"

#include <optional>
#include <string>

namespace afterword::demo {

/// Answers everything that is not the API. Safe to call from any thread.
class Site {
public:
  /// `database` must outlive it. `pages` and `web` are folders; the first one that has a file serves it.
  /// @param mail_from the address that mails come from
  /// @param sends whether they are sent, and not only shown
  Site(Database &database, std::string pages, std::string web, std::string mail_from, bool sends);

  /// Never throws: every failure is an answer.
  [[nodiscard]] Response handle(const Request &request);

private:
  [[nodiscard]] Response route(const Request &request);
  [[nodiscard]] Response outbox();
  [[nodiscard]] std::optional<Response> message(const std::string &path);
  [[nodiscard]] std::optional<Response> file(const Request &request) const;

  Database &database_;
  std::string pages_;
  std::string web_;
  std::string mail_from_;
  bool sends_;
};

} // namespace afterword::demo
