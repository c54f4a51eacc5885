#include "schema.hpp"

#include "database.hpp"

#include <array>
#include <vector>

namespace afterword::demo {

namespace {

using Migration = std::vector<const char *>;

/// What the first release made.
const Migration &tables() {
  static const Migration all = {
      R"(CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL))",
      R"(CREATE TABLE pages (
           id INTEGER PRIMARY KEY,
           path TEXT NOT NULL UNIQUE,
           title TEXT NOT NULL,
           closed INTEGER NOT NULL DEFAULT 0))",
      // AUTOINCREMENT: the id of a deleted comment is never given again, so no permalink changes its meaning.
      // root_id is the comment at the top level above this one; null: this one stands there itself.
      R"(CREATE TABLE comments (
           id INTEGER PRIMARY KEY AUTOINCREMENT,
           page_id INTEGER NOT NULL REFERENCES pages (id),
           parent_id INTEGER REFERENCES comments (id),
           root_id INTEGER REFERENCES comments (id),
           key TEXT UNIQUE,
           name TEXT NOT NULL,
           email TEXT NOT NULL,
           website TEXT NOT NULL,
           comment TEXT NOT NULL,
           content TEXT NOT NULL,
           created INTEGER NOT NULL,
           held INTEGER NOT NULL))",
      R"(CREATE INDEX comments_of_page ON comments (page_id, held, root_id, id))",
      R"(CREATE INDEX comments_of_parent ON comments (parent_id))",
      R"(CREATE INDEX comments_of_root ON comments (root_id))",
      // page_id null: new posts; else follow-up comments on that page.
      R"(CREATE TABLE subscriptions (
           id INTEGER PRIMARY KEY,
           email TEXT NOT NULL COLLATE NOCASE,
           page_id INTEGER REFERENCES pages (id),
           state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'left')),
           created INTEGER NOT NULL,
           mailed INTEGER NOT NULL))",
      R"(CREATE UNIQUE INDEX subscriptions_once ON subscriptions (email, ifnull(page_id, 0)))",
      R"(CREATE INDEX subscriptions_of_page ON subscriptions (page_id, state))",
      R"(CREATE TABLE tokens (
           hash TEXT PRIMARY KEY,
           subscription_id INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
           purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'unsubscribe')),
           expires INTEGER NOT NULL) WITHOUT ROWID)",
      R"(CREATE INDEX tokens_of_subscription ON tokens (subscription_id))",
      R"(CREATE TABLE mails (
           id INTEGER PRIMARY KEY,
           recipient TEXT NOT NULL,
           subject TEXT NOT NULL,
           body TEXT NOT NULL,
           unsubscribe TEXT NOT NULL,
           message_id TEXT NOT NULL,
           created INTEGER NOT NULL))",
  };
  return all;
}

/// What it takes to tell who sent a comment.
const Migration &senders() {
  static const Migration all = {
      // The IP address that the comment came from; empty: not known, or forgotten.
      R"(ALTER TABLE comments ADD COLUMN remote TEXT NOT NULL DEFAULT '')",
      R"(CREATE INDEX comments_of_email ON comments (email COLLATE NOCASE, created))",
      R"(CREATE INDEX comments_of_remote ON comments (remote, created) WHERE remote <> '')",
  };
  return all;
}

/// What it takes to send the mails in the outbox.
const Migration &sending() {
  static const Migration all = {
      // When the server accepted the mail; null: not yet.
      R"(ALTER TABLE mails ADD COLUMN sent INTEGER)",
      // When it is to be tried next; null: not any more. Mails of earlier releases were only there to be
      // shown.
      R"(ALTER TABLE mails ADD COLUMN due INTEGER)",
      R"(ALTER TABLE mails ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0)",
      R"(CREATE INDEX mails_due ON mails (due, id) WHERE due IS NOT NULL)",
  };
  return all;
}

/// What it takes to change comments afterwards.
const Migration &editing() {
  static const Migration all = {
      // Its author has deleted it. The row stays, empty, and with it the key: who asks again is told.
      R"(ALTER TABLE comments ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0)",
      // It has a place in the list: it is published, or else something that answers it has one.
      R"(ALTER TABLE comments ADD COLUMN shown INTEGER NOT NULL DEFAULT 1)",
      R"(UPDATE comments SET shown = 0 WHERE held <> 0)",
      R"(DROP INDEX comments_of_page)",
      R"(CREATE INDEX comments_of_page ON comments (page_id, shown, root_id, id))",
      R"(CREATE INDEX comments_published ON comments (page_id, held, deleted))",
  };
  return all;
}

/// What it takes to tell readers what is new, and to let them say what they think of it.
const Migration &reading() {
  static const Migration all = {
      // Counts what is published on the page, one by one, and never back: what was published since can be
      // told.
      R"(ALTER TABLE pages ADD COLUMN published INTEGER NOT NULL DEFAULT 0)",
      // What the page's counter said when this comment was published last; null: it never was.
      R"(ALTER TABLE comments ADD COLUMN published INTEGER)",
      R"(UPDATE comments SET published = id WHERE held = 0 AND deleted = 0)",
      R"(UPDATE pages SET published =
           (SELECT ifnull(max(published), 0) FROM comments WHERE page_id = pages.id))",
      R"(CREATE INDEX comments_by_publication ON comments (page_id, published))",
      // Counts of the rows of votes and reports, kept in step with them.
      R"(ALTER TABLE comments ADD COLUMN likes INTEGER NOT NULL DEFAULT 0)",
      R"(ALTER TABLE comments ADD COLUMN dislikes INTEGER NOT NULL DEFAULT 0)",
      R"(ALTER TABLE comments ADD COLUMN reports INTEGER NOT NULL DEFAULT 0)",
      R"(ALTER TABLE comments ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0)",
      R"(ALTER TABLE comments ADD COLUMN badge TEXT NOT NULL DEFAULT ''
           CHECK (badge IN ('', 'author', 'moderator')))",
      R"(CREATE INDEX comments_by_likes ON comments (page_id, likes DESC, id)
           WHERE shown = 1 AND root_id IS NULL)",
      R"(CREATE INDEX comments_by_date ON comments (created, id) WHERE held = 0 AND deleted = 0)",
      R"(CREATE INDEX comments_pinned ON comments (page_id) WHERE pinned <> 0)",
      R"(CREATE TABLE votes (
           comment_id INTEGER NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
           voter TEXT NOT NULL,
           value INTEGER NOT NULL CHECK (value IN (1, -1)),
           PRIMARY KEY (comment_id, voter)) WITHOUT ROWID)",
      R"(CREATE TABLE reports (
           comment_id INTEGER NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
           voter TEXT NOT NULL,
           created INTEGER NOT NULL,
           PRIMARY KEY (comment_id, voter)) WITHOUT ROWID)",
      // How many votes and reports came from an IP address since a moment that is forgotten soon.
      R"(CREATE TABLE paces (
           remote TEXT PRIMARY KEY,
           began INTEGER NOT NULL,
           count INTEGER NOT NULL) WITHOUT ROWID)",
  };
  return all;
}

} // namespace

void migrate(soci::session &session) {
  const std::array<const Migration *, 5> migrations = {&tables(), &senders(), &sending(), &editing(),
                                                       &reading()};
  session << "BEGIN IMMEDIATE"; // also finds out, before anything is promised, that the file can be written
  try {
    int version = 0;
    session << "PRAGMA user_version", soci::into(version);
    const int newest = static_cast<int>(migrations.size());
    if (version < 0 || version > newest)
      throw DatabaseError(
          "the database was made by a newer afterword-demo: use that one, or another --database FILE");
    for (int i = version; i < newest; ++i)
      for (const char *statement : *migrations[static_cast<std::size_t>(i)])
        session << statement;
    session << "PRAGMA user_version = " + std::to_string(newest);
    session << "COMMIT";
  } catch (...) {
    try {
      session << "ROLLBACK";
    } catch (const std::exception &) { // the first failure is the one to tell
    }
    throw;
  }
}

} // namespace afterword::demo
