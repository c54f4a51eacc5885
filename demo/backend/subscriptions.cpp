#include "subscriptions.hpp"

#include "letters.hpp"
#include "outbox.hpp"
#include "token.hpp"

#include <utility>
#include <vector>

namespace afterword::demo {

namespace {

constexpr Seconds pause_between_mails = 600;
constexpr Seconds life_of_confirm_link = Seconds{7} * 86400;
constexpr Seconds forever = 253402300799; // the end of the year 9999

struct Subscription {
  Id id = 0;
  std::string state;
  Seconds mailed = 0;
};

std::string name(Purpose purpose) {
  return purpose == Purpose::confirm ? "confirm" : "unsubscribe";
}

std::string new_token(soci::session &session, Id subscription, Purpose purpose, Seconds expires) {
  std::string token = random_token();
  const std::string hash = sha256(token);
  const std::string purpose_name = name(purpose);
  session << "INSERT INTO tokens (hash, subscription_id, purpose, expires) VALUES (:hash, :id, :purpose, "
             ":expires)",
      soci::use(hash), soci::use(subscription), soci::use(purpose_name), soci::use(expires);
  return token;
}

std::optional<Subscription> find(soci::session &session, const std::string &email, Id page) {
  Subscription found;
  soci::statement statement =
      (session.prepare << "SELECT id, state, mailed FROM subscriptions WHERE email = :email AND "
                          "ifnull(page_id, 0) = :page",
       soci::into(found.id), soci::into(found.state), soci::into(found.mailed), soci::use(email),
       soci::use(page));
  return statement.execute(true) ? std::optional(found) : std::nullopt;
}

} // namespace

Subscribed subscribe(soci::session &session, const Address &address, const std::string &email,
                     const std::optional<Page> &page, Seconds now) {
  const Id page_id = page ? page->id : 0;
  std::optional<Subscription> found = find(session, email, page_id);
  if (found && found->state == "confirmed")
    return Subscribed::already;
  // The clock may have been set back: a mail of the future is no reason to keep silent.
  if (found && found->mailed <= now && now - found->mailed < pause_between_mails)
    return Subscribed::pending;
  if (found) {
    session << "UPDATE subscriptions SET state = 'pending', mailed = :now WHERE id = :id", soci::use(now),
        soci::use(found->id);
  } else {
    found.emplace();
    session << "INSERT INTO subscriptions (email, page_id, state, created, mailed) "
               "VALUES (:email, nullif(:page, 0), 'pending', :created, :mailed) RETURNING id",
        soci::use(email), soci::use(page_id), soci::use(now), soci::use(now), soci::into(found->id);
  }
  session << "DELETE FROM tokens WHERE expires < :now", soci::use(now);
  const std::string token = new_token(session, found->id, Purpose::confirm, now + life_of_confirm_link);
  const std::string way_out = new_token(session, found->id, Purpose::unsubscribe, forever);
  put_mail(session, confirmation_letter(address, email, page, token, way_out, now), address.mail_host());
  return Subscribed::pending;
}

std::optional<TokenHolder> find_holder(soci::session &session, Purpose purpose, const std::string &token,
                                       Seconds now) {
  const std::string hash = sha256(token);
  const std::string purpose_name = name(purpose);
  TokenHolder holder;
  Id page = 0;
  soci::statement statement =
      (session.prepare
           << "SELECT subscriptions.id, email, ifnull(page_id, 0) FROM tokens JOIN subscriptions ON "
              "subscriptions.id = subscription_id WHERE hash = :hash AND purpose = :purpose AND "
              "expires >= :now",
       soci::into(holder.subscription), soci::into(holder.email), soci::into(page), soci::use(hash),
       soci::use(purpose_name), soci::use(now));
  if (!statement.execute(true))
    return std::nullopt;
  holder.page = page != 0 ? find_page(session, page) : std::nullopt;
  return holder;
}

void confirm(soci::session &session, const Address &address, const TokenHolder &holder, Seconds now) {
  const std::optional<Subscription> found = find(session, holder.email, holder.page ? holder.page->id : 0);
  if (!found || found->state == "confirmed")
    return;
  const std::string way_out = new_token(session, holder.subscription, Purpose::unsubscribe, forever);
  put_mail(session, welcome_letter(address, holder.email, holder.page, way_out, now), address.mail_host());
  session << "UPDATE subscriptions SET state = 'confirmed' WHERE id = :id", soci::use(holder.subscription);
}

void unsubscribe(soci::session &session, const TokenHolder &holder) {
  // `mailed` starts again: who leaves and comes back at once shall get the mail.
  session << "UPDATE subscriptions SET state = 'left', mailed = 0 WHERE id = :id",
      soci::use(holder.subscription);
  session << "DELETE FROM tokens WHERE subscription_id = :id AND purpose = 'confirm'",
      soci::use(holder.subscription);
}

long long count_followers(soci::session &session) {
  long long count = 0;
  session << "SELECT count(*) FROM subscriptions WHERE page_id IS NULL AND state = 'confirmed'",
      soci::into(count);
  return count;
}

void notify(soci::session &session, const Address &address, const StoredComment &comment, Seconds now) {
  const std::optional<Page> page = find_page(session, comment.page_id);
  if (!page)
    return;
  std::vector<std::pair<Id, std::string>> followers;
  {
    Id id = 0;
    std::string email;
    soci::statement statement =
        (session.prepare
             << "SELECT id, email FROM subscriptions WHERE page_id = :page AND state = 'confirmed' AND "
                "email <> :email ORDER BY id",
         soci::into(id), soci::into(email), soci::use(comment.page_id), soci::use(comment.email));
    statement.execute();
    while (statement.fetch())
      followers.emplace_back(id, email);
  }
  for (const auto &[id, email] : followers) {
    const std::string token = new_token(session, id, Purpose::unsubscribe, forever);
    put_mail(session, follow_up_letter(address, email, *page, comment, token, now), address.mail_host());
  }
}

} // namespace afterword::demo
