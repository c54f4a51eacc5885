#include "queue.hpp"

#include <algorithm>

namespace afterword::demo {

namespace {

constexpr Seconds life = Seconds{5} * 86400;

} // namespace

Seconds pause_after(int attempts) noexcept {
  Seconds pause = 5;
  for (int i = 1; i < attempts && pause < 3600; ++i)
    pause *= 4;
  return std::min<Seconds>(pause, 3600);
}

bool is_mail_due(soci::session &session, Seconds now) {
  int due = 0;
  session << "SELECT EXISTS (SELECT 1 FROM mails WHERE due <= :now)", soci::use(now), soci::into(due);
  return due != 0;
}

std::optional<Claim> claim_mail(soci::session &session, Seconds now) {
  Claim claim;
  int attempts = 0;
  soci::statement statement =
      (session.prepare << "SELECT id, attempts + 1 FROM mails WHERE due <= :now ORDER BY due, id LIMIT 1",
       soci::into(claim.id), soci::into(attempts), soci::use(now));
  if (!statement.execute(true))
    return std::nullopt;
  claim.mail = find_mail(session, claim.id).value();
  claim.due = now + pause_after(attempts);
  session << "UPDATE mails SET attempts = :attempts, due = :due WHERE id = :id", soci::use(attempts),
      soci::use(claim.due), soci::use(claim.id);
  return claim;
}

void mark_sent(soci::session &session, Id id, Seconds now) {
  session << "UPDATE mails SET sent = :now, due = NULL WHERE id = :id", soci::use(now), soci::use(id);
}

void give_up(soci::session &session, Id id) {
  session << "UPDATE mails SET due = NULL WHERE id = :id", soci::use(id);
}

long long give_up_old(soci::session &session, Seconds now) {
  const Seconds before = now - life;
  soci::statement statement =
      (session.prepare << "UPDATE mails SET due = NULL WHERE due <= :now AND created < :before",
       soci::use(now), soci::use(before));
  statement.execute(true);
  return statement.get_affected_rows();
}

void put_off(soci::session &session, const Claim &claim, Seconds now) {
  session << "UPDATE mails SET attempts = attempts + 1, due = :due WHERE due <= :now", soci::use(claim.due),
      soci::use(now);
}

} // namespace afterword::demo
