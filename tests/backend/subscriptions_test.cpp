#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

using namespace afterword::test;

namespace {

int followers(const DemoServer &server) {
  return get(server.port(), "/api/subscriptions").json()["followers"];
}

Reply subscribe(const DemoServer &server, const std::string &email) {
  return post(server.port(), "/api/subscriptions", Json{{"email", email}});
}

/// Posts what a button on one of the server's pages posts.
Reply press(const DemoServer &server, const std::string &target) {
  return request(server.port(), "POST", target,
                 {{"Origin", server.url()},
                  {"Accept", "text/html"},
                  {"Content-Type", "application/x-www-form-urlencoded"}});
}

std::string field(const std::string &mail, const std::string &name) {
  const std::size_t at = mail.find("\r\n" + name + ": ");
  return at == std::string::npos
             ? ""
             : mail.substr(at + name.size() + 4, mail.find("\r\n", at + 2) - at - name.size() - 4);
}

} // namespace

TEST_CASE("A subscription counts once it is confirmed, and no longer when it was ended", "[subscriptions]") {
  const DemoServer server;
  const Reply asked = subscribe(server, " ada@host.example ");
  CHECK(asked.status == 202);
  CHECK(asked.json() == Json{{"status", "pending"}});
  CHECK(followers(server) == 212);
  REQUIRE(mails(server.port()).size() == 1);
  const std::string mail = mails(server.port())[0];
  CHECK(field(mail, "To") == "<ada@host.example>");
  CHECK(field(mail, "MIME-Version") == "1.0");
  CHECK(field(mail, "Content-Type") == "text/plain; charset=utf-8");
  CHECK(field(mail, "List-Unsubscribe-Post") == "List-Unsubscribe=One-Click");
  CHECK(field(mail, "Message-ID").size() > 40);
  CHECK(field(mail, "Date").find(" +0000") != std::string::npos);
  const std::string confirm = link(mail, "/api/subscriptions/confirm?token=");
  REQUIRE(confirm.size() >= 32 + std::string("/api/subscriptions/confirm?token=").size());

  // Mail scanners follow links: a GET, even many, changes nothing.
  for (int i = 0; i < 3; ++i) {
    const Reply page = get(server.port(), confirm);
    CHECK(page.status == 200);
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
    CHECK(page.body.find("<form method=\"post\">") != std::string::npos);
    CHECK(page.body.find("<script") == std::string::npos);
    CHECK(page.body.find("ada@host.example") != std::string::npos);
  }
  CHECK(followers(server) == 212);
  CHECK(press(server, confirm).status == 200);
  CHECK(followers(server) == 213);
  CHECK(press(server, confirm).status == 200); // twice is no mistake, and no second mail
  CHECK(followers(server) == 213);
  const Reply again = subscribe(server, "ADA@host.example");
  CHECK(again.status == 200);
  CHECK(again.json() == Json{{"status", "subscribed"}});
  REQUIRE(mails(server.port()).size() == 2);

  const std::string welcome = mails(server.port())[1];
  const std::string leave = link(welcome, "/api/subscriptions/unsubscribe?token=");
  CHECK(field(welcome, "List-Unsubscribe") == "<" + server.url() + leave + ">");
  CHECK(get(server.port(), leave).status == 200);
  CHECK(followers(server) == 213);
  // One click, as a mail program does it: https://www.rfc-editor.org/rfc/rfc8058#section-3.2
  CHECK(request(server.port(), "POST", leave, {{"Content-Type", "application/x-www-form-urlencoded"}},
                "List-Unsubscribe=One-Click")
            .status == 200);
  CHECK(followers(server) == 212);
  CHECK(request(
            server.port(), "POST", leave, {{"Content-Type", "multipart/form-data; boundary=b"}},
            "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n")
            .status == 200);
  CHECK(press(server, confirm).status == 404); // the old link has lost its force
  CHECK(followers(server) == 212);
  CHECK(subscribe(server, "ada@host.example").status == 202); // and she may come back at once
  CHECK(mails(server.port()).size() == 3);
}

TEST_CASE("Asking again and again sends one mail", "[subscriptions]") {
  const DemoServer server;
  for (int i = 0; i < 5; ++i)
    CHECK(subscribe(server, i % 2 == 0 ? "ada@host.example" : "Ada@HOST.example").status == 202);
  CHECK(mails(server.port()).size() == 1);
  CHECK(subscribe(server, "bea@host.example").status == 202);
  CHECK(mails(server.port()).size() == 2);
}

TEST_CASE("What is no address is refused with the core's codes", "[subscriptions]") {
  const DemoServer server;
  const std::vector<std::pair<Json, std::string>> cases = {{"", "missing"},
                                                           {nullptr, "missing"},
                                                           {"nobody", "email_invalid"},
                                                           {"a@b@c", "email_invalid"},
                                                           {"a@b.c\nBcc: d@e.f", "email_invalid"},
                                                           {std::string(260, 'a') + "@b.c", "too_long"}};
  for (const auto &[email, problem] : cases) {
    const Reply reply = post(server.port(), "/api/subscriptions", Json{{"email", email}});
    CHECK(reply.status == 422);
    CHECK(reply.json()["error"]["problems"] == Json::array({{{"field", "email"}, {"code", problem}}}));
  }
  CHECK(post(server.port(), "/api/subscriptions", Json{{"email", 5}}).code() == "invalid_json");
  CHECK(mails(server.port()).empty());
}

TEST_CASE("A token is good for its purpose only, and people get a page", "[subscriptions]") {
  const DemoServer server;
  subscribe(server, "ada@host.example");
  std::string confirm = link(mails(server.port()).at(0), "confirm?token=");
  const std::string as_leave = "/api/subscriptions/unsubscribe" + confirm.substr(confirm.find('?'));
  CHECK(get(server.port(), as_leave).code() == "bad_token");
  CHECK(press(server, as_leave).status == 404);
  confirm.back() = confirm.back() == '0' ? '1' : '0';
  CHECK(press(server, confirm).status == 404);
  CHECK(get(server.port(), "/api/subscriptions/confirm").code() == "bad_token");
  const Reply page = get(server.port(), confirm, {{"Accept", "text/html,*/*"}});
  CHECK(page.status == 404);
  CHECK(page.header("content-type") == "text/html; charset=utf-8");
  CHECK(followers(server) == 212);
}

TEST_CASE("Boxes of a comment subscribe, each with a mail of its own", "[subscriptions]") {
  const DemoServer server;
  Json comment = new_comment(empty_page, "boxes");
  comment["notify_comments"] = comment["notify_posts"] = true;
  REQUIRE(post(server.port(), "/api/comments", comment).status == 201);
  REQUIRE(mails(server.port()).size() == 2);
  CHECK(field(mails(server.port())[0], "Subject") == "Confirm: follow-up comments on \"Elements\"");
  CHECK(field(mails(server.port())[1], "Subject") == "Confirm your subscription");
  CHECK(press(server, link(mails(server.port())[0], "confirm?")).status == 200);
  CHECK(followers(server) == 212); // following a page is not following the blog
  CHECK(press(server, link(mails(server.port())[1], "confirm?")).status == 200);
  CHECK(followers(server) == 213);
}

TEST_CASE("Follow-up comments are mailed to those who confirmed, not to their own writer",
          "[subscriptions]") {
  const DemoServer server;
  Json ada = new_comment(empty_page, "ada");
  ada["notify_comments"] = true;
  REQUIRE(post(server.port(), "/api/comments", ada).status == 201);
  Json bea = new_comment(empty_page, "bea");
  bea["email"] = "bea@host.example";
  bea["name"] = "Bea Ångström";
  bea["comment"] =
      "An answer, with a line that is long enough to need a soft break in quoted-printable: 100% = all.\n"
      "And a second one …";
  post(server.port(), "/api/comments", bea);
  REQUIRE(mails(server.port()).size() == 1); // not confirmed yet: nothing but the question
  press(server, link(mails(server.port())[0], "confirm?"));
  REQUIRE(mails(server.port()).size() == 2);

  bea["key"] = "bea again";
  bea["comment"] = bea["comment"].get<std::string>() + "\nAnd a third.";
  const std::string id = post(server.port(), "/api/comments", bea).json()["id"];
  REQUIRE(mails(server.port()).size() == 3);
  post(server.port(), "/api/comments", bea); // the same key: no second mail
  const std::string mail = mails(server.port()).back();
  CHECK(field(mail, "To") == "<ada@host.example>");
  CHECK(mail.find("Bea Ångström wrote") != std::string::npos);
  CHECK(mail.find("soft break in quoted-printable: 100% = all.\r\nAnd a second one …") != std::string::npos);
  CHECK(link(mail, "#comment-") == empty_page + "#comment-" + id);
  ada["key"] = ada["comment"] = "ada again";
  ada["email"] = "ADA@host.example";
  post(server.port(), "/api/comments", ada); // her own comment is no news to her
  bea["page"] = article;
  bea["key"] = "elsewhere";
  post(server.port(), "/api/comments", bea);
  CHECK(mails(server.port()).size() == 3);

  const std::string leave = link(mail, "unsubscribe?");
  CHECK(field(mail, "List-Unsubscribe") == "<" + server.url() + leave + ">");
  CHECK(press(server, leave).status == 200);
  bea["page"] = empty_page;
  bea["key"] = bea["comment"] = "after";
  CHECK(post(server.port(), "/api/comments", bea).status == 201);
  CHECK(mails(server.port()).size() == 3);
}

TEST_CASE("A held comment is news when it is approved", "[subscriptions]") {
  const DemoServer server({"--moderate"});
  Json ada = new_comment(empty_page, "ada");
  ada["notify_comments"] = true;
  post(server.port(), "/api/comments", ada);
  press(server, link(mails(server.port()).at(0), "confirm?"));
  Json bea = new_comment(empty_page, "bea");
  bea["email"] = "bea@host.example";
  const std::string id = post(server.port(), "/api/comments", bea).json()["id"];
  CHECK(mails(server.port()).size() == 2);
  REQUIRE(server.command({"approve", id}).status == 0);
  REQUIRE(mails(server.port()).size() == 3);
  CHECK(link(mails(server.port())[2], "#comment-") == empty_page + "#comment-" + id);
  CHECK(mails(server.port())[2].find(server.url()) != std::string::npos);
}
