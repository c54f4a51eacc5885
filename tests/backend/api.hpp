#pragma once
/// @file The server's API as a client calls it.

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace afterword::test {

using Json = nlohmann::json;
using Headers = std::vector<std::pair<std::string, std::string>>;

inline const std::string article = "/a-comment-section-is-a-promise";
inline const std::string closed_article = "/the-last-word";
inline const std::string empty_page = "/elements"; ///< takes comments, and has none at first

struct Reply {
  int status = 0;                             ///< 0: there was none
  std::map<std::string, std::string> headers; ///< names in lower case; several of one name joined by ", "
  std::string body;

  /// The body as JSON; null if it is none.
  [[nodiscard]] Json json() const { return Json::parse(body, nullptr, false); }
  /// The code of an error; empty if it is none.
  [[nodiscard]] std::string code() const;
  [[nodiscard]] std::string header(const std::string &name) const;
};

/// One request on a connection of its own. `target` is sent as it stands.
/// @param from the IP address it comes from; all of 127.0.0.0/8 are this machine's
Reply request(int port, const std::string &method, const std::string &target, const Headers &headers = {},
              const std::string &body = {}, const std::string &from = "127.0.0.1");

Reply get(int port, const std::string &target, const Headers &headers = {});

/// POST of a JSON body.
Reply post(int port, const std::string &target, const std::string &body, Headers headers = {});
Reply post(int port, const std::string &target, const Json &body, const Headers &headers = {});

/// A comment that nothing is wrong with; another key makes another text, for the same twice is refused.
Json new_comment(const std::string &page, const std::string &key);

/// The published comments of `page`, over all pages of the list.
std::vector<Json> list_all(int port, const std::string &page);

/// `text` percent-encoded.
std::string encoded(const std::string &text);

/// `mail` with its quoted-printable body decoded.
/// @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
std::string decoded(const std::string &mail);

/// The mails in the outbox as they would travel, oldest first, their bodies decoded.
std::vector<std::string> mails(int port);

/// The target (path and query) of the first link in `mail` that holds `part`; empty if there is none.
std::string link(const std::string &mail, const std::string &part);

/// A socket with an open connection to the server; for what no well-behaved client sends.
class Connection {
public:
  explicit Connection(int port);
  ~Connection();
  Connection(const Connection &) = delete;
  Connection &operator=(const Connection &) = delete;
  void send(const std::string &bytes) const;
  /// What comes until `text` was read, the server closes, or five seconds pass.
  [[nodiscard]] std::string receive_until(const std::string &text) const;

private:
  int socket_;
};

} // namespace afterword::test
