#include "database.hpp"

#include "error.hpp"
#include "schema.hpp"

#include <algorithm>
#include <chrono>
#include <soci/sqlite3/soci-sqlite3.h>

namespace afterword::demo {

namespace {

constexpr std::chrono::milliseconds patience{5000};

void open(soci::session &session, const std::string &file) {
  session.open(soci::sqlite3, "dbname=\"" + file + "\" timeout=5");
  // https://www.sqlite.org/pragma.html#pragma_synchronous: in WAL mode only FULL syncs the log at every
  // commit, and nothing may be acknowledged that a power cut could take back.
  session << "PRAGMA synchronous = FULL";
  session << "PRAGMA foreign_keys = ON";
}

/// SQLite's own words, without what SOCI says of itself around them.
std::string reason(const soci::soci_error &error) {
  std::string text = error.get_error_message();
  text.erase(std::min(text.find('\n'), text.size()));
  for (const std::string lead :
       {"sqlite3_statement_backend::prepare: ", "sqlite3_statement_backend::loadOne: ",
        "Cannot establish connection to the database. "})
    if (text.starts_with(lead))
      text.erase(0, lead.size());
  return text;
}

} // namespace

Database::Database(const std::string &file) {
  if (file.find('"') != std::string::npos)
    throw DatabaseError("the database's name must not contain a quotation mark: " + file);
  try {
    open(writer_, file);
    std::string mode;
    writer_ << "PRAGMA journal_mode = WAL", soci::into(mode);
    migrate(writer_);
    readers_ = std::make_unique<soci::connection_pool>(reader_count);
    for (std::size_t i = 0; i < reader_count; ++i)
      open(readers_->at(i), file);
  } catch (const soci::soci_error &error) {
    throw DatabaseError("cannot use the database \"" + file + "\" (" + reason(error) +
                        "): name a file in a folder you may write to with --database FILE");
  }
}

Reading::Reading(Database &database) : pool_(*database.readers_) {
  if (!pool_.try_lease(place_, static_cast<int>(patience.count())))
    throw Error(Code::unavailable, "The server is busy. Please try again in a moment.");
  session_ = &pool_.at(place_);
  try {
    *session_ << "BEGIN";
  } catch (...) {
    pool_.give_back(place_);
    throw;
  }
}

Reading::~Reading() {
  try {
    *session_ << "COMMIT";
  } catch (const std::exception &) { // nothing was written; there is nothing to lose
  }
  pool_.give_back(place_);
}

Writing::Writing(Database &database) : lock_(database.writing_, patience), session_(database.writer_) {
  if (!lock_.owns_lock())
    throw Error(Code::unavailable, "The server is busy. Please try again in a moment.");
  // IMMEDIATE: a deferred transaction that reads first cannot wait for another process's write, it can only
  // fail.
  session_ << "BEGIN IMMEDIATE";
}

Writing::~Writing() {
  if (committed_)
    return;
  try {
    session_ << "ROLLBACK";
  } catch (const std::exception
               &) { // SQLite has rolled back by itself: https://www.sqlite.org/lang_transaction.html
  }
}

void Writing::commit() {
  session_ << "COMMIT";
  committed_ = true;
}

} // namespace afterword::demo
