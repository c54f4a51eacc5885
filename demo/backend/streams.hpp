#pragma once
/// @file Those who are told what is new at the moment it is there.

#include "database.hpp"
#include "pages.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace afterword::demo {

/// Counts the open streams, and wakes them when something is published: by this process at once, by another,
/// as a moderator's, within a second. Safe to use from any thread.
class Streams {
public:
  /// `database` must outlive it.
  /// @param most how many may be open; each has a thread of the server's
  Streams(Database &database, std::size_t most);
  ~Streams();
  Streams(const Streams &) = delete;
  Streams &operator=(const Streams &) = delete;

  /// The right to be a stream, until the last copy goes.
  using Seat = std::shared_ptr<const void>;

  /// @throws Error unavailable when there are too many, or the server ends
  [[nodiscard]] Seat take_seat();

  enum class News : std::uint8_t { none, some, end };

  /// Waits until the counter of `page` says more than `published`, or for `patience`; `end`: streams are to
  /// end.
  News wait(Id page, long long published, std::chrono::milliseconds patience);

  /// Says that something may have been published.
  void wake();

  /// Ends all streams, and waits for them, a second at most. There are no new ones after it.
  void end();

private:
  void give_back();
  void watch();

  Database &database_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::condition_variable awake_; ///< for the thread that watches
  std::map<Id, long long> published_;
  std::size_t open_ = 0;
  bool woken_ = false;
  bool ended_ = false;
  std::thread thread_; ///< the last to be made
};

} // namespace afterword::demo
