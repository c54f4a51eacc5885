#include "outbox.hpp"

#include "token.hpp"

namespace afterword::demo {

namespace {

template <class Prepared> auto into(Prepared &&sql, StoredMail &stored) {
  return std::forward<Prepared>(sql), soci::into(stored.id), soci::into(stored.mail.recipient),
         soci::into(stored.mail.subject), soci::into(stored.mail.body), soci::into(stored.mail.unsubscribe),
         soci::into(stored.mail.message_id), soci::into(stored.mail.created);
}

const std::string columns =
    "SELECT id, recipient, subject, body, unsubscribe, message_id, created FROM mails ";

} // namespace

void put_mail(soci::session &session, Mail mail, const std::string &host) {
  mail.message_id = random_token() + "@" + host;
  session << "INSERT INTO mails (recipient, subject, body, unsubscribe, message_id, created, due) "
             "VALUES (:recipient, :subject, :body, :unsubscribe, :message_id, :created, :due)",
      soci::use(mail.recipient), soci::use(mail.subject), soci::use(mail.body), soci::use(mail.unsubscribe),
      soci::use(mail.message_id), soci::use(mail.created), soci::use(mail.created);
}

std::vector<StoredMail> newest_mails(soci::session &session, int limit) {
  std::vector<StoredMail> mails;
  StoredMail stored;
  soci::statement statement =
      (into(session.prepare << columns << "ORDER BY id DESC LIMIT :limit", stored), soci::use(limit));
  statement.execute();
  while (statement.fetch())
    mails.push_back(stored);
  return mails;
}

std::optional<Mail> find_mail(soci::session &session, Id id) {
  StoredMail stored;
  soci::statement statement = (into(session.prepare << columns << "WHERE id = :id", stored), soci::use(id));
  return statement.execute(true) ? std::optional(stored.mail) : std::nullopt;
}

} // namespace afterword::demo
