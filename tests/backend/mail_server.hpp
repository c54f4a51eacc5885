#pragma once
/// @file A mail server in this process, for what no real one does when it is asked to: to refuse, to hang, to
/// forget. It speaks as much SMTP as a client needs.

#include <condition_variable>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace afterword::test {

/// A mail that was accepted.
struct Letter {
  std::string from;
  std::vector<std::string> to;
  std::string wire; ///< as it travelled: dots at the beginning of lines doubled
  std::string text; ///< as it was meant
};

/// Listens on 127.0.0.1 from its making to its end, and takes any number of clients. Its moments are named by
/// the verbs of SMTP; besides, CONNECT is the greeting, and END is the dot that ends a mail.
/// @see https://www.rfc-editor.org/rfc/rfc5321
class MailServer {
public:
  /// @param port 0: any that is free
  explicit MailServer(int port = 0);
  ~MailServer();
  MailServer(const MailServer &) = delete;
  MailServer &operator=(const MailServer &) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  /// The next time that it comes to `verb`, it says `reply` and not what it would.
  void answer(const std::string &verb, const std::string &reply);
  /// It says nothing when it comes to `verb`, until `release`.
  void hold(const std::string &verb);
  void release();

  /// Waits until `verb` was heard `count` times in all; false after ten seconds.
  bool wait_for(const std::string &verb, std::size_t count = 1);
  /// The mails that it has accepted; waits for `count` of them, for ten seconds at the most.
  std::vector<Letter> letters(std::size_t count = 0);
  /// The lines that clients have sent, without the mails themselves.
  std::vector<std::string> heard();

private:
  class Client;
  void accept_clients();
  void serve(int socket);
  /// What is said to `line`, heard at `verb`.
  std::string reply_to(const std::string &verb, const std::string &line);

  int socket_;
  int port_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  std::string held_;
  std::list<std::pair<std::string, std::string>> answers_;
  std::vector<std::string> heard_;
  std::vector<std::string> verbs_;
  std::vector<Letter> letters_;
  std::vector<int> clients_; ///< open sockets
  std::vector<std::thread> threads_;
};

} // namespace afterword::test
