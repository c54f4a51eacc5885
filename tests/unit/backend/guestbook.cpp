/// @file The tutorial's guestbook, as its recipe reads what it answered; and that no backend was forgotten.

#include "preset.hpp"

#include <set>

TEST_CASE("the guestbook: what was recorded") {
  Preset("guestbook", "tests/backends/guestbook/")
      .check(
          "guestbook",
          {
              {"create.bad-json", "refused: I do not understand what you say."},
              {"create.blocked", "refused: We don't print \"casino\" & the like."},
              {"create.closed", "closed"},
              {"create.duplicate", "duplicate"},
              {"create.flood", "slow_down 10"},
              {"create.held", "held"},
              {"create.hostile-1", "published"},
              {"create.hostile-2", "published"},
              {"create.hostile-3", "published"},
              {"create.hostile-4", "published"},
              {"create.hostile-5", "published"},
              {"create.invalid-email", "field email refused: This is no address that mail can be sent to."},
              {"create.invalid-source", "refused: Some boxes need another look."},
              {"create.many-problems",
               "field comment refused name refused email refused: Who are you?: You have not written "
               "anything.: This is no address that mail can be sent to."},
              // Fields of a recipe's own have no place among the problems that replies tell.
              {"create.missing-consent", "refused: Some boxes need another look."},
              {"create.missing-name", "field name refused: Who are you?"},
              {"create.missing-words", "field comment refused: You have not written anything."},
              {"create.no-ticket", "renew"},
              {"create.ok", "published"},
              {"create.old-ticket", "renew"},
              {"create.parent-as-text", "refused: Which page, and under what?"},
              {"create.preflight", "for https://blog.example"},
              {"create.preflight-of-others", "no"},
              {"create.reply", "published reply"},
              {"create.reply-to-held", "unknown_parent"},
              {"create.reply-to-reply", "published reply"},
              {"create.too-large", "refused: That is more than I can read."},
              {"create.too-long", "field comment refused: There is room for 1000 bytes only."},
              {"create.too-long-name",
               "field name refused: Your name does not fit into 40 letters. (A \"&\" takes five of them.)"},
              {"create.unknown-parent", "unknown_parent"},
              {"list.closed", "0 of 0:"},
              {"list.empty", "0 of 0:"},
              {"list.first", "3 of 3: 1 2<1 3<2"},
              {"list.hostile", "5 of 5: 1 2 3 4 5"},
              {"list.no-page", "refused: Which page?"},
              {"list.page-1", "10 of 12: 1 2 3 4 5 6 7 8 9 10, next 32"},
              {"list.page-2", "2 of 12: 1 2"},
              {"list.past-end", "refused: There is no such place to read on from."},
              {"list.released", "4 of 4: 1 2<1 3<2 4"},
              {"list.removed", "4 of 3: 1 2<1 deleted 3<2 4"},
              {"subscribe.again", "subscribed"},
              {"subscribe.bad", "field email email_invalid"},
              {"subscribe.ok", "pending"},
              {"subscribe.redirect", "unreachable"}, // browsers follow it: see bad
              {"subscribe.too-long", "field email email_invalid"},
              {"token.ok", "yes"},
          });
}

TEST_CASE("whatever was recorded is read by some recipe") {
  std::set<std::string> folders;
  for (const auto &entry :
       std::filesystem::directory_iterator(std::filesystem::path(AFTERWORD_ROOT) / "tests/backends/fixtures"))
    folders.insert(entry.path().filename().string());
  CHECK(folders == std::set<std::string>{"ghost", "guestbook", "waline", "wordpress", "wordpress-6.5"});
}
