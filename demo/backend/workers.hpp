#pragma once
/// @file The threads that answer connections.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <httplib.h>
#include <list>
#include <memory>
#include <mutex>

namespace afterword::demo {

/// A queue of connections, and threads made as they are needed. A thread belongs to one connection for as
/// long as that stays open, idle or not, so there must be many: with the library's own eight, eight idle
/// browsers would keep every other reader waiting.
class Workers : public httplib::TaskQueue {
public:
  static constexpr std::size_t most_threads = 256;

  void enqueue(std::function<void()> connection) override;

  /// Waits until no request is being answered, five seconds at the most. Idle connections are not waited for:
  /// their threads end with the process.
  void shutdown() override;

  /// A request begins, or ends, on the calling thread.
  static void begin_request() noexcept;
  static void end_request() noexcept;

private:
  /// Shared with the threads, which may outlive the queue.
  struct State {
    std::mutex mutex;
    std::condition_variable changed;
    std::list<std::function<void()>> waiting;
    std::size_t threads = 0;
    std::size_t idle = 0;
  };
  static void work(const std::shared_ptr<State> &state);
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

} // namespace afterword::demo
