#include "afterword/view/recent.hpp"

#include "afterword/html/sanitizer.hpp"
#include "afterword/locale/english.hpp"
#include "catch.hpp"

#include <list>
#include <string>

using namespace afterword;
using namespace afterword::view;

namespace {

RecentComment recent(std::string id = "7") {
  RecentComment each;
  each.comment.id = std::move(id);
  each.comment.name = "Ada <b>";
  each.comment.created = "2026-11-24T10:00:00Z";
  each.comment.content = html::sanitize("<p>One &amp; <b>two</b></p><p>three</p>", html::Images::as_text);
  each.title = "A \"post\"";
  each.address = html::Url::check("/a-post?x=1");
  return each;
}

} // namespace

TEST_CASE("one of the latest comments, to the letter") {
  const Config config;
  CHECK(draw_recent({config, locale::english}, recent()).str() ==
        R"(<li class="recent"><p class="about"><a href="/a-post?x=1#comment-7"><bdi>Ada &lt;b&gt;</bdi></a> )"
        R"(<bdi class="title">A &quot;post&quot;</bdi> )"
        R"(<time datetime="2026-11-24T10:00:00Z">2026-11-24 10:00 UTC</time></p>)"
        R"(<p class="excerpt" dir="auto">One &amp; two three</p></li>)");
}

TEST_CASE("the link is that of the comment on its page, whatever its id") {
  Config config;
  config.prefix = "x-";
  const std::string markup = draw_recent({config, locale::english}, recent("a b/ü")).str();
  CHECK(markup.find("href=\"/a-post?x=1#x-comment-a_20b_2f_c3_bc\"") != std::string::npos);
}

TEST_CASE("what is not known is not drawn") {
  const Config config;
  RecentComment bare;
  bare.comment.id = "1";
  CHECK(
      draw_recent({config, locale::english}, bare).str() ==
      R"(<li class="recent"><p class="about"><bdi>Anonymous</bdi></p><p class="excerpt" dir="auto"></p></li>)");
}

TEST_CASE("the list, what it is without comments, and the way to ask again") {
  const Config config;
  const Context context{config, locale::english};
  const auto list = draw_recent(context, locale::english_recent, {recent("1"), recent("2")}).str();
  CHECK(list.starts_with(R"(<div id="recent" tabindex="-1"><ol class="recent-list" role="list"><li )"));
  CHECK(draw_recent(context, locale::english_recent, {}).str().find("No comments yet.") != std::string::npos);
  CHECK(draw_no_recent(context, false).str().find("Loading") != std::string::npos);
  CHECK(draw_no_recent(context, true).str().find(R"(data-action="retry">Try again<)") != std::string::npos);
  const auto widget = draw_recent_widget(context, locale::english_recent, draw_no_recent(context, false));
  CHECK(widget.str().starts_with(R"(<div class="afterword" id="afterword" lang="en" dir="ltr">)"));
  CHECK(widget.str().find(R"(aria-label="Latest comments")") != std::string::npos);
}
