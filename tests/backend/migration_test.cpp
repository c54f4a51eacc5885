/// @file A database that an earlier release made.

#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"
#include "mail_server.hpp"

#include <array>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace afterword::test;

namespace {

/// Version 1, as the first release left it on the disk: its own words, not to be edited.
const std::array first_release = {
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE pages (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT NOT NULL, "
    "closed INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE comments (id INTEGER PRIMARY KEY AUTOINCREMENT, page_id INTEGER NOT NULL REFERENCES pages "
    "(id), parent_id INTEGER REFERENCES comments (id), root_id INTEGER REFERENCES comments (id), key TEXT "
    "UNIQUE, name TEXT NOT NULL, email TEXT NOT NULL, website TEXT NOT NULL, comment TEXT NOT NULL, content "
    "TEXT NOT NULL, created INTEGER NOT NULL, held INTEGER NOT NULL)",
    "CREATE INDEX comments_of_page ON comments (page_id, held, root_id, id)",
    "CREATE INDEX comments_of_parent ON comments (parent_id)",
    "CREATE INDEX comments_of_root ON comments (root_id)",
    "CREATE TABLE subscriptions (id INTEGER PRIMARY KEY, email TEXT NOT NULL COLLATE NOCASE, page_id INTEGER "
    "REFERENCES pages (id), state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'left')), created "
    "INTEGER NOT NULL, mailed INTEGER NOT NULL)",
    "CREATE UNIQUE INDEX subscriptions_once ON subscriptions (email, ifnull(page_id, 0))",
    "CREATE INDEX subscriptions_of_page ON subscriptions (page_id, state)",
    "CREATE TABLE tokens (hash TEXT PRIMARY KEY, subscription_id INTEGER NOT NULL REFERENCES subscriptions "
    "(id) ON DELETE CASCADE, purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'unsubscribe')), expires "
    "INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX tokens_of_subscription ON tokens (subscription_id)",
    "CREATE TABLE mails (id INTEGER PRIMARY KEY, recipient TEXT NOT NULL, subject TEXT NOT NULL, body TEXT "
    "NOT NULL, unsubscribe TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL)",
    "INSERT INTO settings VALUES ('samples', 'added')",
    "INSERT INTO pages VALUES (1, '/elements', 'Elements', 0)",
    "INSERT INTO comments VALUES (5, 1, NULL, NULL, NULL, 'Cy', 'cy@host.example', '', 'It waits.', "
    "'<p>It waits.</p>', unixepoch() - 90000, 1)",
    "INSERT INTO comments VALUES (7, 1, NULL, NULL, 'old', 'Ada', 'ada@host.example', '', 'From before.', "
    "'<p>From before.</p>', unixepoch() - 5, 0)",
    "INSERT INTO comments VALUES (8, 1, 7, 7, NULL, 'Bea', 'bea@host.example', '', 'An answer.', "
    "'<p>An answer.</p>', unixepoch() - 4, 0)",
    "INSERT INTO mails VALUES (1, 'ada@host.example', 'Shown', 'From before.', '', 'old@host.example', "
    "unixepoch() - 5)",
    "PRAGMA user_version = 1",
};

} // namespace

TEST_CASE("A database of the first release opens, and its comments are senders' like any other",
          "[migration]") {
  const Folder folder;
  const std::string database = folder.path("first.db");
  {
    soci::session session(soci::sqlite3, "dbname=" + database);
    for (const char *statement : first_release)
      session << statement;
  }
  MailServer post_office;
  const DemoServer server({"--database", database, "--interval", "100", "--smtp", post_office.address()});
  const std::vector<Json> kept = list_all(server.port(), empty_page);
  REQUIRE(kept.size() == 2);
  const std::string latest = get(server.port(), "/api/comments?page=" + encoded(empty_page)).json()["latest"];
  CHECK(kept[0]["content"] == "<p>From before.</p>");
  CHECK(kept[1]["parent"] == "7");
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "old")).json()["id"] == "7");
  CHECK(run_demo({"approve", "5", "--database", database}).status ==
        0); // it was held, and is on the list only now
  CHECK(list_all(server.port(), empty_page).size() == 3);

  // What was published then is no news; what is published now is, whatever its id.
  const std::string updates = "/api/updates?page=" + encoded(empty_page) + "&after=";
  const Json news = get(server.port(), updates + latest).json();
  REQUIRE(news["comments"].size() == 1);
  CHECK(news["comments"][0]["id"] == "5");
  CHECK(get(server.port(), updates + "0").json()["comments"].size() == 3);
  CHECK(kept[0]["likes"] == 0);
  CHECK(kept[0]["badge"].is_null());
  CHECK(request(server.port(), "PUT", "/api/comments/7/vote", {{"Content-Type", "application/json"}},
                R"({"value":1,"voter":"7f3c1c6e-5d0e-4d7c-9a55-0c9b0d6a1f11"})")
            .json()["likes"] == 1);

  Json again = new_comment(empty_page, "again");
  again["comment"] = "From before.";
  CHECK(post(server.port(), "/api/comments", again).code() == "duplicate");
  CHECK(post(server.port(), "/api/comments", new_comment(empty_page, "soon")).code() == "slow_down");
  Json other = new_comment(empty_page, "other");
  other["email"] = "cy@host.example"; // where the old ones came from is not known
  CHECK(post(server.port(), "/api/comments", other).json()["id"] == "9");

  // What was written then is kept as it was; what its author writes now is Markdown.
  const Json mine = post(server.port(), "/api/comments", new_comment(empty_page, "old")).json();
  CHECK(mine["content"] == "<p>From before.</p>");
  CHECK(request(server.port(), "PUT", "/api/comments/7",
                {{"Authorization", "Bearer " + mine["edit"]["token"].get<std::string>()},
                 {"Content-Type", "application/json"}},
                R"({"comment":"*From now.*"})")
            .json()["content"] == "<p><em>From now.</em></p>");

  // Its mails were there to be shown, and still are; new ones go out.
  CHECK(mails(server.port()).size() == 1);
  CHECK(post(server.port(), "/api/subscriptions", Json{{"email", "bea@host.example"}}).status == 202);
  REQUIRE(post_office.letters(1).size() == 1);
  CHECK(post_office.letters()[0].to == std::vector<std::string>{"bea@host.example"});

  soci::session session(soci::sqlite3, "dbname=" + database);
  int version = 0;
  std::string sound;
  session << "PRAGMA user_version", soci::into(version);
  session << "PRAGMA integrity_check", soci::into(sound);
  CHECK(version == 5);
  CHECK(sound == "ok");
}

TEST_CASE("A database of a later release is left alone", "[migration]") {
  const Folder folder;
  const std::string database = folder.path("later.db");
  {
    soci::session session(soci::sqlite3, "dbname=" + database);
    session << "PRAGMA user_version = 99";
  }
  const Finished failed = run_demo({"serve", "--port", "0", "--database", database});
  CHECK(failed.status == 1);
  CHECK(failed.err.find("newer afterword-demo") != std::string::npos);
  soci::session session(soci::sqlite3, "dbname=" + database);
  int tables = -1;
  session << "SELECT count(*) FROM sqlite_schema", soci::into(tables);
  CHECK(tables == 0);
}
