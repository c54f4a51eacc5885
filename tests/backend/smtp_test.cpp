/// @file Mails on their way out: a real conversation with a mail server that is not always well.

#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"
#include "mail_server.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

using namespace afterword::test;

namespace {

/// What the database says of a mail.
struct Row {
  bool sent = false;
  bool waits = false;
  int attempts = 0;
  long long seconds = 0; ///< until it is tried again

  bool operator==(const Row &) const = default;
};

Row row(const DemoServer &server, int id) {
  soci::session session(soci::sqlite3, "dbname=" + server.database());
  Row row;
  int sent = 0;
  int waits = 0;
  session << "SELECT sent IS NOT NULL, due IS NOT NULL, attempts, ifnull(due - unixepoch(), 0) FROM mails "
             "WHERE id = :id",
      soci::use(id), soci::into(sent), soci::into(waits), soci::into(row.attempts), soci::into(row.seconds);
  row.sent = sent != 0;
  row.waits = waits != 0;
  return row;
}

/// Lets time pass for the mails that wait.
void pass(const DemoServer &server, int seconds) {
  soci::session session(soci::sqlite3, "dbname=\"" + server.database() + "\" timeout=5");
  session << "UPDATE mails SET due = due - :seconds", soci::use(seconds);
}

/// Waits until `condition` holds; false after ten seconds.
template <class Condition> bool eventually(Condition condition) {
  for (int i = 0; i < 200; ++i, std::this_thread::sleep_for(std::chrono::milliseconds(50)))
    if (condition())
      return true;
  return false;
}

/// Whether the operator is told `what`, sooner or later.
bool is_told(const DemoServer &server, const std::string &what) {
  return eventually([&] { return server.told().find(what) != std::string::npos; });
}

/// Long enough for the server to have looked into the outbox again.
void wait_a_round() {
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
}

/// Whether `seconds` are left of a pause that has just begun.
bool is_about(long long seconds, long long pause) {
  return seconds <= pause && seconds >= pause - 2;
}

void subscribe(const DemoServer &server, const std::string &email) {
  CHECK(post(server.port(), "/api/subscriptions", Json{{"email", email}}).status == 202);
}

/// The names of the headers, in their order.
std::vector<std::string> header_names(const std::string &text) {
  std::vector<std::string> names;
  const std::string head = "\r\n" + text.substr(0, text.find("\r\n\r\n"));
  for (std::size_t at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2))
    if (head[at + 2] != ' ')
      names.push_back(head.substr(at + 2, head.find(':', at) - at - 2));
  return names;
}

const std::vector<std::string> usual_headers = {"From",
                                                "To",
                                                "Subject",
                                                "Date",
                                                "Message-ID",
                                                "Auto-Submitted",
                                                "List-Unsubscribe",
                                                "List-Unsubscribe-Post",
                                                "MIME-Version",
                                                "Content-Type",
                                                "Content-Transfer-Encoding"};

} // namespace

TEST_CASE("A mail goes out as it lies in the outbox, and the reader does not wait for it", "[smtp]") {
  MailServer post_office;
  post_office.hold("CONNECT");
  const DemoServer server({"--smtp", post_office.address(), "--from", "blog@host.example"});
  const auto start = std::chrono::steady_clock::now();
  subscribe(server, "ada@host.example");
  REQUIRE(post_office.wait_for("CONNECT"));
  subscribe(server, "bea@host.example"); // while the first is in hand
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(post_office.letters().empty());
  post_office.release();

  const std::vector<Letter> letters = post_office.letters(2);
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].from == "blog@host.example");
  CHECK(letters[0].to == std::vector<std::string>{"ada@host.example"});
  CHECK(letters[1].to == std::vector<std::string>{"bea@host.example"});
  const std::string shown = get(server.port(), "/outbox/1.eml").body;
  CHECK(letters[0].text == shown);
  CHECK(shown.starts_with("From: \"The Wide Margin\" <blog@host.example>\r\nTo: <ada@host.example>\r\n"));
  CHECK(header_names(shown) == usual_headers);
  CHECK(eventually([&] { return row(server, 2) == Row{true, false, 1, 0}; }));
  CHECK(get(server.port(), link(decoded(letters[0].text), "confirm?")).status == 200);

  // Both over one connection, and goodbye after the last.
  REQUIRE(post_office.wait_for("QUIT"));
  const std::string size = std::to_string(shown.size());
  CHECK(post_office.heard() == std::vector<std::string>{"EHLO [127.0.0.1]",
                                                        "MAIL FROM:<blog@host.example> SIZE=" + size,
                                                        "RCPT TO:<ada@host.example>", "DATA",
                                                        "MAIL FROM:<blog@host.example> SIZE=" + size,
                                                        "RCPT TO:<bea@host.example>", "DATA", "QUIT"});
}

TEST_CASE("Dots at the beginning of lines arrive, and letters of all scripts", "[smtp]") {
  MailServer post_office;
  const DemoServer server({"--smtp", post_office.address()});
  Json ada = new_comment(empty_page, "ada");
  ada["notify_comments"] = true;
  REQUIRE(post(server.port(), "/api/comments", ada).status == 201);
  REQUIRE(post_office.letters(1).size() == 1);
  const std::string confirm = link(decoded(post_office.letters()[0].text), "confirm?");
  REQUIRE(request(server.port(), "POST", confirm).status == 200);
  Json bea = new_comment(empty_page, "bea");
  bea["email"] = "bea@host.example";
  bea["name"] = "Bea Ångström";
  bea["comment"] =
      "One\n.\n..\n.hidden\nQUIT\n漢字 and 🙂, مرحبا.\n" + std::string(300, '.') + "\n.";
  REQUIRE(post(server.port(), "/api/comments", bea).status == 201);

  const std::vector<Letter> letters = post_office.letters(3); // with the one that she is subscribed
  REQUIRE(letters.size() == 3);
  const Letter &letter = letters[2];
  CHECK(letter.wire.find("\r\n..\r\n...\r\n..hidden\r\nQUIT\r\n") != std::string::npos);
  CHECK(letter.text == get(server.port(), "/outbox/3.eml").body);
  const std::string text = decoded(letter.text);
  CHECK(text.find("Bea Ångström wrote") != std::string::npos);
  CHECK(text.find("One\r\n.\r\n..\r\n.hidden\r\nQUIT\r\n漢字 and 🙂, مرحبا.\r\n" +
                  std::string(300, '.') + "\r\n.\r\n") != std::string::npos);
  for (std::size_t at = 0, end = 0; at < letter.text.size(); at = end + 2) {
    end = letter.text.find("\r\n", at);
    CHECK(end - at <= 998); // https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1
  }
  CHECK(std::all_of(letter.wire.begin(), letter.wire.end(), [](char c) { return c > 0; })); // ASCII
}

TEST_CASE("What the server puts off is tried again after growing pauses, kill -9 or not", "[smtp]") {
  MailServer post_office;
  post_office.answer("RCPT", "451 4.7.1 Greylisted");
  post_office.answer("END", "452 4.3.1 No room");
  post_office.answer("CONNECT", "220 mail.host.example"); // the first; the second is no more friendly:
  post_office.answer("CONNECT", "220 mail.host.example");
  post_office.answer("CONNECT", "421 4.3.2 Not now");
  DemoServer server({"--smtp", post_office.address()});
  subscribe(server, "ada@host.example");
  int attempts = 0;
  for (const int pause : {5, 20, 80}) {
    ++attempts;
    REQUIRE(post_office.wait_for("CONNECT", static_cast<std::size_t>(attempts)));
    REQUIRE(eventually([&] { return row(server, 1).attempts == attempts; }));
    const Row found = row(server, 1);
    CHECK(!found.sent);
    CHECK(found.waits);
    CHECK(is_about(found.seconds, pause));
    if (attempts == 3) {
      server.kill();
      server.start();
      wait_a_round();
      CHECK(row(server, 1).attempts == 3); // its pause outlasts the program
    }
    CHECK(post_office.letters().empty());
    pass(server, pause);
  }
  REQUIRE(post_office.letters(1).size() == 1);
  CHECK(eventually([&] { return row(server, 1) == Row{true, false, 4, 0}; }));
  wait_a_round();
  CHECK(post_office.letters().size() == 1);
}

TEST_CASE("While there is no server, mails wait; they go once it is there", "[smtp]") {
  const int port = MailServer().port();
  const DemoServer server({"--smtp", "127.0.0.1:" + std::to_string(port)});
  subscribe(server, "ada@host.example");
  subscribe(server, "bea@host.example");
  REQUIRE(eventually([&] { return row(server, 1).attempts == 1 && row(server, 2).attempts == 1; }));
  MailServer post_office(port);
  wait_a_round();
  CHECK(post_office.letters().empty());
  pass(server, 20);
  const std::vector<Letter> letters = post_office.letters(2);
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].to != letters[1].to);
  CHECK(eventually([&] { return row(server, 1).sent && row(server, 2).sent; }));
}

TEST_CASE("What the server refuses for good is given up, unless it refuses us and not the mail", "[smtp]") {
  MailServer post_office;
  post_office.answer("RCPT", "550 5.1.1 Nobody of that name");
  const DemoServer server({"--smtp", post_office.address()});
  subscribe(server, "nobody@host.example");
  CHECK(is_told(server, "mail 1 was refused, and is not sent any more: 550 5.1.1 Nobody of that name"));
  CHECK(row(server, 1) == Row{false, false, 1, 0});
  post_office.answer("END", "554 5.7.1 Looks like spam");
  subscribe(server, "spam@host.example");
  CHECK(is_told(server, "mail 2 was refused, and is not sent any more: 554 5.7.1 Looks like spam"));
  CHECK(row(server, 2) == Row{false, false, 1, 0});

  post_office.answer("MAIL", "550 5.7.1 Not from you");
  subscribe(server, "ada@host.example");
  REQUIRE(is_told(server, "takes no mail, and is tried again later: 550 5.7.1 Not from you"));
  CHECK(row(server, 3).waits);
  post_office.answer("CONNECT", "554 No service here");
  pass(server, 5);
  REQUIRE(is_told(server, "takes no mail, and is tried again later: 554 No service here"));
  CHECK(row(server, 3).waits);
  pass(server, 20);
  REQUIRE(post_office.letters(1).size() == 1);
  CHECK(post_office.letters()[0].to == std::vector<std::string>{"ada@host.example"});
}

TEST_CASE("A mail that was accepted, but not noted down, goes twice rather than never", "[smtp]") {
  MailServer post_office;
  post_office.hold("END");
  DemoServer server({"--smtp", post_office.address()});
  subscribe(server, "ada@host.example");
  REQUIRE(post_office.wait_for("END"));
  server.kill();
  post_office.release();
  REQUIRE(post_office.letters(1).size() == 1);
  server.start();
  pass(server, 5);
  const std::vector<Letter> letters = post_office.letters(2);
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].text == letters[1].text); // the same Message-ID, too
}

TEST_CASE("The end is clean: at once, or after the mail in hand, but not after a server that hangs",
          "[smtp]") {
  using Clock = std::chrono::steady_clock;
  MailServer post_office;
  DemoServer server({"--smtp", post_office.address()});
  Clock::time_point start = Clock::now();
  CHECK(server.stop() == 0);
  CHECK(Clock::now() - start < std::chrono::seconds(2));

  server.start();
  post_office.hold("END");
  subscribe(server, "ada@host.example");
  REQUIRE(post_office.wait_for("END"));
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    post_office.release();
  });
  CHECK(server.stop() == 0);
  later.join();
  CHECK(post_office.letters().size() == 1);
  CHECK(row(server, 1).sent);

  server.start();
  post_office.hold("RCPT");
  subscribe(server, "bea@host.example");
  REQUIRE(post_office.wait_for("RCPT", 2));
  start = Clock::now();
  CHECK(server.stop() == 0);
  CHECK(Clock::now() - start < std::chrono::seconds(9));
  CHECK(row(server, 2).waits);
}

TEST_CASE("No address and no name brings a header, a command or a second recipient with it", "[smtp]") {
  MailServer post_office;
  const DemoServer server({"--smtp", post_office.address()});
  const std::vector<std::string> refused = {"a@host.example\r\nBcc: eve@host.example",
                                            "a@host.example\nRCPT TO:<eve@host.example>",
                                            "a@host.example>\r\nDATA",
                                            "a@host.example> SIZE=1",
                                            "<a@host.example>",
                                            "a@host.example,eve@host.example",
                                            "a@host.example eve@host.example",
                                            "\"a\\\r\nb\"@host.example",
                                            "\"a b\"@host.example",
                                            std::string("a\0@host.example", 15),
                                            "a@host.example\xE2\x80\xA8"
                                            "b",
                                            "ä@host.example",
                                            "a@höst.example",
                                            "@eve.example:a@host.example",
                                            "a\x7F@host.example",
                                            "a@host.example\t"
                                            "x"};
  for (const std::string &address : refused)
    CHECK(post(server.port(), "/api/subscriptions", Json{{"email", address}}).status == 422);
  const std::vector<std::string> taken = {"!#$%&'*+/=?^_`{|}~-.@host.example", "=?utf-8?q?x?=@host.example",
                                          "-f/etc/passwd@host.example", "%0d%0aBcc%3A@host.example"};
  for (const std::string &address : taken)
    subscribe(server, address);
  Json eve = new_comment(empty_page, "eve");
  eve["name"] = "Eve\r\nBcc: eve@host.example\r\n\r\n";
  eve["notify_comments"] = true;
  post(server.port(), "/api/comments", eve);

  const std::size_t count = mails(server.port()).size();
  CHECK(count >= taken.size());
  const std::vector<Letter> letters = post_office.letters(count);
  REQUIRE(letters.size() == count);
  for (std::size_t i = 0; i < count; ++i) {
    if (i < taken.size()) {
      CHECK(letters[i].to == std::vector<std::string>{taken[i]});
      CHECK(letters[i].text.find("\r\nTo: <" + taken[i] + ">\r\n") != std::string::npos);
    }
    CHECK(letters[i].to.size() == 1);
    CHECK(header_names(letters[i].text) == usual_headers);
  }
}

TEST_CASE("What another process puts in the outbox goes out too", "[smtp]") {
  MailServer post_office;
  const DemoServer server({"--smtp", post_office.address(), "--moderate"});
  Json ada = new_comment(empty_page, "ada");
  ada["notify_comments"] = true;
  post(server.port(), "/api/comments", ada);
  REQUIRE(post_office.letters(1).size() == 1);
  request(server.port(), "POST", link(decoded(post_office.letters()[0].text), "confirm?"));
  Json bea = new_comment(empty_page, "bea");
  bea["email"] = "bea@host.example";
  const std::string id = post(server.port(), "/api/comments", bea).json()["id"];
  REQUIRE(post_office.letters(2).size() == 2);
  REQUIRE(server.command({"approve", id}).status == 0);
  REQUIRE(post_office.letters(3).size() == 3);
  CHECK(post_office.letters()[2].text.find("Subject: New comment on \"Elements\"\r\n") != std::string::npos);
}

TEST_CASE("Mails that were only shown go out when there is a server, unless they are older than five days",
          "[smtp]") {
  DemoServer shown;
  for (const std::string name : {"old", "ada", "bea"})
    subscribe(shown, name + "@host.example");
  CHECK(get(shown.port(), "/outbox").body.find("The demo sends no mail.") != std::string::npos);
  wait_a_round();
  CHECK(row(shown, 1).attempts == 0);
  shown.kill();
  {
    soci::session session(soci::sqlite3, "dbname=" + shown.database());
    session << "UPDATE mails SET created = created - 432001 WHERE id = 1";
  }
  MailServer post_office;
  const DemoServer server({"--smtp", post_office.address(), "--database", shown.database()});
  CHECK(get(server.port(), "/outbox").body.find("The demo sends these mails.") != std::string::npos);
  REQUIRE(post_office.letters(2).size() == 2);
  CHECK(eventually([&] { return row(shown, 3).sent; }));
  CHECK(row(shown, 1) == Row{});
  CHECK(post_office.letters()[0].to == std::vector<std::string>{"ada@host.example"});
  CHECK(post_office.letters().size() == 2);
}

TEST_CASE("A server that takes nobody's mail is asked once, not once a mail", "[smtp]") {
  DemoServer shown;
  for (const std::string name : {"ada", "bea", "cy"})
    subscribe(shown, name + "@host.example");
  shown.kill();
  MailServer post_office;
  post_office.answer("CONNECT", "421 4.3.2 Not now");
  const DemoServer server({"--smtp", post_office.address(), "--database", shown.database()});
  REQUIRE(is_told(server, "takes no mail, and is tried again later: 421 4.3.2 Not now"));
  wait_a_round();
  CHECK(post_office.letters().empty());
  for (const int id : {1, 2, 3})
    CHECK(row(shown, id).attempts == 1);
  pass(shown, 5);
  CHECK(post_office.letters(3).size() == 3);
}
