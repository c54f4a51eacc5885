#include "afterword/view/avatar.hpp"
#include "afterword/locale/english.hpp"
#include "catch.hpp"

#include <string>
#include <utility>

using namespace afterword;
using namespace afterword::view;

TEST_CASE("initials are those of the first word and of the last") {
  for (const auto &[name, expected] : {std::pair<const char *, const char *>{"Ada Lovelace", "AL"},
                                       {"Ada", "A"},
                                       {"Ada King of Lovelace", "AL"},
                                       {"\"Ada\" (Lovelace)", "AL"},
                                       {"@ada", "a"},
                                       {"李小龙", "李"},
                                       {"علي حسن", "عح"},
                                       {"🙂", "🙂"},
                                       {"--- !!", ""},
                                       {"", ""},
                                       {"A ", "A"}})
    CHECK(initials(name) == expected);
}

TEST_CASE("a picture is shown from here alone, unless the owner says otherwise") {
  struct {
    const char *url;
    bool is_shown;
  } const cases[] = {{"https://blog.example/a.png", true},
                     {"https://api.example:8080/a.png", true},
                     {"/a.png", true},
                     {"a/b.png", true},
                     {"https://gravatar.example/a.png", false},
                     {"https://api.example/a.png", false},
                     {"//gravatar.example/a.png", false},
                     {"/\\gravatar.example/a.png", false},
                     {"\\\\gravatar.example/a.png", false},
                     {"https://blog.example.evil/a.png", false},
                     {"https://blog.example@evil/a.png", false},
                     {"http://blog.example/a.png", false},
                     {"https:gravatar.example/a.png", false},
                     {"HTTPS://gravatar.example/a.png", false},
                     {"https:\\\\gravatar.example/a.png", false}};
  Config config;
  config.backend = "https://api.example:8080/v1";
  config.address = "https://blog.example/post?x";
  const Context context{config, locale::english};
  for (const auto &[url, is_shown] : cases) {
    CAPTURE(url);
    Comment comment;
    comment.name = "Ada";
    comment.avatar = html::Url::check(url);
    REQUIRE(comment.avatar);
    config.avatars = Avatars::backend;
    CHECK((draw_avatar(context, comment, "Ada").str().find("<img") == 0) == is_shown);
    config.avatars = Avatars::any;
    CHECK(draw_avatar(context, comment, "Ada").str().find("<img") == 0);
    config.avatars = Avatars::none;
    CHECK(draw_avatar(context, comment, "Ada").empty());
  }
}

TEST_CASE("with a backend on the page's own host, pictures of nowhere else are shown") {
  Config config;
  config.backend = "/api";
  const Context context{config, locale::english};
  Comment comment;
  comment.avatar = html::Url::check("https:evil.example/a.png");
  CHECK(draw_avatar(context, comment, "A").str().find("<span") == 0);
  comment.avatar = html::Url::check("/a.png");
  CHECK(
      draw_avatar(context, comment, "A").str() ==
      R"(<img class="avatar" src="/a.png" alt="" width="40" height="40" loading="lazy" referrerpolicy="no-referrer"/>)");
}

TEST_CASE("initials, to the letter, with a colour that a name keeps") {
  Config config;
  const Context context{config, locale::english};
  CHECK(draw_avatar(context, {}, "Ada Lovelace").str() ==
        R"(<span class="avatar hue-3" aria-hidden="true">AL</span>)");
  CHECK(draw_avatar(context, {}, "<b>").str().find("<b>") == std::string::npos);
}
