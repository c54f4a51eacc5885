/// @file Ghost, as its recipe reads what it answered.

#include "preset.hpp"

TEST_CASE("Ghost: what was recorded") {
  Preset("ghost").check(
      "ghost",
      {
          {"count.ok", "11"},
          {"count.several", "11 0"},
          {"create.again", "published reply"},
          {"create.bad-json", "refused: Unexpected end of JSON input"},
          {"create.blank", "field comment missing"},
          {"create.elsewhere", "login: Unable to find member"},
          {"create.empty", "field comment missing"},
          {"create.hostile-1", "published"},
          {"create.hostile-2", "published"},
          {"create.hostile-3", "published"},
          {"create.hostile-4", "field comment missing"},
          {"create.hostile-5", "published"},
          {"create.login-required", "login: Unable to find member"},
          {"create.missing-post", "refused: Validation (FieldIsRequired) failed for [\"post_id\"]"},
          {"create.nested-parent", "refused: Can not reply to a reply"},
          {"create.no-name", "published reply"},
          {"create.off", "closed"},
          {"create.ok", "published"},
          {"create.paid-only", "refused: You do not have permission to comment on this post."},
          {"create.preflight", "for http://127.0.0.1:8080 with cookies"},
          {"create.preflight-elsewhere", "for *"},
          {"create.removed-parent", "published reply"},
          {"create.reply", "published reply"},
          {"create.reply-to-gone", "published reply"},
          {"create.reply-to-reply", "published reply"},
          {"create.stripped", "field comment missing"},
          {"create.text", "published"},
          {"create.unknown-parent", "unknown_parent"},
          {"create.unknown-post", "refused: Resource could not be found."},
          {"edit.empty", "published"},
          {"edit.forbidden", "refused: You do not have permission to edit comments"},
          {"edit.login-required", "login: Unable to find member"},
          {"edit.ok", "published"},
          {"edit.unknown", "expired"},
          {"list.best", "2 of 2: 1 2, next 2"},
          {"list.elsewhere", "0 of 0:"},
          {"list.empty", "0 of 0:"},
          {"list.encoded", "2 of 2: 1 2, next 2"},
          {"list.first", "11 of 11: 1 2 3 4 5 6 7<6 8<7 9<6 10<6 11<6"},
          {"list.hostile", "5 of 5: 1 2 3 4 5"},
          {"list.liked", "7 of 7: 1 2<1 3<2 4<1 5<1 6<1 7, next 2"},
          {"list.off", "0 of 0: closed"},
          {"list.oldest", "7 of 7: 1 2<1 3<2 4<1 5<1 6<1 7, next 2"},
          {"list.one", "6 of 6: 1 2<1 3<2 4<1 5<1 6<1, next 2"},
          {"list.past-end", "0 of 0:"},
          {"list.removed", "6 of 6: 1 deleted 2<1 3<1 4<1 5<1 6, next 2"},
          {"list.replies", "5 of 5: 1<? 2<1 3<? 4<? 5<?"},
          {"list.replies-second", "2 of 2: 1<? 2<?, next 3"},
          {"list.second", "2 of 2: 1 2, next 3"},
          {"list.server-error",
           "refused: An unexpected error occurred, please try again. connect ECONNREFUSED 127.0.0.1:8159"},
          {"list.signed-in", "11 of 11: 1 2 3 4 5 6 7<6 8<7 9<6 10<6 11<6"},
          {"list.unknown-post", "0 of 0:"},
          {"me.signed-in", "Ann"},
          {"me.signed-out", "nobody"},
          {"recent.ok", "2 new"},
          {"remove.again", "expired"},
          {"remove.forbidden", "refused: Unable to find member"},
          {"remove.method", "refused: You cannot destroy comments."},
          {"remove.ok", "yes"},
          {"remove.reply", "yes"},
          {"remove.unknown", "expired"},
          {"report.again", "yes"},
          {"report.login-required", "login: Unable to find member"},
          {"report.ok", "yes"},
          {"report.unknown", "unknown_parent"},
          {"subscribe.bad-json", "refused: Unexpected end of JSON input"},
          {"subscribe.bad-token", "refused: The request could not be understood."},
          {"subscribe.code", "pending"},
          {"subscribe.elsewhere", "pending"},
          {"subscribe.flood", "slow_down 600"},
          {"subscribe.honeypot", "pending"},
          {"subscribe.invalid-email", "field email email_invalid"},
          {"subscribe.invite-only", "refused: This site is invite-only, contact the owner for access."},
          {"subscribe.member", "pending"},
          {"subscribe.missing-email", "field email missing"},
          {"subscribe.no-token", "refused: The request could not be understood."},
          {"subscribe.ok", "pending"},
          {"subscribe.server-error", "busy"},
          {"subscribe.sign-in", "pending"},
          {"subscribe.sign-in-unknown", "pending"},
          {"token.again", "1795594351979:484ac07bc0f1b20c555e280aefef9c50:"
                          "1d9d0895adda97253177e6f94695184ff63f73913d11a48124fbf7a1a1c452fb"},
          {"token.ok", "1795594350093:cd032a06e9d3d0326a52639b7fdb2fbf:"
                       "50bfdd09d2e87660417951dca840e74b94699d016483c5e8d584bd7356bcabeb"},
          {"updates.none", "nothing new"},
          {"updates.ok", "11 new"},
          {"vote.again", "duplicate"},
          {"vote.down", "yes"},
          {"vote.login-required", "login: Unable to find member"},
          {"vote.ok", "yes"},
          {"vote.undo", "yes"},
          {"vote.undo-again", "duplicate"},
          {"vote.unknown", "unknown_parent"},
      });
}

TEST_CASE("Ghost: what readers think of comments, and where the latest are") {
  using Texts = std::vector<std::string>;
  const Preset preset("ghost");
  CHECK(preset.tell("ghost/list.liked.json", "/comment/likes") == Texts{"1", "0"});
  CHECK(preset.tell("ghost/list.liked.json", "/comment/liked") == Texts{"true", ""});
  CHECK(preset.tell("ghost/list.liked.json", "/comment/pinned") == Texts{"", ""});
  CHECK(preset.tell("ghost/recent.ok.json", "/comment/title")[0] == "The New Coalition of the Willing");
  CHECK(preset.tell("ghost/recent.ok.json", "/comment/address")[0] ==
        "http://127.0.0.1:8151/the-new-coalition-of-the-willing/");
}

TEST_CASE("Ghost: what harmful comments become") {
  CHECK(Preset("ghost").draw("ghost/list.hostile.json") ==
        std::vector<std::string>{
            "Tom & <b>Jerry</b> |  |  &amp; 1 &lt; 2",
            "Tom & <b>Jerry</b> |  | <a>here</a> <a>there</a>",
            "Tom & <b>Jerry</b> |  | <b><i>never closed <blockquote> </blockquote></i></b>",
            "Tom & <b>Jerry</b> |  | ",
            "Tom & <b>Jerry</b> |  | https://a.example/?x=&quot;onmouseover=alert(1)// and \u202Egpj.exe and "
            "[md](javascript:alert(1)) and 👩\u200D🚀",
        });
}

namespace {

/// How Ghost says no.
std::string error(const std::string &type, const std::string &message, const std::string &context) {
  return R"({"errors":[{"message":")" + message + R"(","context":)" +
         (context.empty() ? "null" : '"' + context + '"') + R"(,"type":")" + type + R"("}]})";
}

} // namespace

TEST_CASE("Ghost: composed from the contract") {
  const Preset preset("ghost");
  CHECK(preset.read("subscribe", {201, "Created."}) == "pending"); // Ghost 5
  CHECK(preset.read("subscribe", {201, R"({"inboxLinks":{"provider":"gmail"},"otc_ref":"x"})"}) == "pending");
  CHECK(preset.read("subscribe",
                    {400, error("BadRequestError", "Signups from this email domain are currently restricted.",
                                "")}) == "refused: Signups from this email domain are currently restricted.");
  CHECK(preset.read("subscribe", {429, error("TooManyRequestsError",
                                             "Too many attempts, try again in 10 minutes", "Too many.")}) ==
        "slow_down 600");
  CHECK(preset.read("create", {429, error("TooManyRequestsError", "Too many attempts.", "")}) ==
        "slow_down 600");
  CHECK(preset.read("create", {403, error("NoPermissionError", "Permission error, cannot save comment.",
                                          "Commenting has been disabled for you.")}) ==
        "refused: Commenting has been disabled for you.");
  CHECK(preset.read("create", {404, error("NotFoundError", "Resource not found error, cannot save comment.",
                                          "Comment could not be found")}) == "unknown_parent");
  CHECK(preset.read("create", {502, "<html>"}) == "busy");
  CHECK(preset.read("token", {200, "1:a:b\n"}) == "1:a:b");
  CHECK(preset.read("token", {204, ""}) ==
        "unreachable"); // none is needed, says the contract; that cannot be said yet
  CHECK(preset.read("me", {200, R"({"name":null,"email":"ann@example.org"})"}) == "ann@example.org");
}
