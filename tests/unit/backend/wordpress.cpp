/// @file WordPress, as its recipe reads what it answered.

#include "preset.hpp"

TEST_CASE("WordPress: what was recorded") {
  const Preset preset("wordpress");
  preset.check(
      "wordpress",
      {
          {"count.head", "5"},
          {"count.ok", "5"},
          {"create.admin-hostile-1", "published"},
          {"create.admin-hostile-2", "published"},
          {"create.admin-hostile-3", "published"},
          {"create.admin-hostile-4", "published"},
          {"create.admin-hostile-5", "published"},
          {"create.admin-ok", "published"},
          {"create.anonymous", "published"},
          {"create.bad-json", "refused: Invalid JSON body passed."},
          {"create.bad-nonce", "refused: Cookie check failed"},
          {"create.bad-nonce-guest", "refused: Cookie check failed"},
          {"create.blank", "field comment missing"},
          {"create.classic-closed", "closed"},
          {"create.classic-duplicate", "duplicate"},
          {"create.classic-empty", "field comment missing"},
          {"create.classic-flood", "slow_down 15"},
          {"create.classic-get", "unreachable"}, // nobody asks so, and nothing is said
          {"create.classic-held", "held untold"},
          {"create.classic-invalid-email", "field email email_invalid"},
          {"create.classic-missing-name", "field name refused: Error: Please fill the required fields."},
          {"create.classic-missing-name-page", "refused: Error: Please fill the required fields."},
          {"create.classic-no-post", "closed"},
          {"create.classic-ok", "published untold"},
          {"create.classic-redirect", "unreachable"}, // browsers follow it: see classic-ok
          {"create.classic-registration", "login: Sorry, you must be logged in to comment."},
          {"create.classic-server-error", "busy"},
          {"create.classic-too-long", "field comment refused: Error: Your comment is too long."},
          {"create.classic-unapproved-parent", "held untold"},
          {"create.classic-unknown-parent", "published untold"},
          {"create.closed", "closed"},
          {"create.draft", "refused: Sorry, you are not allowed to create a comment on this post."},
          {"create.duplicate", "duplicate"},
          {"create.empty", "field comment missing"},
          {"create.flood", "slow_down 15"},
          {"create.form-encoded", "published"},
          {"create.held", "held"},
          {"create.held-first", "held"},
          {"create.held-links", "held"},
          {"create.hostile-1", "published"},
          {"create.hostile-2", "published"},
          {"create.hostile-3", "published"},
          {"create.hostile-4", "published"},
          {"create.hostile-5", "published"},
          {"create.invalid-email", "field email email_invalid"},
          {"create.login-required", "next"},
          {"create.missing-email",
           "field name refused: Creating a comment requires valid author name and email values."},
          {"create.missing-name",
           "field name refused: Creating a comment requires valid author name and email values."},
          {"create.no-nonce",
           "field name refused: Creating a comment requires valid author name and email values."},
          {"create.no-post", "refused: Sorry, you are not allowed to create this comment without a post."},
          {"create.ok", "published"},
          {"create.preflight", "for https://blog.example with cookies"},
          {"create.reader-ok", "published reply"},
          {"create.registration", "next"},
          {"create.reply", "published reply"},
          {"create.reply-to-held", "held reply"},
          {"create.reply-to-reply", "published reply"},
          {"create.rest-off", "next"},
          {"create.rest-page", "next"},
          {"create.server-error", "busy"},
          {"create.too-long-comment", "field comment refused: Comment field exceeds maximum length allowed."},
          {"create.too-long-email", "field email refused: Comment field exceeds maximum length allowed."},
          {"create.too-long-name", "field name refused: Comment field exceeds maximum length allowed."},
          {"create.too-long-website", "field website refused: Comment field exceeds maximum length allowed."},
          {"create.trash", "spam"},
          {"create.unknown-parent", "published reply"},
          {"create.unknown-post",
           "refused: Sorry, you are not allowed to create this comment without a post."},
          // Guests can neither edit nor remove, so the recipe does not: these are read by the rules alone.
          {"edit.empty", "field comment missing"},
          {"edit.forbidden", "next"},
          {"edit.ok", "published untold"},
          {"edit.own-forbidden", "refused: Sorry, you are not allowed to edit this comment."},
          {"edit.unknown", "refused: Invalid comment ID."},
          {"list.empty", "0 of 0:"},
          {"list.fields", "5 of 5: 1<? 2 3<4 4<5 5"},
          {"list.first", "5 of 5: 1 2<1 3<2 4 5<?"},
          {"list.held-forbidden", "refused: Query parameter not permitted: status"},
          {"list.held-unseen", "0 of 0:"},
          {"list.hostile", "15 of 15: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"},
          {"list.newest", "5 of 5: 1<? 2 3<4 4<5 5"},
          {"list.no-avatars", "2 of 5: 1 2<1, next 2"},
          {"list.no-post", "0 of 0:"},
          {"list.page-1", "2 of 5: 1 2<1, next 2"},
          {"list.page-2", "2 of 5: 1<? 2, next 3"},
          {"list.page-3", "1 of 5: 1<?"},
          {"list.page-too-large", "refused: Invalid parameter(s): per_page"},
          {"list.parent-removed", "1 of 1: 1<?"},
          {"list.past-end", "0 of 5:"},
          {"list.plain-permalinks", "2 of 5: 1 2<1, next 2"},
          {"list.pretty", "2 of 5: 1 2<1, next 2"},
          {"list.replies", "1 of 1: 1<?"},
          {"list.rest-login", "refused: You are not currently logged in."},
          {"list.rest-off", "refused: No route was found matching the URL and request method."},
          {"list.rest-page", "refused: 403 Forbidden"},
          {"list.server-error", "refused: Database Error"},
          {"list.top-level", "2 of 2: 1 2"},
          {"me.admin", "yes"},
          {"me.guest", "next"},
          {"me.reader", "yes"},
          {"recent.ok", "2 new"},
          {"remove.again", "refused: The comment has already been trashed."},
          {"remove.forbidden", "next"},
          {"remove.forced", "yes"},
          {"remove.ok", "yes"},
          {"remove.own-forbidden", "refused: Sorry, you are not allowed to delete this comment."},
          {"remove.unknown", "refused: Invalid comment ID."},
          {"token.guest", "unreachable"},
          {"token.no-post", "yes"},
          {"token.nonce", "yes"},
          {"token.post", "yes"},
          {"updates.all", "5 new"},
          {"updates.first-date", "refused: Invalid parameter(s): after"},
          {"updates.new", "3 new"},
          {"updates.no-date", "refused: Invalid parameter(s): after"},
          {"updates.none", "0 new"},
      });
}

TEST_CASE("WordPress 6.5: what it answers otherwise") {
  Preset("wordpress")
      .check("wordpress-6.5", {{"create.classic-unapproved-parent", "unknown_parent"},
                               {"create.classic-unknown-parent", "unknown_parent"}});
}

TEST_CASE("WordPress: pictures, and where the latest are") {
  const Preset preset("wordpress");
  CHECK(preset.tell("wordpress/list.fields.json", "/comment/avatar")[0] ==
        "http://2.gravatar.com/avatar/8b5a6a28fc840441be692d74a81ccd1a?s=96&d=mm&r=g");
  CHECK(preset.tell("wordpress/list.no-avatars.json", "/comment/avatar")[0].empty());
  CHECK(preset.tell("wordpress/recent.ok.json", "/comment/title")[0] == "A post");
  CHECK(preset.tell("wordpress/recent.ok.json", "/comment/address")[0].starts_with(
      "http://127.0.0.1:8101/a-post"));
}

TEST_CASE("WordPress: what harmful comments become") {
  // As a guest sends them, as the owner does, and as they stand in the database.
  CHECK(Preset("wordpress").draw("wordpress/list.hostile.json") ==
        std::vector<std::string>{
            "Tom & Jerry |  | <p>alert(1) &amp; 1 &lt; 2</p> ",
            "Tom & Jerry |  | <p> &amp; 1 &lt; 2 </p> ",
            "Tom & Jerry |  | <p> &amp; 1 &lt; 2 </p> ",
            "\"> |  | <p><a href=\"alert(1)\" rel=\"nofollow ugc noopener\">here</a> <a href=\"alert(1)\" "
            "rel=\"nofollow ugc noopener\">there</a></p> ",
            "\"> |  | <p><a>here</a> <a>there</a></p> ",
            "\"> |  | <p><a>here</a> <a>there</a></p> ",
            "nimda |  | <p><b><i>never closed </i></b></p> <blockquote></blockquote> <p></p> ",
            "nimda |  | <p><b><i>never closed </i></b></p> <blockquote></blockquote> <p></p> ",
            "nimda |  | <p><b><i>never closed </i></b></p> <blockquote></blockquote> <p></p> ",
            "<i> &amp; |  | <p>&lt;!–“&gt;</p> ",
            "<i> &amp; |  | <p> </p><p></p> ",
            "<i> &amp; |  | <p> </p><p></p> ",
            "O'Neill \\ \"Q\" |  | <p><a href=\"https://a.example/?x=\" rel=\"nofollow ugc "
            "noopener\">https://a.example/?x=</a>“onmouseover=alert(1)// and \u202Egpj.exe and "
            "[md](javascript:alert(1)) and 👩\u200D🚀</p> ",
            "O'Neill \\ \"Q\" |  | <p><a href=\"https://a.example/?x=\" rel=\"nofollow ugc "
            "noopener\">https://a.example/?x=</a>“onmouseover=alert(1)// and \u202Egpj.exe and "
            "[md](javascript:alert(1)) and 👩\u200D🚀</p> ",
            "O'Neill \\ \"Q\" |  | <p><a href=\"https://a.example/?x=\" rel=\"nofollow ugc "
            "noopener\">https://a.example/?x=</a>“onmouseover=alert(1)// and \u202Egpj.exe and "
            "[md](javascript:alert(1)) and 👩\u200D🚀</p> ",
        });
}

namespace {

/// A reply over REST, composed as the contract says; nothing here was recorded.
std::string rest(const Preset &preset, int status, std::string body) {
  return preset.read("create",
                     {status, std::move(body), {}, "https://blog.example/?rest_route=/wp/v2/comments"});
}

/// The same to the classic form.
std::string classic(const Preset &preset, int status, std::string body) {
  return preset.read("create", {status, std::move(body), {}, "https://blog.example/wp-comments-post.php"}, 1);
}

/// How the classic form says no.
std::string died(const std::string &message) {
  return R"({"code":"wp_die","message":"<p>)" + message +
         R"(</p>","data":{"status":200},"additional_errors":[]})";
}

} // namespace

TEST_CASE("WordPress over REST: composed from the contract") {
  const Preset preset("wordpress");
  const auto refusal = [&](int status, const std::string &code) {
    return rest(preset, status, R"({"code":")" + code + R"(","message":"Sorry &#8211; <b>no</b>."})");
  };
  CHECK(refusal(403, "rest_comment_trash_post") == "refused: Sorry – no.");
  CHECK(refusal(403, "rest_comment_not_supported_post_type") == "refused: Sorry – no.");
  CHECK(refusal(401, "rest_cannot_read_post") == "next");
  CHECK(refusal(401, "rest_cannot_access") == "next"); // what plugins say that close REST to guests
  CHECK(refusal(409, "comment_duplicate") == "duplicate");
  CHECK(refusal(429, "comment_flood") == "slow_down 15");
  CHECK(refusal(500, "rest_comment_failed_create") == "busy");
  CHECK(refusal(503, "wp_die") == "busy"); // an update is being installed
  CHECK(rest(preset, 401, "<!doctype html><title>401</title>") == "next");
  CHECK(rest(preset, 404, "<!doctype html><title>404</title>") == "next");
  CHECK(rest(preset, 404, "") == "next");
  CHECK(rest(preset, 201, R"({"id":9,"status":"spam"})") == "spam");
  CHECK(rest(preset, 200, "<!doctype html><title>One moment</title><p>Are you human?</p>") ==
        "refused: Are you human?");
}

TEST_CASE("WordPress by its form: composed from the contract") {
  const Preset preset("wordpress");
  CHECK(classic(preset, 200, died("<strong>Error:</strong> Your name is too long.")) ==
        "field name refused: Error: Your name is too long.");
  CHECK(classic(preset, 200, died("<strong>Error:</strong> Your email address is too long.")) ==
        "field email refused: Error: Your email address is too long.");
  CHECK(classic(preset, 200, died("<strong>Error:</strong> Your URL is too long.")) ==
        "field website refused: Error: Your URL is too long.");
  CHECK(classic(preset, 200, died("<strong>Fehler:</strong> Bitte gib eine gültige E-Mail-Adresse ein.")) ==
        "refused: Fehler: Bitte gib eine gültige E-Mail-Adresse ein."); // in words that no rule knows
  CHECK(classic(preset, 403, died("Sorry, comments are not allowed for this item.")) ==
        "refused: Sorry, comments are not allowed for this item.");
  CHECK(classic(preset, 500, died("The comment could not be saved. Please try again later.")) == "busy");
  CHECK(classic(preset, 409, "<html>") == "duplicate");
  CHECK(classic(preset, 403, "<!doctype html><title>403 Forbidden</title>") == "refused: 403 Forbidden");
  CHECK(classic(preset, 401, "") == "next"); // and there is none, so the reader is asked to log in
  CHECK(classic(preset, 200, "<!doctype html><title>One moment</title>") == "refused: One moment");
  CHECK(classic(preset, afterword::backend::unseen, "") == "unseen untold");
}
