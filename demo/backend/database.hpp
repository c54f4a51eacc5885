#pragma once
/// @file The database: one SQLite file, any number of readers, one writer at a time.

#include <memory>
#include <mutex>
#include <soci/soci.h>
#include <stdexcept>
#include <string>

namespace afterword::demo {

/// The database cannot be used at all; the message is one line for the operator.
class DatabaseError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// An open database. Safe to use from any thread through Reading and Writing.
class Database {
public:
  /// Opens `file`, makes it if need be, and brings its schema up to date.
  /// @throws DatabaseError
  explicit Database(const std::string &file);

private:
  friend class Reading;
  friend class Writing;
  static constexpr std::size_t reader_count = 8;
  std::unique_ptr<soci::connection_pool> readers_;
  soci::session writer_;
  std::timed_mutex writing_;
};

/// A view of the database that does not change while it lasts.
class Reading {
public:
  /// @throws Error unavailable when every reader stays busy
  explicit Reading(Database &database);
  ~Reading();
  Reading(const Reading &) = delete;
  Reading &operator=(const Reading &) = delete;
  [[nodiscard]] soci::session &session() { return *session_; }

private:
  soci::connection_pool &pool_;
  std::size_t place_ = 0;
  soci::session *session_ = nullptr;
};

/// A transaction that writes. What is not committed when it ends never happened; what is committed has
/// reached the disk, so it may be acknowledged.
class Writing {
public:
  /// @throws Error unavailable when another writer does not finish
  explicit Writing(Database &database);
  ~Writing();
  Writing(const Writing &) = delete;
  Writing &operator=(const Writing &) = delete;
  void commit();
  [[nodiscard]] soci::session &session() { return session_; }

private:
  std::unique_lock<std::timed_mutex> lock_;
  soci::session &session_;
  bool committed_ = false;
};

} // namespace afterword::demo
