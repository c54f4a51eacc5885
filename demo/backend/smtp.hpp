#pragma once
/// @file A mail server that takes our mail: the only file that knows libcurl.

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

namespace afterword::demo {

/// What became of a mail that was handed to the server.
enum class Delivery : std::uint8_t {
  accepted,    ///< the server has taken it, and answers for it from now on
  refused,     ///< the server will not have it, today or tomorrow:
               ///< https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1
  postponed,   ///< it may take it later
  unavailable, ///< it takes nobody's mail just now, or cannot be reached
};

/// A client of one mail server. It opens a connection for the first mail, keeps it for the next ones, and
/// says goodbye when it goes. It encrypts if the server offers STARTTLS, whatever certificate that shows: who
/// could forge one could take the offer away as well (https://www.rfc-editor.org/rfc/rfc7435). It does not
/// log in.
class Smtp {
public:
  /// How long a mail in hand may take when everything else has stopped.
  static constexpr int grace_seconds = 5;

  /// @param server host and port, as `localhost:25` or `[::1]:25`
  /// @param name the host that we greet it as: https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4
  /// @param stop ends what takes longer than the grace
  Smtp(const std::string &server, const std::string &name, std::stop_token stop);
  ~Smtp();
  Smtp(const Smtp &) = delete;
  Smtp &operator=(const Smtp &) = delete;

  /// Sends `message`, an Internet message, and waits for the answer.
  /// @param from,to valid ASCII addresses without brackets
  Delivery send(const std::string &from, const std::string &to, const std::string &message);

  /// The server's own words for the last failure, or libcurl's where it said nothing; one line.
  [[nodiscard]] const std::string &reason() const noexcept;

private:
  class Transfer;
  std::unique_ptr<Transfer> transfer_;
};

} // namespace afterword::demo
