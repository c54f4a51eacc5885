/// @file What the presets write: the requests that a reader's doings become, as the contracts of the backends
/// want them, and as their fixtures were asked for.

#include "driver.hpp"
#include "fixture.hpp"

#include "afterword/backend/list.hpp"

#include <list>
#include <string>
#include <utility>
#include <vector>

using namespace afterword;
using Type = Event::Type;

namespace {

/// A widget with a preset on a page.
class Page : public Driver {
public:
  Page(const std::string &preset, Config config) : Driver(std::move(config), read_preset(preset)) {}

  /// Answers the request of `operation` as a fixture did.
  void answer(const std::string &operation, const std::string &fixture) {
    answer(operation, read_fixture(fixture + ".json").response);
  }
  void answer(const std::string &operation, backend::Response response) {
    const std::size_t id = sent(operation).id;
    send({.type = Type::response, .id = id, .response = std::move(response)});
  }

  /// The request that `operation` wrote in the last frame.
  [[nodiscard]] const Effect &sent(const std::string &operation) const {
    for (const Effect &effect : frame.effects)
      if (effect.type == Effect::Type::fetch && effect.target == operation)
        return effect;
    FAIL("nothing was sent for " << operation);
    return frame.effects.front();
  }
  [[nodiscard]] backend::Request request(const std::string &operation) const {
    return sent(operation).request;
  }

  /// Answers the comment `id`, once the backend takes another comment.
  void reply(const std::string &id) {
    now += 120'000;
    send({.type = Type::reply, .comment = id});
    submit("reply-" + id, filled());
  }

  /// All of the widget is here: what was posted can be changed, and previewed.
  void resume() { send({.type = Type::resume, .key = "tab"}); }

  /// Changes the comment `id`, and lets the time go by in which that can be taken back.
  void edit(const std::string &id, std::string text) {
    send({.type = Type::edit, .comment = id});
    submit("edit-" + id, Values().set(Field::comment, std::move(text)));
    wait();
  }
  void erase(const std::string &id) {
    send({.type = Type::erase, .comment = id});
    wait();
  }

  void preview(std::string text) {
    send({.type = Type::preview, .form = "form", .values = Values().set(Field::comment, std::move(text))});
  }

  /// The ids of a list's comments, in its order.
  static std::vector<std::string> ids(const std::string &preset, const std::string &fixture) {
    backend::List list;
    CHECK_FALSE(backend::read_list(read_preset(preset), read_fixture(fixture + ".json").response, list));
    std::vector<std::string> ids;
    for (const Comment &comment : list.comments)
      ids.push_back(comment.id);
    return ids;
  }

private:
  void wait() {
    now += update::undo_time;
    send({.type = Type::tick});
  }

  static backend::Recipe read_preset(const std::string &name) {
    auto recipe = backend::Recipe::parse(read_file("web/recipes/" + name + ".json"));
    REQUIRE(recipe);
    return std::move(*recipe);
  }
};

Config on(std::string page) {
  Config config;
  config.backend = "https://blog.example";
  config.page = std::move(page);
  config.address = "https://blog.example/a-post/?x=1";
  return config;
}

const std::list<backend::Header> as_json{{"content-type", "application/json"}};
const backend::Header as_form{"content-type", "application/x-www-form-urlencoded"};

} // namespace

TEST_CASE("Afterword is told of changes with the proof that it gave") {
  Page page("afterword", on("/post"));
  page.start();
  page.answer("list", backend::Response{200, two_comments});
  page.resume();
  page.submit("form", filled());
  page.answer("create",
              backend::Response{201, R"({"id":"3","content":"<p>Hello</p>","edit":{"token":"t0ken"}})"});
  page.edit("3", "*Hello*");
  const auto proof = [](const char *token) {
    return backend::Header{"authorization", std::string("Bearer ") + token};
  };
  CHECK(page.request("edit") == backend::Request{"PUT",
                                                 "https://blog.example/comments/3",
                                                 {as_json.front(), proof("t0ken")},
                                                 R"({"comment":"*Hello*"})"});
  page.answer("edit", backend::Response{
                          200, R"({"id":"3","content":"<p><em>Hello</em></p>","edit":{"token":"next"}})"});
  CHECK(page.draws("comment-3", "<em>Hello</em>"));
  page.erase("3");
  CHECK(page.request("remove") ==
        backend::Request{"DELETE", "https://blog.example/comments/3", {proof("next")}});
  page.answer("remove", backend::Response{410, R"({"error":{"code":"expired","message":"No."}})"});
  CHECK(page.announced() == "It is too late to change this comment.");
}

TEST_CASE("Afterword is asked what a comment will look like") {
  Page page("afterword", on("/post"));
  page.start();
  page.answer("list", backend::Response{200, two_comments});
  page.resume();
  page.preview("*a*");
  CHECK(page.request("preview") ==
        backend::Request{"POST", "https://blog.example/preview", as_json, R"({"comment":"*a*"})"});
  page.answer("preview", backend::Response{200, R"({"content":"<p><em>a</em></p><script>b</script>"})"});
  CHECK(page.draws("form.preview", "<p><em>a</em></p>"));
  CHECK_FALSE(page.draws("form.preview", "<script>"));
}

TEST_CASE("WordPress is told over REST, and asked for no preview: its HTML is drawn here") {
  Page page("wordpress", on("6"));
  page.start();
  page.answer("list", "wordpress/list.first");
  page.resume();
  CHECK(page.draws("form", R"(data-mark="bold")"));
  page.preview("<strong>a</strong> & <blockquote>b</blockquote>");
  CHECK(page.fetch() == nullptr);
  CHECK(page.draws("form.preview", "<strong>a</strong> &amp; "));
  page.submit("form", filled("<strong>a</strong>"));
  CHECK(page.request("create").body.find("content=%3Cstrong%3Ea%3C%2Fstrong%3E&") != std::string::npos);
  page.answer("create", "wordpress/create.ok");
  CHECK(page.announced() == "Your comment was posted.");
  CHECK_FALSE(page.draws(R"(data-action="edit")"));
  CHECK_FALSE(page.draws(R"(data-action="erase")"));
}

TEST_CASE("WordPress is asked and told over REST") {
  Page page("wordpress", on("6"));
  page.start();
  const std::string list =
      "https://blog.example/?rest_route=/wp/v2/comments&post=6&order=asc&per_page=100"
      "&_fields=id,parent,author_name,author_url,date_gmt,content,status,author_avatar_urls";
  CHECK(page.request("list") == backend::Request{"GET", list});
  page.answer("list", "wordpress/list.first");
  page.submit("form", filled());
  CHECK(page.request("create") ==
        backend::Request{"POST",
                         "https://blog.example/?rest_route=/wp/v2/comments",
                         {as_form},
                         "post=6&parent=0&content=Hello%20%3Cthere%3E&author_name=Ada"
                         "&author_email=ada%40example.org&author_url="});
  page.answer("create", "wordpress/create.held");
  CHECK(page.announced() == "Your comment is awaiting moderation.");
  const std::string reply = Page::ids("wordpress", "wordpress/list.first")[1];
  page.reply(reply);
  CHECK(page.request("create").body.starts_with("post=6&parent=" + reply + "&content="));
}

TEST_CASE("WordPress counts bytes, and is not troubled with what it would refuse") {
  std::string name;
  for (int i = 0; i < 123; ++i)
    name += "\u00e9"; // 246 bytes in all
  Page page("wordpress", on("6"));
  page.start();
  page.answer("list", "wordpress/list.empty");
  const auto signed_by = [](std::string author) {
    return Values()
        .set(Field::comment, "x")
        .set(Field::name, std::move(author))
        .set(Field::email, "a@b.example");
  };
  page.submit("form", signed_by(name));
  CHECK(page.fetch() == nullptr);
  CHECK(page.focus() == "form.name");
  page.submit("form", signed_by(name.substr(2)));
  CHECK(page.request("create").body.find("&author_name=" + text::percent_encode(name.substr(2)) + "&") !=
        std::string::npos);
}

TEST_CASE("WordPress asks page by page") {
  Page page("wordpress", on("6"));
  page.start();
  page.answer("list", "wordpress/list.page-1");
  page.send({.type = Type::more});
  CHECK(page.request("list").url ==
        "https://blog.example/?rest_route=/wp/v2/comments&post=6&order=asc&per_page=100"
        "&_fields=id,parent,author_name,author_url,date_gmt,content,status,author_avatar_urls&page=2");
}

TEST_CASE("WordPress is told by its own form where REST takes no guests") {
  Page page("wordpress", on("6"));
  page.start();
  page.answer("list", "wordpress/list.first");
  page.submit("form", filled("a & b"));
  page.answer("create", "wordpress/create.login-required");
  backend::Request expected{
      "POST",
      "https://blog.example/wp-comments-post.php",
      {as_form, {"accept", "application/json"}},
      "comment_post_ID=6&comment_parent=0&comment=a%20%26%20b&author=Ada&email=ada%40example.org&url="};
  expected.elsewhere = "page";
  CHECK(page.request("create") == expected);
  page.answer("create", "wordpress/create.classic-held");
  CHECK(page.announced() == "Your comment is awaiting moderation.");
  const std::string reply = Page::ids("wordpress", "wordpress/list.first")[1];
  page.reply(reply);
  page.answer("create", "wordpress/create.rest-page");
  CHECK(page.request("create").body.starts_with("comment_post_ID=6&comment_parent=" + reply + "&"));
  page.answer("create", "wordpress/create.classic-registration");
  CHECK(page.announced() == "Please log in, and post again. Your text is still here.");
}

TEST_CASE("Waline is asked and told") {
  Page page("waline", on("/2026/11/coalition"));
  page.start();
  CHECK(page.request("list") ==
        backend::Request{"GET",
                         "https://blog.example/api/comment?path=%2F2026%2F11%2Fcoalition&page=1&pageSize=50"
                         "&sortBy=insertedAt_asc&lang=en-US"});
  page.answer("list", "waline/list.oldest");
  page.send({.type = Type::more});
  CHECK(page.request("list").url ==
        "https://blog.example/api/comment?path=%2F2026%2F11%2Fcoalition&page=2&pageSize=50"
        "&sortBy=insertedAt_asc&lang=en-US");
  page.submit("form", filled());
  CHECK(page.request("create") ==
        backend::Request{"POST", "https://blog.example/api/comment?lang=en-US", as_json,
                         R"({"url":"/2026/11/coalition","comment":"Hello <there>","nick":"Ada",)"
                         R"("mail":"ada@example.org","link":""})"});
  page.answer("create", "waline/create.ok");
  const std::vector<std::string> ids = Page::ids("waline", "waline/list.oldest");
  page.reply(ids[0]);
  CHECK(page.request("create").body.ends_with(R"("link":"","pid":)" + ids[0] + R"(,"rid":)" + ids[0] +
                                              R"(,"at":"Ann"})"));
  page.answer("create", "waline/create.reply");
  page.reply(ids[1]); // Bob's, who answered Ann
  CHECK(page.request("create").body.ends_with(R"("link":"","pid":)" + ids[1] + R"(,"rid":)" + ids[0] +
                                              R"(,"at":"Bob"})"));
}

TEST_CASE("Waline's Markdown is drawn by the host, and guests change nothing") {
  Page page("waline", on("/2026/11/coalition"));
  page.start();
  page.answer("list", "waline/list.oldest");
  page.resume();
  CHECK(page.draws("form", R"(data-mark="bold")"));
  page.preview("**a**");
  CHECK(page.fetch() == nullptr);
  REQUIRE(page.effect(Effect::Type::preview) != nullptr);
  CHECK(page.effect(Effect::Type::preview)->text == "**a**");
  page.submit("form", filled("**a**"));
  page.answer("create", "waline/create.ok");
  CHECK_FALSE(page.draws(R"(data-action="edit")"));
  CHECK_FALSE(page.draws(R"(data-action="erase")"));
}

TEST_CASE("Ghost is asked and told by a member") {
  Page page("ghost", on("64f0"));
  page.start();
  const std::string api = "https://blog.example/members/api/";
  CHECK(page.request("list") ==
        backend::Request{"GET", api + "comments/post/64f0/?limit=50&order=created_at%20asc"});
  backend::Request me{"GET", api + "member/"};
  me.credentials = "include";
  CHECK(page.request("me") == me);
  const Frame first = page.frame; // it asked for both at once
  page.answer("me", "ghost/me.signed-in");
  page.frame = first;
  page.answer("list", "ghost/list.oldest");
  page.submit("form", Values().set(Field::comment, "Hello <there>\n\nhttps://a.example"));
  backend::Request create{
      "POST", api + "comments/", as_json,
      R"({"comments":[{"post_id":"64f0","html":"<p>Hello &lt;there&gt;</p><p><a )"
      R"(href=\"https://a.example\" rel=\"nofollow ugc noopener\">https://a.example</a></p>"}]})"};
  create.credentials = "include";
  CHECK(page.request("create") == create);
  page.answer("create", "ghost/create.ok");
  const std::vector<std::string> ids = Page::ids("ghost", "ghost/list.oldest");
  page.reply(ids[0]); // Ghost takes no answer to the root for one to a reply, and says nothing
  CHECK(page.request("create").body == R"({"comments":[{"post_id":"64f0","parent_id":")" + ids[0] +
                                           R"(","in_reply_to_id":")" + ids[0] +
                                           R"(","html":"<p>Hello &lt;there&gt;</p>"}]})");
  page.answer("create", "ghost/create.reply");
  page.reply(ids[1]);
  CHECK(page.request("create").body == R"({"comments":[{"post_id":"64f0","parent_id":")" + ids[0] +
                                           R"(","in_reply_to_id":")" + ids[1] +
                                           R"(","html":"<p>Hello &lt;there&gt;</p>"}]})");
}

TEST_CASE("Ghost is told of changes by the member whose comment it is") {
  Page page("ghost", on("64f0"));
  page.start();
  const Frame first = page.frame; // it asked for both at once
  page.answer("me", "ghost/me.signed-in");
  page.frame = first;
  page.answer("list", "ghost/list.empty");
  page.resume();
  CHECK_FALSE(page.draws("form", "data-mark")); // it keeps paragraphs and links, and those are made here
  page.preview("a < b");
  CHECK(page.draws("form.preview", "<p>a &lt; b</p>"));
  page.submit("form", Values().set(Field::comment, "A first comment & more."));
  page.answer("create", "ghost/create.ok");
  const std::string url = read_fixture("ghost/edit.ok.json").url; // of the same comment
  const std::string path = url.substr(url.find("/members/"));
  const std::string id = path.substr(path.find("comments/") + 9, 24);
  CHECK(page.draws(R"(data-action="edit")"));
  page.edit(id, "Changed, <really>");
  backend::Request edit{"PUT", "https://blog.example" + path, as_json,
                        R"({"comments":[{"html":"<p>Changed, &lt;really&gt;</p>"}]})"};
  edit.credentials = "include";
  CHECK(page.request("edit") == edit);
  page.answer("edit", "ghost/edit.ok");
  CHECK(page.draws("comment-" + id, "<p>Changed, really</p>"));
  page.erase(id);
  backend::Request remove{"PUT", "https://blog.example" + path, as_json,
                          R"({"comments":[{"status":"deleted"}]})"};
  remove.credentials = "include";
  CHECK(page.request("remove") == remove);
  page.answer("remove", "ghost/remove.again");
  CHECK(page.draws("comment-" + id, "It is too late to change this comment."));
  page.erase(id);
  page.answer("remove", "ghost/remove.ok");
  CHECK(page.announced() == "Your comment was deleted.");
}

TEST_CASE("Ghost sends visitors to where they sign in") {
  Page page("ghost", on("64f0"));
  page.start();
  page.answer("me", "ghost/me.signed-out");
  CHECK(page.draws("form", "https://blog.example/#/portal/signin"));
}

TEST_CASE("Ghost signs up whoever brings the token that it gave") {
  Config config = on("64f0");
  config.comments = false;
  config.subscription = true;
  Page page("ghost", std::move(config));
  page.start();
  page.submit("subscription", Values().set(Field::email, "ada@example.org"));
  CHECK(page.request("needs") ==
        backend::Request{"GET", "https://blog.example/members/api/integrity-token/"});
  page.answer("needs", backend::Response{200, "1:a:b"});
  CHECK(page.request("subscribe") ==
        backend::Request{"POST", "https://blog.example/members/api/send-magic-link/", as_json,
                         R"({"email":"ada@example.org","emailType":"subscribe","integrityToken":"1:a:b"})"});
  page.answer("subscribe", "ghost/subscribe.ok");
  CHECK(page.draws("subscription", "ada@example.org"));
}

TEST_CASE("Jetpack is told as by the form of its widget") {
  Config config = on("");
  config.comments = false;
  config.subscription = true;
  Page page("jetpack", std::move(config));
  page.start();
  page.submit("subscription", Values().set(Field::email, "ada+x@example.org"));
  backend::Request expected{
      "POST",
      "https://blog.example/",
      {as_form},
      "action=subscribe&email=ada%2Bx%40example.org&source=https%3A%2F%2Fblog.example%2Fa-post%2F%3Fx%3D1"
      "&sub-type=widget&redirect_fragment=subscribe-blog&jetpack_subscriptions_widget=subscribe"};
  expected.elsewhere = "page";
  expected.credentials = "omit";
  CHECK(page.request("subscribe") == expected);
}
