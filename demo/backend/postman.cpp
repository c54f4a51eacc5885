#include "postman.hpp"

#include "clock.hpp"

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <utility>

namespace afterword::demo {

namespace {

/// How often the outbox is looked into.
constexpr std::chrono::seconds interval{1};

void tell_operator(const std::string &what) {
  std::cerr << "afterword-demo: " + what + "\n";
}

/// Waits until the outbox is to be looked into again, or the stop.
void wait(const std::stop_token &stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait_for(lock, stop, interval, [] { return false; });
}

} // namespace

Postman::Postman(Database &database, MailRoute route)
    : database_(database), route_(std::move(route)),
      thread_([this](const std::stop_token &stop) { work(stop); }) {}

void Postman::work(const std::stop_token &stop) {
  std::string trouble;
  while (!stop.stop_requested()) {
    try {
      make_round(stop);
      trouble.clear();
    } catch (const std::exception &error) {
      // It will be the same a second later, and need not be told again.
      if (std::exchange(trouble, error.what()) != error.what())
        tell_operator("mails wait: " + trouble);
    }
    wait(stop);
  }
}

void Postman::make_round(const std::stop_token &stop) {
  std::optional<Smtp> smtp;
  while (!stop.stop_requested()) {
    if (Reading reading(database_); !is_mail_due(reading.session(), now()))
      return;
    std::optional<Claim> claim;
    {
      Writing writing(database_);
      const long long old = give_up_old(writing.session(), now());
      claim = claim_mail(writing.session(), now());
      writing.commit();
      if (old != 0)
        tell_operator(std::to_string(old) + " mails have waited for five days, and are not sent any more");
    }
    if (!claim)
      return;
    if (!smtp)
      smtp.emplace(route_.server, route_.name, stop);
    deliver(*smtp, *claim, stop);
  }
}

void Postman::deliver(Smtp &smtp, const Claim &claim, const std::stop_token &stop) {
  const Delivery delivery =
      smtp.send(route_.from, claim.mail.recipient, message_text(claim.mail, route_.from));
  const std::string mail = "mail " + std::to_string(claim.id);
  switch (delivery) {
  case Delivery::accepted:
    note([&](soci::session &session) { mark_sent(session, claim.id, now()); }, stop);
    return;
  case Delivery::refused:
    note([&](soci::session &session) { give_up(session, claim.id); }, stop);
    tell_operator(mail + " was refused, and is not sent any more: " + smtp.reason());
    return;
  case Delivery::unavailable:
    note([&](soci::session &session) { put_off(session, claim, now()); }, stop);
    tell_operator(route_.server + " takes no mail, and is tried again later: " + smtp.reason());
    return;
  case Delivery::postponed:
    tell_operator(mail + " was put off: " + smtp.reason());
    return;
  }
}

void Postman::note(const std::function<void(soci::session &)> &change, const std::stop_token &stop) {
  while (true) {
    try {
      Writing writing(database_);
      change(writing.session());
      writing.commit();
      return;
    } catch (const std::exception &) {
      // Another program writes, or the disk is full. To send on without a note would be to send twice.
      if (stop.stop_requested())
        throw;
    }
    wait(stop);
  }
}

} // namespace afterword::demo
