#include "streams.hpp"

#include "error.hpp"

#include <utility>

namespace afterword::demo {

namespace {

/// How often the database is asked what other processes have published.
constexpr std::chrono::seconds interval{1};

} // namespace

Streams::Streams(Database &database, std::size_t most)
    : database_(database), most_(most), thread_([this] { watch(); }) {}

Streams::~Streams() {
  end();
}

Streams::Seat Streams::take_seat() {
  {
    const std::lock_guard lock(mutex_);
    if (ended_ || open_ >= most_)
      throw Error(Code::unavailable, "Too many readers are told at once already. Please ask for updates.");
    ++open_;
    awake_.notify_one();
  }
  return {this, [](Streams *streams) { streams->give_back(); }};
}

void Streams::give_back() {
  const std::lock_guard lock(mutex_);
  --open_;
  changed_.notify_all();
}

Streams::News Streams::wait(Id page, long long published, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  const bool some = changed_.wait_for(lock, patience, [&] { return ended_ || published_[page] > published; });
  return ended_ ? News::end : some ? News::some : News::none;
}

void Streams::wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
  awake_.notify_one();
}

void Streams::end() {
  {
    std::unique_lock lock(mutex_);
    ended_ = true;
    changed_.notify_all();
    awake_.notify_one();
    changed_.wait_for(lock, std::chrono::seconds(1), [&] { return open_ == 0; });
  }
  if (thread_.joinable())
    thread_.join();
}

void Streams::watch() {
  std::unique_lock lock(mutex_);
  while (!ended_) {
    // Without a stream there is nobody to tell.
    awake_.wait(lock, [&] { return ended_ || open_ != 0; });
    woken_ = false;
    lock.unlock();
    std::map<Id, long long> published;
    try {
      Reading reading(database_);
      published = published_counts(reading.session());
    } catch (const std::exception &) { // whoever reads or writes is told; here the next look will do
    }
    lock.lock();
    if (!published.empty() && published != published_) {
      published_ = std::move(published);
      changed_.notify_all();
    }
    awake_.wait_for(lock, interval, [&] { return ended_ || woken_; });
  }
}

} // namespace afterword::demo
