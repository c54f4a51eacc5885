#pragma once
/// @file The REST contract, as openapi.json describes it.

#include "address.hpp"
#include "afterword/html/markup.hpp"
#include "cors.hpp"
#include "database.hpp"
#include "editing.hpp"
#include "exchange.hpp"
#include "limits.hpp"
#include "streams.hpp"

namespace afterword::demo {

/// Answers everything below /api. Safe to call from any thread.
class Api {
public:
  /// `database` and `streams` must outlive it.
  Api(Database &database, Streams &streams, Address address, Cors cors, Editing editing, bool moderate,
      Limits limits);

  /// Never throws: every failure is an answer.
  [[nodiscard]] Response handle(const Request &request);

private:
  using Handler = Response (Api::*)(const Request &);
  struct Route;
  [[nodiscard]] Response route(const Request &request);
  [[nodiscard]] Response list(const Request &request);
  [[nodiscard]] Response create(const Request &request);
  [[nodiscard]] Response preview(const Request &request);
  [[nodiscard]] Response edit(const Request &request);
  [[nodiscard]] Response remove(const Request &request);
  [[nodiscard]] Response vote(const Request &request);
  [[nodiscard]] Response report(const Request &request);
  [[nodiscard]] Response updates(const Request &request);
  [[nodiscard]] Response events(const Request &request);
  [[nodiscard]] Response counts(const Request &request);
  [[nodiscard]] Response recent(const Request &request);
  [[nodiscard]] Response followers(const Request &request);
  [[nodiscard]] Response subscribe(const Request &request);
  [[nodiscard]] Response confirm_page(const Request &request);
  [[nodiscard]] Response confirm(const Request &request);
  [[nodiscard]] Response unsubscribe_page(const Request &request);
  [[nodiscard]] Response unsubscribe(const Request &request);

  /// Whether a comment that says `comment`, shown as `content`, must be approved first.
  [[nodiscard]] bool must_wait(const std::string &comment, const html::Markup &content) const;

  Database &database_;
  Streams &streams_;
  Address address_;
  Cors cors_;
  Editing editing_;
  bool moderate_;
  Limits limits_;
};

} // namespace afterword::demo
