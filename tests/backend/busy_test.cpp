#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace afterword::test;

TEST_CASE("While another program writes, readers read on, and writers are asked to come again", "[busy]") {
  const DemoServer server;
  soci::session other(soci::sqlite3, "dbname=" + server.database());
  other << "BEGIN IMMEDIATE";
  CHECK(get(server.port(), "/api/comments?page=" + encoded(article)).status == 200);
  const Reply refused = post(server.port(), "/api/comments", new_comment(empty_page, "busy"));
  CHECK(refused.status == 503);
  CHECK(refused.code() == "unavailable");
  CHECK(refused.header("retry-after") == "5");
  other << "ROLLBACK";
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "busy")).status == 201);
}

TEST_CASE("A confirming link is good for seven days", "[busy]") {
  const DemoServer server;
  post(server.port(), "/api/subscriptions", Json{{"email", "ada@host.example"}});
  const std::string confirm = link(mails(server.port()).at(0), "confirm?");
  soci::session other(soci::sqlite3, "dbname=" + server.database());
  other << "UPDATE tokens SET expires = expires - 7 * 86400 + 60 WHERE purpose = 'confirm'";
  CHECK(get(server.port(), confirm).status == 200);
  other << "UPDATE tokens SET expires = expires - 120 WHERE purpose = 'confirm'";
  CHECK(get(server.port(), confirm).code() == "bad_token");
  CHECK(request(server.port(), "POST", confirm).code() == "bad_token");
  CHECK(get(server.port(), "/api/subscriptions").json()["followers"] == 212);
  // After ten minutes a new mail may go out, with a link that works.
  other << "UPDATE subscriptions SET mailed = mailed - 600 WHERE state = 'pending'";
  CHECK(post(server.port(), "/api/subscriptions", Json{{"email", "ada@host.example"}}).status == 202);
  REQUIRE(mails(server.port()).size() == 2);
  CHECK(get(server.port(), link(mails(server.port())[1], "confirm?")).status == 200);
}

TEST_CASE("Only the hash of a token is kept with the subscription", "[busy]") {
  const DemoServer server;
  post(server.port(), "/api/subscriptions", Json{{"email", "ada@host.example"}});
  const std::string confirm = link(mails(server.port()).at(0), "confirm?");
  const std::string token = confirm.substr(confirm.find('=') + 1);
  soci::session other(soci::sqlite3, "dbname=" + server.database());
  int found = -1;
  other << "SELECT count(*) FROM tokens WHERE hash = :token", soci::use(token), soci::into(found);
  CHECK(found == 0);
  other << "SELECT count(*) FROM tokens WHERE length(hash) = 64", soci::into(found);
  CHECK(found == 2);
}
