#include "letters.hpp"

namespace afterword::demo {

namespace {

std::string what(const std::optional<Page> &page) {
  return page ? "follow-up comments on \"" + page->title + "\"" : "every new post";
}

std::string unsubscribe_url(const Address &address, const std::string &token) {
  return address.url() + "/api/subscriptions/unsubscribe?token=" + token;
}

} // namespace

Mail confirmation_letter(const Address &address, const std::string &email, const std::optional<Page> &page,
                         const std::string &token, const std::string &unsubscribe_token, Seconds created) {
  Mail mail;
  mail.recipient = email;
  mail.subject =
      page ? "Confirm: follow-up comments on \"" + page->title + "\"" : "Confirm your subscription";
  mail.body =
      "Hello,\n\nsomebody, hopefully you, asked at\n" + address.url() + (page ? page->path : "/") +
      "\nto get " + what(page) +
      " sent to this address.\n\nIf that is what you want, open this link within seven days and press the "
      "button:\n" +
      address.url() + "/api/subscriptions/confirm?token=" + token +
      "\n\nIf it was not you, do nothing, and you will not hear of it again.\n";
  mail.unsubscribe = unsubscribe_url(address, unsubscribe_token);
  mail.created = created;
  return mail;
}

Mail welcome_letter(const Address &address, const std::string &email, const std::optional<Page> &page,
                    const std::string &unsubscribe_token, Seconds created) {
  Mail mail;
  mail.recipient = email;
  mail.subject = page ? "You follow the comments on \"" + page->title + "\"" : "You are subscribed";
  mail.unsubscribe = unsubscribe_url(address, unsubscribe_token);
  mail.body = "Hello,\n\nfrom now on you get " + what(page) + " of\n" + address.url() +
              (page ? page->path : "/") + "\n\nTo end that, now or at any time, open\n" + mail.unsubscribe +
              "\n";
  mail.created = created;
  return mail;
}

Mail follow_up_letter(const Address &address, const std::string &email, const Page &page,
                      const StoredComment &comment, const std::string &unsubscribe_token, Seconds created) {
  Mail mail;
  mail.recipient = email;
  mail.subject = "New comment on \"" + page.title + "\"";
  mail.unsubscribe = unsubscribe_url(address, unsubscribe_token);
  mail.body =
      comment.name + " wrote on \"" + page.title + "\":\n\n" + comment.comment +
      "\n\nRead it in its place:\n" + address.url() + page.path + "#comment-" + std::to_string(comment.id) +
      "\n\n-- \nYou get this because you asked for follow-up comments on that page. To get no more of them, "
      "open\n" +
      mail.unsubscribe + "\n";
  mail.created = created;
  return mail;
}

} // namespace afterword::demo
