#pragma once
/// @file The one who takes the mails from the outbox to the mail server.

#include "database.hpp"
#include "queue.hpp"
#include "smtp.hpp"

#include <functional>
#include <string>
#include <thread>

namespace afterword::demo {

/// Where mails are sent, and as whom.
struct MailRoute {
  std::string server; ///< host and port
  std::string name;   ///< the host that the server is greeted as
  std::string from;   ///< address of the sender
};

/// A thread that sends what is due, one mail after the other, from its making to its end. Nobody waits for
/// it, and whoever puts a mail in the outbox, in this process or in another, need not tell it.
///
/// A mail goes out at least once. It goes out twice if the program ends after the server has accepted it and
/// before that is noted down.
class Postman {
public:
  /// `database` must outlive it.
  Postman(Database &database, MailRoute route);
  /// Lets a mail in hand finish, for as long as the grace of Smtp lasts.
  ~Postman() = default;
  Postman(const Postman &) = delete;
  Postman &operator=(const Postman &) = delete;

private:
  void work(const std::stop_token &stop);
  void make_round(const std::stop_token &stop);
  void deliver(Smtp &smtp, const Claim &claim, const std::stop_token &stop);
  void note(const std::function<void(soci::session &)> &change, const std::stop_token &stop);

  Database &database_;
  MailRoute route_;
  std::jthread thread_; ///< the last to be made, and the first to end
};

} // namespace afterword::demo
