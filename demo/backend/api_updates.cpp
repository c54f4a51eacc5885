#include "api.hpp"

#include "comment_json.hpp"
#include "comments.hpp"
#include "error.hpp"
#include "header.hpp"
#include "json.hpp"
#include "token.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

namespace afterword::demo {

namespace {

using Clock = std::chrono::steady_clock;

/// How many comments are told at once.
constexpr int most = 100;
/// A stream waits so long before it looks whether its reader is still there,
constexpr std::chrono::seconds patience{1};
/// and so long before it says that it is there itself.
constexpr std::chrono::seconds silence{12};

/// What was published on a page.
struct Updates {
  Json json;
  long long latest = 0;
};

/// What the counter of `page` said when the client heard of it last; now, if it never did.
/// @throws Error invalid
long long read_after(const std::string &cursor, const Page &page) {
  if (cursor.empty())
    return page.published;
  long long after = -1;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), after);
  if (error != std::errc() || end != cursor.data() + cursor.size() || after < 0)
    throw Error(Code::invalid, "The cursor is none that this server gave.");
  // It may say more than there is when an older copy of the database came back.
  return std::min(after, page.published);
}

Updates find_updates(soci::session &session, const Page &page, long long after) {
  const std::vector<StoredComment> comments = published_after(session, page.id, after, most);
  Updates updates;
  updates.latest = comments.size() == most ? comments.back().published : page.published;
  updates.json = {{"comments", to_json(comments)},
                  {"latest", std::to_string(updates.latest)},
                  {"total", count_comments(session, page.id)}};
  return updates;
}

/// The events of one reader.
/// @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
class EventStream {
public:
  EventStream(Database &database, Streams &streams, Streams::Seat seat, Page page, long long after)
      : database_(database), streams_(streams), seat_(std::move(seat)), page_(std::move(page)),
        after_(after) {}

  /// The next piece; nothing: the reader may come again.
  std::optional<std::string> next() noexcept {
    try {
      std::string piece = find_piece();
      if (piece.empty() && !ended_ && Clock::now() - told_ > silence)
        piece = ":\n\n"; // a comment, so that nobody in between takes the connection for dead
      if (!piece.empty())
        told_ = Clock::now();
      return ended_ ? std::nullopt : std::optional(std::move(piece));
    } catch (const std::exception &) {
      return std::nullopt;
    }
  }

private:
  std::string find_piece() {
    if (!std::exchange(begun_, true))
      return "retry: 5000\n\n" + message();
    const Streams::News news = streams_.wait(page_.id, after_, patience);
    ended_ = news == Streams::News::end;
    return news == Streams::News::some ? message() : "";
  }

  /// What is new, if anything is.
  std::string message() {
    Reading reading(database_);
    const Page page = require_page(reading.session(), page_.path);
    if (page.published <= after_)
      return "";
    const Updates updates = find_updates(reading.session(), page, after_);
    after_ = updates.latest;
    return "id: " + std::to_string(after_) + "\ndata: " + dump(updates.json) + "\n\n";
  }

  Database &database_;
  Streams &streams_;
  Streams::Seat seat_;
  Page page_;
  long long after_;
  bool begun_ = false;
  bool ended_ = false;
  Clock::time_point told_ = Clock::now();
};

} // namespace

Response Api::updates(const Request &request) {
  Reading reading(database_);
  const Page page = require_page(reading.session(), request.parameter("page"));
  const long long after = read_after(request.parameter("after"), page);
  Response response = json_response(200, find_updates(reading.session(), page, after).json);
  // Weak: it may travel compressed. https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1
  const std::string tag = "W/\"" + sha256(response.body).substr(0, 32) + "\"";
  response.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}};
  if (is_known(request, tag)) {
    response.status = 304;
    response.type.clear();
    response.body.clear();
  }
  return response;
}

Response Api::events(const Request &request) {
  Reading reading(database_);
  const Page page = require_page(reading.session(), request.parameter("page"));
  const std::string heard = request.header("last-event-id");
  const long long after = read_after(heard.empty() ? request.parameter("after") : heard, page);
  const auto stream = std::make_shared<EventStream>(database_, streams_, streams_.take_seat(), page, after);
  Response response;
  response.type = "text/event-stream";
  response.stream = [stream] { return stream->next(); };
  // The second is nginx's: it would keep what comes until it has a buffer full.
  response.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
  return response;
}

} // namespace afterword::demo
