#include "api.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/escape.hpp"

#include <algorithm>
#include <array>
#include <httplib.h>
#include <stdexcept>

namespace afterword::test {

std::string Reply::code() const {
  const Json value = json();
  return value.is_object() && value.contains("error") ? value["error"].value("code", "") : "";
}

std::string Reply::header(const std::string &name) const {
  const auto found = headers.find(name);
  return found != headers.end() ? found->second : "";
}

Reply request(int port, const std::string &method, const std::string &target, const Headers &headers,
              const std::string &body, const std::string &from) {
  httplib::Client client("127.0.0.1", port);
  client.set_url_encode(false);
  client.set_read_timeout(20);
  client.set_interface(from);
  httplib::Request sent;
  sent.method = method;
  sent.path = target;
  sent.body = body;
  for (const auto &[name, value] : headers)
    sent.headers.emplace(name, value);
  const httplib::Result result = client.send(sent);
  Reply reply;
  if (!result)
    return reply;
  reply.status = result->status;
  reply.body = result->body;
  for (const auto &[name, value] : result->headers) {
    std::string &kept = reply.headers[text::to_ascii_lower(name)];
    kept += (kept.empty() ? "" : ", ") + value;
  }
  return reply;
}

Reply get(int port, const std::string &target, const Headers &headers) {
  return request(port, "GET", target, headers);
}

Reply post(int port, const std::string &target, const std::string &body, Headers headers) {
  const bool typed = std::any_of(headers.begin(), headers.end(),
                                 [](const auto &header) { return header.first == "Content-Type"; });
  if (!typed)
    headers.emplace_back("Content-Type", "application/json");
  return request(port, "POST", target, headers, body);
}

Reply post(int port, const std::string &target, const Json &body, const Headers &headers) {
  return post(port, target, body.dump(), headers);
}

Json new_comment(const std::string &page, const std::string &key) {
  return {
      {"page", page},  {"parent", nullptr},           {"key", key},   {"comment", "Well said: " + key + "."},
      {"name", "Ada"}, {"email", "ada@host.example"}, {"website", ""}};
}

std::vector<Json> list_all(int port, const std::string &page) {
  std::vector<Json> comments;
  std::string cursor;
  do {
    const Json list = get(port, "/api/comments?page=" + encoded(page) + cursor).json();
    for (const Json &comment : list.at("comments"))
      comments.push_back(comment);
    cursor = list.at("next").is_string() ? "&cursor=" + list.at("next").get<std::string>() : "";
  } while (!cursor.empty());
  return comments;
}

std::string encoded(const std::string &text) {
  return text::percent_encode(text);
}

std::string decoded(const std::string &mail) {
  const std::size_t start = std::min(mail.find("\r\n\r\n"), mail.size());
  std::string out = mail.substr(0, start);
  for (std::size_t at = start; at < mail.size(); ++at) {
    if (mail[at] != '=') {
      out.push_back(mail[at]);
    } else {
      if (mail[at + 1] != '\r')
        out.push_back(static_cast<char>(std::stoi(mail.substr(at + 1, 2), nullptr, 16)));
      at += 2;
    }
  }
  return out;
}

std::vector<std::string> mails(int port) {
  std::vector<std::string> found;
  for (int id = 1;; ++id) {
    const Reply reply = get(port, "/outbox/" + std::to_string(id) + ".eml");
    if (reply.status != 200)
      return found;
    found.push_back(decoded(reply.body));
  }
}

std::string link(const std::string &mail, const std::string &part) {
  const std::size_t body = mail.find("\r\n\r\n");
  for (std::size_t at = mail.find("http://", body); at != std::string::npos;
       at = mail.find("http://", at + 1)) {
    const std::string url = mail.substr(at, mail.find_first_of("\r\n ", at) - at);
    if (url.find(part) != std::string::npos)
      return url.substr(url.find('/', 7));
  }
  return "";
}

Connection::Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{5, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (connect(socket_, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
    throw std::runtime_error("the server takes no connection");
}

Connection::~Connection() {
  close(socket_);
}

void Connection::send(const std::string &bytes) const {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t sent = ::send(socket_, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
    if (sent <= 0)
      return;
    at += static_cast<std::size_t>(sent);
  }
}

std::string Connection::receive_until(const std::string &text) const {
  std::string received;
  std::array<char, 4096> buffer{};
  while (received.find(text) == std::string::npos) {
    const ssize_t size = recv(socket_, buffer.data(), buffer.size(), 0);
    if (size <= 0)
      break;
    received.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return received;
}

} // namespace afterword::test
