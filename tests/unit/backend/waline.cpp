/// @file Waline, as its recipe reads what it answered.

#include "preset.hpp"

TEST_CASE("Waline: what was recorded") {
  const Preset preset("waline");
  preset.check("waline", {
                             {"count.ok", "7"},
                             {"count.several", "7 0"},
                             {"count.unencoded", "7 0"},
                             {"create.anonymous", "published"},
                             {"create.bad-json", "refused: Incorrect parameter format"},
                             {"create.before-flood", "published"},
                             {"create.blank", "published"},
                             {"create.captcha", "refused: Forbidden"},
                             {"create.deep-reply", "published reply"},
                             {"create.duplicate", "duplicate"},
                             {"create.empty", "field comment missing"},
                             {"create.flood", "slow_down 60"},
                             {"create.forbidden-domain", "refused: Forbidden"},
                             {"create.forbidden-word", "spam"},
                             {"create.form-encoded", "published"},
                             {"create.guest-ok", "published"},
                             {"create.held", "held"},
                             {"create.held-reader", "held"},
                             {"create.hostile-1", "published"},
                             {"create.hostile-2", "published"},
                             {"create.hostile-3", "published"},
                             {"create.hostile-4", "published"},
                             {"create.hostile-5", "published"},
                             {"create.hostile-link", "published"},
                             {"create.invalid-email", "published"},
                             {"create.login-required", "login: Unauthorized"},
                             {"create.missing-comment", "field comment missing"},
                             {"create.missing-url", "refused: url need an URL under your options"},
                             {"create.ok", "published"},
                             {"create.owner-ok", "published"},
                             {"create.preflight", "for *"},
                             {"create.reader-ok", "published reply"},
                             {"create.reply", "published reply"},
                             {"create.server-error", "busy"},
                             {"create.too-long-name", "field name too_long"},
                             {"create.unknown-parent", "unknown_parent"},
                             // The recipe knows no way to log in, so it neither edits nor removes: these are
                             // read by the rules alone.
                             {"edit.forbidden", "refused: Forbidden"},
                             {"edit.login-required", "login: Unauthorized"},
                             {"edit.ok", "published untold"},
                             {"edit.owner-ok", "published untold"},
                             {"edit.unknown", "published untold"},
                             {"list.empty", "0 of 0:"},
                             {"list.first", "7 of 7: 1 2 3 4 5 6<7 7<5"},
                             {"list.forbidden-domain", "refused: Forbidden"},
                             {"list.held-own", "1 of 1: 1 held"},
                             {"list.held-unseen", "0 of 0:"},
                             {"list.hostile", "11 of 11: 1 2<1 3<1 4 5 6 7 8 9 10 11"},
                             {"list.liked", "4 of 7: 1 2<1 3<2 4, next 2"},
                             {"list.login-required", "1 of 10: 1, next 2"},
                             {"list.members", "3 of 3: 1 2 3<2"},
                             {"list.members-owner", "3 of 3: 1 2 3<2"},
                             {"list.no-path", "refused: path can not be blank"},
                             {"list.no-referrer", "refused: Forbidden"},
                             {"list.oldest", "4 of 7: 1 2<1 3<2 4, next 2"},
                             {"list.page-too-large", "refused: pageSize need an integer under your options"},
                             {"list.past-end", "0 of 7:"},
                             {"list.second", "2 of 7: 1 2, next 3"},
                             {"list.server-error", "refused: connect ECONNREFUSED 127.0.0.1:8119"},
                             {"me.bad-token", "yes"},
                             {"me.guest", "yes"},
                             {"me.owner", "yes"},
                             {"me.reader", "yes"},
                             {"me.users", "yes"},
                             {"recent.ok", "5 new"},
                             {"recent.too-many", "refused: count need an integer under your options"},
                             {"remove.again", "refused: Forbidden"},
                             {"remove.forbidden", "login: Unauthorized"},
                             {"remove.ok", "yes"},
                             {"remove.others-forbidden", "refused: Forbidden"},
                             {"remove.owner-ok", "yes"},
                             {"token.owner", "yes"},
                             {"token.reader", "yes"},
                             {"token.wrong-password", "unreachable"},
                             {"updates.ok", "7 new"},
                             {"vote.again", "yes"},
                             {"vote.not-boolean", "login: Unauthorized"},
                             {"vote.ok", "yes"},
                             {"vote.unknown", "yes"},
                             {"vote.unlike", "yes"},
                         });
}

TEST_CASE("Waline: what readers think of comments, and who wrote them") {
  using Texts = std::vector<std::string>;
  const Preset preset("waline");
  CHECK(preset.tell("waline/list.liked.json", "/comment/likes") == Texts{"2", "0"});
  CHECK(preset.tell("waline/list.liked.json", "/comment/avatar")[0].starts_with("https://"));
  CHECK(preset.tell("waline/list.members.json", "/comment/moderator") == Texts{"no", "yes"});
  CHECK(preset.tell("waline/recent.ok.json", "/comment/address")[0] == "/2026/11/coalition");
}

TEST_CASE("Waline: what harmful comments become") {
  CHECK(Preset("waline").draw("waline/list.hostile.json") ==
        std::vector<std::string>{
            "Tom & <b>Jerry</b> |  |  &amp; 1 &lt; 2",
            "reversed |  | <p>A reply to what is gone</p> ",
            "Nobody |  | <p>A reply to nobody</p> ",
            "\"><img src=x onerror=alert(1)> |  | <p><a>here</a> <a>there</a></p> ",
            "nimda |  | <p><b><i>never closed </i></b></p><blockquote><b><i> </i></b><p></p><p></p><i> "
            "</i></blockquote>",
            "&lt;i&gt; &amp;amp; |  | <p></p>",
            "O'Neill \\ \"Q\" |  | <p><a href=\"https://a.example/?x=\" rel=\"nofollow ugc "
            "noopener\">https://a.example/?x=</a>&quot;onmouseover=alert(1)// and \u202Egpj.exe and "
            "[md](javascript:alert(1)) and 👩\u200D🚀</p> ",
            " |  | Go",
            "<script>alert(1)</script> |  | <p>![x](javascript:alert(1)) [y](data:text/html,) </p><p>over "
            "all</p><p></p> ",
            "TeX | http://[ | <p></p> ",
            "Code |  | <pre><code>&lt;/code&gt;&lt;/pre&gt;&lt;img src=x onerror=alert(1)&gt; </code></pre> ",
        });
}

TEST_CASE("Waline: composed from the contract") {
  const Preset preset("waline");
  const auto create = [&](int status, std::string body) {
    return preset.read("create", {status, std::move(body)});
  };
  CHECK(create(200, R"({"errno":1000,"errmsg":"Said by a hook of the owner's."})") ==
        "refused: Said by a hook of the owner's.");
  CHECK(create(200, R"({"errno":1001,"errmsg":{"comment":"comment can not be blank"}})") ==
        "field comment missing");
  const auto too_long = [&](const std::string &column) {
    return create(500, R"({"errno":500,"errmsg":"ER_DATA_TOO_LONG: Data too long for column ')" + column +
                           R"(' at row 1, SQL: INSERT INTO `wl_Comment` VALUES ..."})");
  };
  CHECK(too_long("comment") == "field comment too_long");
  CHECK(too_long("mail") == "field email too_long");
  CHECK(too_long("link") == "field website too_long");
  CHECK(too_long("browser") == "busy");
  CHECK(create(403, R"({"errno":403,"errmsg":"Forbidden"})") ==
        "refused: Forbidden"); // also a captcha that failed
  CHECK(
      create(
          200,
          R"({"errno":0,"errmsg":"","data":{"objectId":"6743f0c2e4b0","status":"waiting","comment":"a"}})") ==
      "held");                                                // ids of LeanCloud are no numbers
  CHECK(create(200, R"([{"objectId":1}])") == "unreachable"); // a server that is too old to say errno
  CHECK(create(504, "An error occurred with your deployment") == "busy");
  CHECK(create(429, "") == "busy");
}
