#pragma once
/// @file The HTTP server: the only file that knows the library. Limits what a client can make it do.

#include "exchange.hpp"

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace afterword::demo {

/// The address cannot be listened on; the message is one line for the operator.
class ListenError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// Listens on one address, and answers what a handler says.
class Server {
public:
  /// Called on many threads at once; must not throw.
  using Handler = std::function<Response(const Request &)>;

  /// The largest body that is read; a longer one is refused as too_large.
  static constexpr std::size_t most_body = std::size_t{64} * 1024;

  Server();
  ~Server();
  Server(const Server &) = delete;
  Server &operator=(const Server &) = delete;

  /// Binds and listens; connections wait until `run`.
  /// @param port 0: any that is free
  /// @returns the port
  /// @throws ListenError
  int listen(const std::string &host, int port);

  /// Answers until `stop`, and lets requests in hand finish. After that the process must end.
  void run(Handler handler);

  /// Called from another thread, before `run` has begun, too: then it waits for that.
  void stop();

private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

} // namespace afterword::demo
