#include "mail_server.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace afterword::test {

namespace {

constexpr std::chrono::seconds patience{10};

/// What stands in the angle brackets of `line`.
std::string path(const std::string &line) {
  const std::size_t start = line.find('<');
  return line.substr(start + 1, line.rfind('>') - start - 1);
}

/// Takes away the dot that the client put before every line that begins with one.
/// @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.2
std::string undotted(const std::string &wire) {
  std::string out;
  for (std::size_t at = 0; at < wire.size(); ++at)
    if (wire[at] != '.' || (at > 0 && wire[at - 1] != '\n'))
      out.push_back(wire[at]);
  return out;
}

} // namespace

/// One connection, read by lines.
class MailServer::Client {
public:
  explicit Client(int socket) : socket_(socket) {}

  void say(const std::string &reply) const {
    const std::string line = reply + "\r\n";
    send(socket_, line.data(), line.size(), MSG_NOSIGNAL);
  }

  /// Reads to `end` and past it; what stands before it. Throws when the client is gone.
  std::string read_until(const std::string &end) {
    std::size_t found = 0;
    while ((found = received_.find(end)) == std::string::npos) {
      std::array<char, 4096> buffer{};
      const ssize_t size = recv(socket_, buffer.data(), buffer.size(), 0);
      if (size <= 0)
        throw std::runtime_error("the client is gone");
      received_.append(buffer.data(), static_cast<std::size_t>(size));
    }
    std::string before = received_.substr(0, found);
    received_.erase(0, found + end.size());
    return before;
  }

private:
  int socket_;
  std::string received_;
};

MailServer::MailServer(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const int yes = 1;
  setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(socket_, reinterpret_cast<const sockaddr *>(&address), size) != 0 || listen(socket_, 16) != 0 ||
      getsockname(socket_, reinterpret_cast<sockaddr *>(&address), &size) != 0)
    throw std::runtime_error("the mail server cannot listen");
  port_ = ntohs(address.sin_port);
  threads_.emplace_back([this] { accept_clients(); });
}

MailServer::~MailServer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (const int client : clients_)
      shutdown(client, SHUT_RDWR);
  }
  changed_.notify_all();
  shutdown(socket_, SHUT_RDWR);
  threads_.front().join(); // after that there are no new ones
  for (std::size_t i = 1; i < threads_.size(); ++i)
    threads_[i].join();
  close(socket_);
}

void MailServer::answer(const std::string &verb, const std::string &reply) {
  const std::lock_guard lock(mutex_);
  answers_.emplace_back(verb, reply);
}

void MailServer::hold(const std::string &verb) {
  const std::lock_guard lock(mutex_);
  held_ = verb;
}

void MailServer::release() {
  const std::lock_guard lock(mutex_);
  held_.clear();
  changed_.notify_all();
}

bool MailServer::wait_for(const std::string &verb, std::size_t count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, patience, [&] {
    return static_cast<std::size_t>(std::count(verbs_.begin(), verbs_.end(), verb)) >= count;
  });
}

std::vector<Letter> MailServer::letters(std::size_t count) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return letters_.size() >= count; });
  return letters_;
}

std::vector<std::string> MailServer::heard() {
  const std::lock_guard lock(mutex_);
  return heard_;
}

void MailServer::accept_clients() {
  while (true) {
    const int client = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    const std::lock_guard lock(mutex_);
    if (client < 0 || ending_) {
      if (client >= 0)
        close(client);
      return;
    }
    clients_.push_back(client);
    threads_.emplace_back([this, client] { serve(client); });
  }
}

std::string MailServer::reply_to(const std::string &verb, const std::string &line) {
  static const std::vector<std::pair<std::string, std::string>> usual = {
      {"CONNECT", "220 mail.host.example"},
      {"EHLO", "250-mail.host.example\r\n250 SIZE 1000000"},
      {"MAIL", "250 OK"},
      {"RCPT", "250 OK"},
      {"DATA", "354 Go ahead"},
      {"END", "250 OK"},
      {"QUIT", "221 Bye"}};
  std::unique_lock lock(mutex_);
  verbs_.push_back(verb);
  if (verb != "CONNECT" && verb != "END")
    heard_.push_back(line);
  changed_.notify_all();
  changed_.wait(lock, [&] { return held_ != verb || ending_; });
  const auto is_verb = [&](const auto &entry) { return entry.first == verb; };
  const auto special = std::find_if(answers_.begin(), answers_.end(), is_verb);
  if (special != answers_.end()) {
    std::string reply = special->second;
    answers_.erase(special);
    return reply;
  }
  const auto known = std::find_if(usual.begin(), usual.end(), is_verb);
  return known != usual.end() ? known->second : "500 What?";
}

void MailServer::serve(int socket) {
  Client client(socket);
  try {
    client.say(reply_to("CONNECT", ""));
    Letter letter;
    std::string verb;
    while (verb != "QUIT") {
      const std::string line = client.read_until("\r\n");
      verb = line.substr(0, 4);
      const std::string reply = reply_to(verb, line);
      client.say(reply);
      if (verb == "MAIL")
        letter = {path(line), {}, "", ""};
      else if (verb == "RCPT" && reply.starts_with('2'))
        letter.to.push_back(path(line));
      if (verb != "DATA" || !reply.starts_with('3'))
        continue;
      letter.wire = client.read_until("\r\n.\r\n") + "\r\n";
      letter.text = undotted(letter.wire);
      const std::string end = reply_to("END", "");
      {
        const std::lock_guard lock(mutex_);
        if (end.starts_with('2'))
          letters_.push_back(letter);
      }
      changed_.notify_all();
      client.say(end);
    }
  } catch (const std::runtime_error &) { // a client that hangs up is nothing special here
  }
  const std::lock_guard lock(mutex_);
  clients_.erase(std::find(clients_.begin(), clients_.end(), socket));
  close(socket);
}

} // namespace afterword::test
