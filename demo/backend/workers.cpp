#include "workers.hpp"

#include <atomic>
#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

namespace afterword::demo {

namespace {

std::atomic<int> requests{0};
thread_local bool in_request = false;

} // namespace

void Workers::begin_request() noexcept {
  if (!std::exchange(in_request, true))
    ++requests;
}

void Workers::end_request() noexcept {
  if (std::exchange(in_request, false))
    --requests;
}

void Workers::enqueue(std::function<void()> connection) {
  const std::lock_guard lock(state_->mutex);
  state_->waiting.push_back(std::move(connection));
  if (state_->waiting.size() > state_->idle && state_->threads < most_threads) {
    try {
      std::thread(work, state_).detach();
      ++state_->threads;
    } catch (const std::system_error
                 &) { // no more threads to be had: the connection waits for one of those there are
    }
  }
  state_->changed.notify_one();
}

void Workers::work(const std::shared_ptr<State> &state) {
  std::unique_lock lock(state->mutex);
  while (true) {
    ++state->idle;
    state->changed.wait(lock, [&] { return !state->waiting.empty(); });
    --state->idle;
    const std::function<void()> connection = std::move(state->waiting.front());
    state->waiting.pop_front();
    lock.unlock();
    connection();
    end_request(); // when the client went away before its answer was written
    lock.lock();
  }
}

void Workers::shutdown() {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (requests > 0 && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

} // namespace afterword::demo
