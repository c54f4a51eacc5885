#include "server.hpp"

#include "afterword/text/ascii.hpp"
#include "error.hpp"
#include "workers.hpp"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <httplib.h>
#include <netdb.h>
#include <thread>
#include <utility>

namespace afterword::demo {

namespace {

/// What is read of a body that is too large before the connection is cut instead.
constexpr std::size_t most_drained = std::size_t{8} * 1024 * 1024;
constexpr std::size_t most_path = 1024;

using Held = httplib::Server::HandlerResponse;

Request translate(const httplib::Request &from) {
  Request to;
  to.method = from.method;
  to.path = from.path;
  to.remote = from.remote_addr;
  for (const auto &[name, value] : from.params)
    to.parameters.emplace_back(name, value);
  for (const auto &[name, value] : from.headers)
    to.headers.emplace(text::to_ascii_lower(name), value);
  return to;
}

/// Makes what `stream` gives the body of `to`. It ends with the connection, which all versions of HTTP know:
/// https://www.rfc-editor.org/rfc/rfc9112#section-6.3
void translate_stream(std::function<std::optional<std::string>()> stream, const std::string &type,
                      httplib::Response &to) {
  to.set_header("Connection", "close");
  to.set_content_provider(type, [stream = std::move(stream)](std::size_t, httplib::DataSink &sink) {
    Workers::end_request(); // it has no end to wait for
    const std::optional<std::string> piece = stream();
    return piece && sink.is_writable() && (piece->empty() || sink.write(piece->data(), piece->size()));
  });
}

/// Writes `from` into `to`. With `close` the connection ends after it: what is left of the request's body
/// must not be read as the next request (https://www.rfc-editor.org/rfc/rfc9112#section-11.2).
void translate(Response from, httplib::Response &to, bool close) {
  to.status = from.status;
  std::string vary;
  for (const auto &[name, value] : from.headers) {
    if (name == "Vary")
      vary += (vary.empty() ? "" : ", ") + value;
    else
      to.set_header(name, value);
  }
  to.set_header("X-Content-Type-Options", "nosniff");
  const bool compressible = !from.type.empty() && !from.encoded && !from.stream && !close;
  if (compressible && vary.find("Accept-Encoding") == std::string::npos)
    vary += vary.empty() ? "Accept-Encoding" : ", Accept-Encoding"; // the library compresses by itself
  if (!vary.empty())
    to.set_header("Vary", vary);
  if (from.stream) {
    translate_stream(std::move(from.stream), from.type, to);
    return;
  }
  if (compressible) {
    to.set_content(from.body, from.type);
    return;
  }
  if (from.body.empty() && !close)
    return;
  // A provider's bytes go out as they are; one that ends with "failed" makes the library close the
  // connection.
  if (close)
    to.set_header("Connection", "close");
  const std::size_t size = from.body.size();
  to.set_content_provider(
      size, from.type,
      [body = std::move(from.body), close](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
        return sink.write(body.data() + offset, length) && !close;
      });
}

/// Reads the body of `from` into `to`. False when some of it was left unread.
bool read_body(const httplib::Request &from, const httplib::ContentReader &reader, Request &to) {
  // Without either header there is no body, but the library would wait for one.
  if (!from.has_header("Content-Length") && !from.has_header("Transfer-Encoding"))
    return true;
  std::size_t size = 0;
  const auto take = [&](const char *data, std::size_t length) {
    size += length;
    if (size <= Server::most_body)
      to.body.append(data, length);
    return size <= most_drained;
  };
  const auto whole = from.is_multipart_form_data()
                         ? reader([](const httplib::MultipartFormData &) { return true; }, take)
                         : reader(take);
  if (size > Server::most_body)
    to.body_state = Request::BodyState::too_large;
  else if (!whole)
    to.body_state = Request::BodyState::broken;
  if (to.body_state != Request::BodyState::whole)
    to.body.clear();
  return whole;
}

/// Why `host` and `port` cannot be had, found out by trying without the library, which keeps the reason to
/// itself.
std::string reason_not_to_listen(const std::string &host, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo *found = nullptr;
  const std::string where = host + " port " + std::to_string(port);
  if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
    return "cannot listen on \"" + host + "\": there is no such host; choose another with --host HOST";
  const int socket = ::socket(found->ai_family, found->ai_socktype, found->ai_protocol);
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const int failed = bind(socket, found->ai_addr, found->ai_addrlen) == 0 ? ::listen(socket, 1) : -1;
  const int error = failed == 0 ? EADDRINUSE : errno;
  close(socket);
  freeaddrinfo(found);
  if (error == EADDRINUSE)
    return where + " is in use: stop the program that has it, or choose another with --port PORT";
  return "cannot listen on " + where + " (" + std::strerror(error) +
         "): choose others with --host HOST, --port PORT";
}

} // namespace

/// The library's server, with the limits it lacks.
class Server::Listener : public httplib::Server {
public:
  Listener() {
    new_task_queue = [] { return new Workers; };
    // Not the library's own options: SO_REUSEPORT would let two servers share a port without a word.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_tcp_nodelay(
        true); // head and body are written apart, and must not wait for an acknowledgement in between
    set_keep_alive_max_count(1000);
    set_payload_max_length(most_drained);
    set_pre_routing_handler(
        [this](const auto &request, auto &response) { return answer_without_body(request, response); });
    const HandlerWithContentReader with_body = [this](const auto &request, auto &response,
                                                      const auto &reader) {
      answer_with_body(request, response, reader);
    };
    Post("[\\s\\S]*", with_body).Put("[\\s\\S]*", with_body).Patch("[\\s\\S]*", with_body);
    set_error_handler(HandlerWithResponse(
        [](const auto &request, auto &response) { return answer_unheard(request, response); }));
    set_logger([](const auto &, const auto &) { Workers::end_request(); });
  }

  /// The library asks for a backlog of five; a page with many files and a few readers fills that at once.
  void deepen_backlog() { ::listen(svr_sock_, 1024); }

  demo::Server::Handler answer_to;
  std::atomic<bool> ended{false}; ///< it ran, and runs no more

private:
  /// Answers every request that needs no body to be read.
  Held answer_without_body(const httplib::Request &request, httplib::Response &response) {
    Workers::begin_request();
    // A server may ignore Range; the library would cut our JSON in pieces.
    // https://www.rfc-editor.org/rfc/rfc9110#section-14.2
    const_cast<httplib::Request &>(request).ranges.clear();
    const bool takes_body = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    const bool has_body =
        (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0") ||
        request.has_header("Transfer-Encoding");
    // The library matches paths with a regular expression that recurses once a character.
    if (takes_body && request.path.size() > most_path) {
      translate(answer(Error(Code::not_found, "There is nothing at this address.")), response, true);
      return Held::Handled;
    }
    if (takes_body)
      return Held::Unhandled;
    if (has_body) {
      // The library would leave the body unread, and take it for the next request.
      const_cast<httplib::Request &>(request).method = "GET"; // or a HEAD's connection would stay open
      translate(answer(Error(Code::bad_request, "This method takes no body.")), response, true);
      return Held::Handled;
    }
    translate(answer_to(translate(request)), response, false);
    return Held::Handled;
  }

  void answer_with_body(const httplib::Request &request, httplib::Response &response,
                        const httplib::ContentReader &reader) {
    Request translated = translate(request);
    const bool whole = read_body(request, reader, translated);
    if (response.status ==
        413) // the library has found it out from Content-Length, and has read past the body
      translated.body_state = Request::BodyState::too_large;
    translate(answer_to(translated), response, !whole);
  }

  /// What the library refuses by itself: broken request lines, methods it does not know, addresses that are
  /// too long.
  static Held answer_unheard(const httplib::Request &, httplib::Response &response) {
    if (!response.body.empty() || response.content_provider_)
      return Held::Unhandled;
    const int status = response.status;
    const bool is_long = status == 413 || status == 414;
    Response answered =
        answer(is_long         ? Error(Code::too_large, "The request is too large.")
               : status >= 500 ? Error(Code::internal, "Something went wrong on the server.")
                               : Error(Code::bad_request, "This is no request that can be answered."));
    answered.status = status;
    translate(std::move(answered), response, false);
    return Held::Handled;
  }
};

Server::Server() : listener_(std::make_unique<Listener>()) {}

Server::~Server() = default;

int Server::listen(const std::string &host, int port) {
  const int bound = port == 0                             ? listener_->bind_to_any_port(host)
                    : listener_->bind_to_port(host, port) ? port
                                                          : -1;
  if (bound < 0)
    throw ListenError(reason_not_to_listen(host, port));
  listener_->deepen_backlog();
  return bound;
}

void Server::run(Handler handler) {
  listener_->answer_to = std::move(handler);
  listener_->listen_after_bind();
  listener_->ended = true;
}

void Server::stop() {
  // Before it runs, the library would take no notice.
  while (!listener_->is_running() && !listener_->ended)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  listener_->stop();
}

} // namespace afterword::demo
