#include "sender.hpp"

#include "error.hpp"

namespace afterword::demo {

namespace {

/// How long the same words are the same comment, and how long IP addresses are kept.
constexpr Seconds memory = 86400;

} // namespace

void refuse_repetition(soci::session &session, const Sender &sender, const Place &place,
                       const std::string &comment, Seconds now) {
  const Id parent = place.parent.value_or(0);
  const Seconds since = now - memory;
  int found = 0;
  session << "SELECT count(*) FROM comments WHERE email = :email COLLATE NOCASE AND "
             "(email <> '' OR remote = :remote) AND created > :since AND page_id = :page AND "
             "ifnull(parent_id, 0) = :parent AND comment = :comment",
      soci::use(sender.email), soci::use(sender.remote), soci::use(since), soci::use(place.page),
      soci::use(parent), soci::use(comment), soci::into(found);
  if (found != 0)
    throw Error(Code::duplicate, "You have said that here already.");
}

void refuse_haste(soci::session &session, const Sender &sender, Seconds interval, Seconds now) {
  const Seconds since = now - interval;
  Seconds last = 0;
  // The clock may have been set back: a comment of the future is no reason to refuse one today.
  session << "SELECT ifnull(max(created), 0) FROM comments WHERE created > :since AND created <= :now AND "
             "((email = :email COLLATE NOCASE AND email <> '') OR (remote = :remote AND remote <> ''))",
      soci::use(since), soci::use(now), soci::use(sender.email), soci::use(sender.remote), soci::into(last);
  if (last > since)
    throw Error(Code::slow_down, "That was quick. Please wait a moment before your next comment.",
                last - since);
}

void forget_remotes(soci::session &session, Seconds now) {
  const Seconds before = now - memory;
  session << "UPDATE comments SET remote = '' WHERE remote <> '' AND created <= :before", soci::use(before);
}

} // namespace afterword::demo
