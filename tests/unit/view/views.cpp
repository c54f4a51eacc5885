#include "afterword/html/format.hpp"
#include "afterword/locale/english.hpp"
#include "afterword/view/annotation.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/view/status.hpp"
#include "afterword/view/subscription_box.hpp"
#include "afterword/view/thread.hpp"
#include "catch.hpp"

#include <iterator>
#include <string>
#include <utility>

using namespace afterword;
using namespace afterword::view;

namespace {

bool has(const html::Markup &markup, std::string_view part) {
  return markup.str().find(part) != std::string::npos;
}

std::size_t count(const std::string &text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at)
    ++found;
  return found;
}

struct Page {
  Config config{};
  [[nodiscard]] Context context(bool closed = false) const { return {config, locale::english, closed}; }
};

Comment comment(std::string id, std::string parent = {}) {
  Comment made;
  made.id = std::move(id);
  made.parent = std::move(parent);
  made.name = "A<b>";
  made.created = "2026-11-24T10:00:00Z";
  made.content = html::format_text("hi");
  return made;
}

} // namespace

TEST_CASE("a comment, to the letter") {
  Page page;
  page.config.prefix = "p-";
  Comment made = comment("1");
  made.website = html::Url::check("https://a.example/?x&y");
  CHECK(
      draw_comment(page.context(), made).str() ==
      R"(<article class="comment" id="p-comment-1" data-comment="1" aria-labelledby="p-comment-1.author" tabindex="-1">)"
      R"(<header class="comment-header"><span class="avatar hue-7" aria-hidden="true">A</span>)"
      R"(<span class="author" id="p-comment-1.author">)"
      R"(<a href="https://a.example/?x&amp;y" rel="nofollow ugc noopener"><bdi>A&lt;b&gt;</bdi></a></span>)"
      R"(<a class="permalink" href="#p-comment-1"><time datetime="2026-11-24T10:00:00Z">2026-11-24 10:00 UTC</time></a>)"
      R"(</header><div class="content" dir="auto"><p>hi</p></div>)"
      R"(<footer class="actions"><button type="button" class="action" id="p-comment-1.reply" data-action="reply" )"
      R"(aria-label="Reply to A&lt;b&gt;">Reply</button><button type="button" class="action" id="p-comment-1.more" )"
      R"(data-action="menu" aria-expanded="false" aria-label="More">⋯</button></footer></article>)");
}

TEST_CASE("a comment that is held, sent, anonymous or closed") {
  const Page page;
  Comment made = comment("1");
  made.status = Comment::Status::held;
  CHECK(has(draw_comment(page.context(), made), "Your comment is awaiting moderation."));
  CHECK_FALSE(has(draw_comment(page.context(), made), "<button"));
  made.status = Comment::Status::sending;
  CHECK(has(draw_comment(page.context(), made), "comment is-sending"));
  made = comment("1");
  made.name.clear();
  made.created.clear();
  CHECK(has(draw_comment(page.context(), made), "<bdi>Anonymous</bdi>"));
  CHECK_FALSE(has(draw_comment(page.context(), made), "<time"));
  CHECK_FALSE(has(draw_comment(page.context(true), made), "data-action=\"reply\""));
}

TEST_CASE("an id may be any text, and still names one region") {
  CHECK(comment_region("a-b c\"<") == "comment-a_2db_20c_22_3c");
  CHECK(comment_region("a-b") != comment_region("a_2db"));
  CHECK(form_region("") == "form");
  CHECK(form_region("7") == "reply-7");
}

TEST_CASE("indentation stops at the configured depth, and nobody is lost") {
  Page page;
  page.config.depth = 2;
  Thread thread;
  thread.add({comment("0"), comment("1", "0"), comment("2", "1"), comment("3", "2"), comment("4", "1"),
              comment("5", "0")});
  std::size_t drawn = 0;
  const std::string markup = draw_thread(page.context(), thread, 50, drawn).str();
  CHECK(drawn == 1);
  CHECK(count(markup, "<article") == 6);
  CHECK(count(markup, "role=\"list\"") == 3); // the thread, the replies to 0, the replies to 1 and all below
  std::size_t last = 0;
  for (const char *id :
       {"comment-0\"", "comment-1\"", "comment-2\"", "comment-3\"", "comment-4\"", "comment-5\""}) {
    const std::size_t at = markup.find(std::string("id=\"") + id);
    CHECK(at > last);
    last = at;
  }
  CHECK(holder(page.context(), thread, thread.find("3")) == thread.find("1"));
  CHECK(holder(page.context(), thread, thread.find("0")) == Thread::none);
}

TEST_CASE("the form marks, labels and describes") {
  const Page page;
  Form form;
  form.region = "form";
  form.problems[Field::email] = rules::Problem::email_invalid;
  form.summary = true;
  const html::Markup markup = draw_comment_form(page.context(), form, {}, annotator);
  CHECK(has(markup, "Leave a Comment"));
  CHECK(has(markup, R"(novalidate="novalidate")"));
  CHECK(
      has(markup,
          R"(<label for="form.comment">Comment<span class="required" aria-hidden="true"> *</span></label>)"));
  CHECK(has(markup, R"(<label for="form.website">Website</label>)"));
  CHECK(has(
      markup,
      R"(id="form.email" required="required" aria-invalid="true" aria-describedby="form.email.problem form.email.hint"/>)"));
  CHECK(has(markup, R"(<p class="problem" id="form.email.problem">)"));
  CHECK(has(markup, "Your email address will not be published."));
  CHECK(has(markup, R"(<a href="#form.email" data-action="visit" data-field="email">Email</a>)"));
  CHECK(has(markup, "Save my name, email, and website in this browser for the next time I comment."));
  CHECK(has(markup, "Notify me of follow-up comments by email."));
  CHECK(has(markup, "Notify me of new posts by email."));
  CHECK(has(markup, "Post Comment"));
  CHECK_FALSE(has(markup, "maxlength"));
  CHECK_FALSE(has(markup, " value="));
  CHECK_FALSE(has(markup, "Cancel reply"));
}

TEST_CASE("a reply form names whom it answers; a sending one waits") {
  const Page page;
  Form form;
  form.region = "reply-1";
  form.draft.parent = "1";
  form.sending = true;
  FormRules rules;
  rules[Field::website].shown = false;
  const html::Markup markup = draw_inner_form(page.context(), form, rules, "Reply to <i>");
  CHECK(has(markup, "Reply to &lt;i&gt;"));
  CHECK(has(markup, "Cancel reply"));
  CHECK(has(markup, R"(aria-disabled="true">Posting)"));
  CHECK_FALSE(has(markup, "Website"));
}

TEST_CASE("a recipe's own fields: a text, a choice, a box with what is agreed to") {
  const Page page;
  Form form;
  form.region = "form";
  FormRules rules;
  for (const auto &[field, label] :
       {std::pair{Field::text1, "City"}, {Field::text2, "Mood"}, {Field::box1, "I agree to the"}}) {
    rules[field].shown = true;
    Extra &extra = rules.extras.emplace_back();
    extra.field = field;
    extra.label = label;
  }
  rules.extras.back().link = "https://a.example/privacy";
  rules.extras.back().link_text = "<policy>";
  std::next(rules.extras.begin())->options = {{"Happy", "Happy"}, {"s", "<sad>"}};
  rules[Field::box1].required = true;
  form.problems[Field::box1] = rules::Problem::missing;
  form.problems[Field::text1] = rules::Problem::refused;
  form.words = {{"text1", "Not that city & not now."}};
  const html::Markup markup = draw_comment_form(page.context(), form, rules, annotator);
  CHECK(has(
      markup,
      R"(<label for="form.text1">City</label><input type="text" name="text1" dir="auto" id="form.text1" aria-invalid="true" )"
      R"(aria-describedby="form.text1.problem"/><p class="problem" id="form.text1.problem">Not that city &amp; not now.</p>)"));
  CHECK(has(
      markup,
      R"(<select name="text2" id="form.text2"><option value=""></option><option value="Happy">Happy</option><option value="s">&lt;sad&gt;</option></select>)"));
  CHECK(has(
      markup,
      R"(<input type="checkbox" name="box1" id="form.box1" required="required" aria-invalid="true" aria-describedby="form.box1.problem"/>)"
      R"(<label for="form.box1">I agree to the <a href="https://a.example/privacy" target="_blank" rel="noopener">&lt;policy&gt;</a>)"));
  CHECK(has(markup, "Please tick this box."));
  rules.extras.back().link = "javascript:alert(1)";
  CHECK_FALSE(has(draw_comment_form(page.context(), form, rules, annotator), "<a "));
}

TEST_CASE("who is signed in, and the way in") {
  const Page page;
  Account account;
  Context context = page.context();
  context.account = &account;
  CHECK(draw_account(context).empty());
  account.log_in = html::Url::check("https://a.example/in");
  CHECK(draw_account(context).str() ==
        R"(<p class="account"> <a href="https://a.example/in">Log in</a></p>)");
  account.required = true;
  CHECK(has(draw_account_required(context), "Please log in to leave a comment."));
  account.asked = true;
  CHECK(draw_account(context).empty());
  account = {"<Ada>", account.log_in, html::Url::check("/out"), true};
  CHECK(draw_account(context).str() ==
        R"(<p class="account"><span>Logged in as &lt;Ada&gt;.</span> <a href="/out">Log out</a></p>)");
}

TEST_CASE("what a comment may be besides published") {
  const Page page;
  Comment comment;
  comment.id = "1";
  comment.content = html::draw<"<p>secret</p>">();
  comment.status = Comment::Status::deleted;
  CHECK(has(draw_comment(page.context(), comment), "This comment was deleted."));
  CHECK_FALSE(has(draw_comment(page.context(), comment), "secret"));
  comment.status = Comment::Status::unseen;
  CHECK(has(draw_comment(page.context(), comment), "Your comment was sent."));
  CHECK(has(draw_comment(page.context(), comment), "secret"));
}

TEST_CASE("the states of the thread") {
  const Page page;
  CHECK(has(draw_thread_state(page.context(), ThreadState::loading, true), "Loading"));
  CHECK(
      has(draw_thread_state(page.context(), ThreadState::failed, true), R"(data-action="retry">Try again)"));
  CHECK(has(draw_thread_state(page.context(), ThreadState::failed, true, "<Members only.>"),
            "&lt;Members only.&gt;"));
  CHECK(has(draw_thread_state(page.context(), ThreadState::loaded, true), "No comments yet"));
  CHECK_FALSE(has(draw_thread_state(page.context(), ThreadState::loaded, false), "<p"));
  CHECK_FALSE(has(draw_thread_state(page.context(true), ThreadState::loaded, true), "<p"));
  CHECK(has(draw_closed(page.context()), "Comments are closed."));
  CHECK(has(draw_thread_title(page.context(), 0), ">Comments<"));
  CHECK(has(draw_thread_title(page.context(), 3), ">3 comments<"));
  CHECK_FALSE(has(draw_more(page.context(), false, false), "button"));
  CHECK(has(draw_more(page.context(), true, true), R"(aria-disabled="true")"));
}

TEST_CASE("the box knows its followers, and what became of it") {
  const Page page;
  Subscription box;
  CHECK(has(draw_subscription_box(page.context(), box),
            "Get every new post on this blog delivered to your Inbox."));
  CHECK_FALSE(has(draw_subscription_box(page.context(), box), "Join"));
  box.followers = 0;
  CHECK(has(draw_subscription_box(page.context(), box), "Be the first"));
  box.followers = 212;
  CHECK(has(draw_subscription_box(page.context(), box), "Join 212 other followers"));
  CHECK(has(draw_subscription_box(page.context(), box), ">Sign me up<"));
  box.outcome = "Look into a@b.c.";
  box.state = Subscription::State::pending;
  CHECK(has(draw_subscription_box(page.context(), box), "a@b.c"));
  CHECK_FALSE(has(draw_subscription_box(page.context(), box), "<form"));
  box.state = Subscription::State::refused;
  box.outcome = "<no>";
  CHECK(has(draw_subscription_box(page.context(), box), "&lt;no&gt;"));
  CHECK(has(draw_subscription_box(page.context(), box), "<form"));
}

TEST_CASE("a comment tells who its author is, and that it is pinned") {
  const Page page;
  Comment made = comment("1");
  CHECK_FALSE(has(draw_comment(page.context(), made), "badge"));
  made.author = made.moderator = made.pinned = true;
  CHECK(has(
      draw_comment(page.context(), made),
      R"(<span class="badge">Author</span><span class="badge">Moderator</span><span class="badge">Pinned</span>)"));
}

TEST_CASE("what stands too deep to be indented tells whom it answers") {
  Page page;
  page.config.depth = 2;
  page.config.prefix = "p-";
  Thread thread;
  thread.add({comment("0"), comment("1", "0"), comment("2", "1"), comment("3", "2")});
  Context context = page.context();
  context.thread = &thread;
  const auto answers = [&](const char *id) {
    return has(draw_comment(context, thread[thread.find(id)]), "in-reply-to");
  };
  CHECK_FALSE(answers("0"));
  CHECK_FALSE(answers("1"));
  CHECK_FALSE(answers("2")); // it stands below what it answers
  CHECK(answers("3"));
  CHECK(has(draw_comment(context, thread[thread.find("3")]),
            "<a class=\"in-reply-to\" href=\"#p-comment-2\">in reply to \u2068A&lt;b&gt;\u2069</a>"));
}

TEST_CASE("a branch can be drawn hidden, and says how many are in it") {
  Page page;
  Thread thread;
  thread.add({comment("0"), comment("1", "0"), comment("2", "1")});
  CHECK(has(
      draw_branch(page.context(), thread, 0),
      R"(<button type="button" class="toggle" id="branch-0.toggle" data-action="toggle" data-comment="0" )"
      R"(aria-expanded="true" aria-controls="replies-0">Hide replies</button>)"));
  thread.collapse(0, true);
  CHECK(has(draw_branch(page.context(), thread, 0),
            R"(aria-expanded="false" aria-controls="replies-0">Show 2 replies<)"));
  CHECK(has(draw_branch(page.context(), thread, 0),
            R"(<div class="replies" id="replies-0" role="list" hidden="hidden">)"));
}
