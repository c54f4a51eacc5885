#include "afterword/backend/reply.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace afterword;
using namespace afterword::backend;
using Kind = Failure::Kind;

namespace {

Failure created(int status, std::string body) {
  Comment comment;
  return read_created(shipped_recipe(), {status, std::move(body)}, comment);
}

} // namespace

TEST_CASE("a list is read with every doubt") {
  List list;
  const Failure failure = read_list(shipped_recipe(), {200, R"({"comments":[
        {"id":7,"parent":null,"name":" <b> ","website":"javascript:x","created":"2026-11-24T12:00:00+02:00",
         "content":"<p onclick=x>a<script>b</script></p>","status":"held"},
        {"id":"8","parent":7,"website":"mailto:a@b.c","created":"yesterday","content":5},
        {"name":"no id"}, "nonsense", null],
        "total":40,"next":"c","closed":true,"followers":3,"form":{"comment":{"max":10},"email":{"required":true},"x":1}})"},
                                    list);
  CHECK_FALSE(failure);
  REQUIRE(list.comments.size() == 5);
  const std::vector<Comment> comments(list.comments.begin(), list.comments.end());
  CHECK(comments[0].id == "7");
  CHECK(comments[0].name == "<b>");
  CHECK_FALSE(comments[0].website);
  CHECK(comments[0].created == "2026-11-24T10:00:00Z");
  CHECK(comments[0].content.str() == "<p>a</p>");
  CHECK(comments[0].status == Comment::Status::held);
  CHECK(comments[1].parent == "7");
  CHECK(comments[1].created.empty());
  CHECK_FALSE(comments[1].website);
  CHECK(comments[2].id.empty()); // and the thread takes none without an id
  CHECK(list.total == 40);
  CHECK(list.next == "c");
  CHECK(list.closed);
  CHECK(list.followers == 3u);
  CHECK(list.form[Field::comment].length.max == 10);
  CHECK(list.form[Field::email].required);
  CHECK_FALSE(list.form[Field::name].shown);
}

TEST_CASE("a list tells the limits, and the unit that each is counted in") {
  List list;
  CHECK_FALSE(read_list(shipped_recipe(), {200, R"({"comments":[],"limits":{"links":2,"interval":15},"form":{
        "comment":{"max":9,"unit":"bytes"},"name":{"unit":"utf16"},"email":{"unit":"parsecs","international":true}}})"},
                        list));
  CHECK(list.form.links == 2u);
  CHECK(list.form.interval == 15);
  CHECK(list.form[Field::comment].length == rules::Length{0, 9, text::Unit::bytes});
  CHECK(list.form[Field::name].length.unit == text::Unit::utf16);
  CHECK(list.form[Field::email].length.unit == text::Unit::code_points);
  CHECK(list.form[Field::email].international);
  List other;
  CHECK_FALSE(read_list(shipped_recipe(), {200, R"({"comments":[],"limits":{"links":null}})"}, other));
  CHECK_FALSE(other.form.links);
  CHECK(other.form.interval == 0);
}

TEST_CASE("names are made fit for a line, and images shown where the page allows them") {
  const char *body =
      R"({"comments":[{"id":1,"name":"A\u202eda\u0000  L","content":"<img src=https://a.example/b alt=x>"}]})";
  List list;
  CHECK_FALSE(read_list(shipped_recipe(), {200, body}, list));
  CHECK(list.comments.front().name == "Ada L");
  CHECK(list.comments.front().content.str() == "x");
  List shown;
  CHECK_FALSE(read_list(shipped_recipe(), {200, body}, shown, html::Images::shown));
  CHECK(shown.comments.front().content.str().starts_with("<img "));
}

TEST_CASE("what is no list is a failure that says what was missing") {
  for (const char *body :
       {"", "<html>", "[]", "{}", R"({"comments":{}})", "null", "{\"comments\":[", "\xFF"}) {
    List list;
    const Failure failure = read_list(shipped_recipe(), {200, body}, list);
    CHECK(failure.kind == Kind::unreachable);
    CHECK_FALSE(failure.detail.empty());
  }
}

TEST_CASE("errors become the core's own") {
  CHECK(created(
            422,
            R"({"error":{"code":"invalid","message":"m","problems":[{"field":"email","code":"email_invalid"},
                        {"field":"nonsense","code":"missing"},{"field":"name","code":"nonsense"},7]}})")
            .problems.list() == std::vector<FieldProblem>{{Field::email, rules::Problem::email_invalid}});
  CHECK(created(403, R"({"error":{"code":"closed"}})").kind == Kind::closed);
  CHECK(created(422, R"({"error":{"code":"unknown_parent","message":"m"}})").kind == Kind::unknown_parent);
  CHECK(created(422, R"({"error":{"code":"else","message":"Because."}})").message == "Because.");
  CHECK(created(422, R"({"error":{"code":"else","message":"Because."}})").kind == Kind::refused);
  CHECK(created(409, R"({"error":{"code":"duplicate","message":"m"}})").kind == Kind::duplicate);
  const Failure slow_down = created(429, R"({"error":{"code":"slow_down","message":"m","seconds":12}})");
  CHECK(slow_down.kind == Kind::slow_down);
  CHECK(slow_down.seconds == 12);
  CHECK(created(429, R"({"error":{"code":"slow_down","seconds":2000000000}})").seconds == 3600);
  CHECK(created(429, R"({"error":{"code":"slow_down","seconds":-1}})").seconds == 1);
  CHECK(created(429, "").kind == Kind::busy);
  CHECK(created(503, R"({"error":{"code":"unavailable","message":"m"}})").kind == Kind::busy);
  CHECK(created(500, R"({"error":{"code":"internal","message":"m"}})").kind == Kind::unreachable);
  CHECK(created(404, "<html>not found").kind == Kind::unreachable);
  CHECK(created(no_reply, "").kind == Kind::unreachable);
  CHECK(created(no_network, "").kind == Kind::offline);
  CHECK(created(201, R"({"name":"no id"})").kind == Kind::unreachable);
  CHECK_FALSE(created(201, R"({"id":"1"})"));
}

TEST_CASE("what became of a subscription") {
  Subscribed subscribed{};
  CHECK_FALSE(read_subscribed(shipped_recipe(), {202, R"({"status":"pending"})"}, subscribed));
  CHECK(subscribed == Subscribed::pending);
  CHECK_FALSE(read_subscribed(shipped_recipe(), {200, R"({"status":"subscribed"})"}, subscribed));
  CHECK(subscribed == Subscribed::already);
  CHECK(read_subscribed(shipped_recipe(), {200, R"({"status":"else"})"}, subscribed).kind ==
        Kind::unreachable);
  CHECK(read_followers(shipped_recipe(), {200, R"({"followers":0})"}) == 0u);
  CHECK_FALSE(read_followers(shipped_recipe(), {200, R"({"followers":"many"})"}));
  CHECK_FALSE(read_followers(shipped_recipe(), {500, R"({"followers":1})"}));
}
