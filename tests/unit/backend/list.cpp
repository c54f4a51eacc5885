#include "afterword/backend/list.hpp"

#include "afterword/html/format.hpp"
#include "catch.hpp"
#include "recipe.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace afterword;
using namespace afterword::backend;
using Kind = Failure::Kind;

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
  REQUIRE(list.form);
  CHECK((*list.form)[Field::comment].length.max == 10);
  CHECK((*list.form)[Field::email].required);
  CHECK_FALSE((*list.form)[Field::name].shown);
}

TEST_CASE("a list tells the limits, and the unit that each is counted in") {
  List list;
  CHECK_FALSE(read_list(shipped_recipe(), {200, R"({"comments":[],"limits":{"links":2,"interval":15},"form":{
        "comment":{"max":9,"unit":"bytes"},"name":{"unit":"utf16"},"email":{"unit":"parsecs","international":true}}})"},
                        list));
  REQUIRE(list.form);
  const FormRules &form = *list.form;
  CHECK(form.links == 2u);
  CHECK(form.interval == 15);
  CHECK(form[Field::comment].length == rules::Length{0, 9, text::Unit::bytes});
  CHECK(form[Field::name].length.unit == text::Unit::utf16);
  CHECK(form[Field::email].length.unit == text::Unit::code_points);
  CHECK(form[Field::email].international);
  List other;
  CHECK_FALSE(
      read_list(shipped_recipe(), {200, R"({"comments":[],"limits":{"links":null},"form":{}})"}, other));
  CHECK_FALSE(other.form->links);
  CHECK(other.form->interval == 0);
}

TEST_CASE("names are made fit for a line, and images shown where the page allows them") {
  const char *body =
      R"({"comments":[{"id":1,"name":"A\u202eda\u0000  L","content":"<img src=https://a.example/b alt=x>"}]})";
  List list;
  CHECK_FALSE(read_list(shipped_recipe(), {200, body}, list));
  CHECK(list.comments.front().name == "Ada L");
  CHECK(list.comments.front().content.str() == "x");
  List shown;
  CHECK_FALSE(read_list(shipped_recipe(), {200, body}, shown, {html::Images::shown}));
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

namespace {

Recipe recipe(const std::string &text) {
  auto parsed = Recipe::parse(text);
  REQUIRE(parsed);
  return std::move(*parsed);
}

/// Ids and parents of a list: `1 2<1`.
std::string tree(const Recipe &recipe, std::string body) {
  List list;
  const Failure failure = read_list(recipe, {200, std::move(body)}, list);
  CHECK_FALSE(failure);
  std::string out;
  for (const Comment &comment : list.comments)
    out += (out.empty() ? "" : " ") + comment.id + (comment.parent.empty() ? "" : "<" + comment.parent);
  return out;
}

} // namespace

TEST_CASE("trees come flat, nested and wrapped") {
  const Recipe flat = recipe(
      R"({"list":{"url":"x","reply":{"comments":""}},"comment":{"id":"/id","parent":"/pid","top":["0","root"]}})");
  CHECK(
      tree(flat,
           R"([{"id":1,"pid":0},{"id":2,"pid":1},{"id":3,"pid":null},{"id":4,"pid":""},{"id":5,"pid":"root"},
                       {"id":6,"pid":false},{"id":7}])") == "1 2<1 3 4 5 6 7");
  const Recipe nested = recipe(
      R"({"list":{"url":"x","reply":{"comments":"/c"}},"comment":{"id":"/id","parent":"/to","replies":"/replies"}})");
  CHECK(
      tree(
          nested,
          R"({"c":[{"id":1,"replies":[{"id":2,"replies":[{"id":3}]},{"id":4,"to":2}]},{"id":5,"replies":null}]})") ==
      "1 2<1 3<2 4<2 5");
  CHECK(
      tree(
          nested,
          R"({"c":[{"id":1,"to":9},{"id":2,"replies":[{"id":3,"to":9},{"id":4,"to":3},{"id":5,"to":1}]}]})") ==
      "1<9 2 3<2 4<3 5<2"); // what 3 answers is not in its branch any more
  const Recipe reversed = recipe(
      R"({"list":{"url":"x","reply":{"comments":""}},"comment":{"id":"/id","parent":"/to","replies":"/replies","reversed":true}})");
  CHECK(tree(reversed, R"([{"id":1,"replies":[{"id":5,"to":3},{"id":4},{"id":3,"to":1}]},{"id":2}])") ==
        "1 3<1 4<1 5<3 2");
  const Recipe wrapped = recipe(
      R"({"list":{"url":"x","reply":{"comments":""}},"comment":{"inner":"/entry","id":"/id","replies":"/answers/list"}})");
  CHECK(
      tree(
          wrapped,
          R"([{"entry":{"id":1},"answers":{"list":[{"entry":{"id":2},"answers":{"list":[]}}]}},{"entry":{"id":3}}])") ==
      "1 2<1 3");
  std::string deep = "{\"id\":0}";
  for (int i = 1; i <= 200; ++i)
    deep = "{\"id\":" + std::to_string(i) + ",\"replies\":[" + deep + "]}";
  CHECK(tree(nested, "{\"c\":[" + deep + "]}").ends_with(" 1<2 0<1"));
}

TEST_CASE("a list that is refused because nobody may comment is a closed one") {
  const auto read = [](const char *closed, int status, List &list) {
    std::string text = R"({"list":{"url":"x","reply":{"comments":"/c","closed":)";
    text += closed;
    text += R"(}},"comment":{"id":"/id"},"errors":{"message":"/m"}})";
    return read_list(recipe(text.c_str()), {status, R"({"c":[],"m":"It is off."})"}, list);
  };
  List off;
  CHECK_FALSE(read(R"({"status":[405],"at":"/m","has":["off"]})", 405, off));
  CHECK(off.closed);
  CHECK(off.comments.empty());
  List other;
  CHECK(read(R"({"status":[405],"at":"/m","has":["gone"]})", 405, other).message == "It is off.");
  CHECK_FALSE(other.closed);
  List untold;
  CHECK(read(R"({"at":"/m","has":["off"]})", 405, untold).message == "It is off.");
  CHECK_FALSE(untold.closed);
  List always;
  CHECK(read("true", 500, always));
  CHECK_FALSE(always.closed);
  List open;
  CHECK_FALSE(read(R"({"status":[405],"at":"/m","has":["off"]})", 200, open));
  CHECK_FALSE(open.closed);
}

TEST_CASE("the next page is told, or counted") {
  const auto next = [](const std::string &reply, Response response, const std::string &cursor = {}) {
    List list;
    CHECK_FALSE(read_list(
        recipe(R"({"list":{"url":"x","reply":)" + reply + R"(},"comment":{"id":"/id","created":"/at"}})"),
        response, list, {}, cursor));
    return list.next;
  };
  const char *two = R"({"c":[{"id":1,"at":5},{"id":2,"at":7}],"left":3,"more":true,"n":4})";
  CHECK(next(R"({"comments":"/c","next":"/n"})", {200, two}) == "4");
  CHECK(next(R"({"comments":"/c","next":"/nothing"})", {200, two}).empty());
  const char *by_page = R"({"comments":"/c","by":"page","pages":"header:x-pages"})";
  CHECK(next(by_page, {200, two, {{"x-pages", "2"}}}) == "2");
  CHECK(next(by_page, {200, two, {{"x-pages", "2"}}}, "2").empty());
  CHECK(next(by_page, {200, two, {{"x-pages", "9"}}}, "8") == "9");
  CHECK(next(R"({"comments":"/c","by":"page","size":2})", {200, two}) == "2");
  CHECK(next(R"({"comments":"/c","by":"page","size":3})", {200, two}).empty());
  CHECK(next(R"({"comments":"/c","by":"offset","more":"/left"})", {200, two}, "10") == "12");
  CHECK(next(R"({"comments":"/c","by":"key","next":"/at","more":"/more"})", {200, two}) == "7");
  CHECK(
      next(R"({"comments":"/c","by":"page","more":true})", {200, R"({"c":[]})"}).empty()); // no end otherwise
}

TEST_CASE("totals stand in a header, in the body, or nowhere") {
  List list;
  const Recipe in_header = recipe(R"({"list":{"url":"x","reply":{"comments":"","total":"header:x-total"}}})");
  CHECK_FALSE(read_list(in_header, {200, "[{}]", {{"x-total", "40"}}}, list));
  CHECK(list.total == 40);
  List hidden;
  CHECK_FALSE(read_list(in_header, {200, "[{},{}]"}, hidden));
  CHECK(hidden.total == 2);
}

TEST_CASE("a comment's values come in every form that backends use") {
  const Recipe made = recipe(R"({"list":{"url":"x","reply":{"comments":""}},"comment":{"id":["/_id","/id"],
      "name":{"template":"{/first} {/last}"},"created":"/at","content":"/text","format":"text","escaped":true,
      "held":"/waiting","deleted":{"at":"/state","is":["gone"]},"pinned":"/top","own":{"at":"/who","is":["me"]}}})");
  List list;
  CHECK_FALSE(read_list(made, {200, R"([
      {"id":1,"first":"Tom &amp;","last":"<b>Jerry</b>","at":"1795449740353","text":"a <b>\n\nc","waiting":true,"top":1},
      {"_id":"x","id":2,"at":1795449740,"waiting":0,"state":"gone","who":"me","top":false},
      {"id":3,"at":1795449740.25},{"id":4,"at":"2026-11-24T10:00:00"},{"id":5,"at":"2026-11-24 10:00:00.5+02:00"}])"},
                        list, {html::Images::as_text, html::format_text}));
  const std::vector<Comment> all(list.comments.begin(), list.comments.end());
  REQUIRE(all.size() == 5);
  CHECK(all[0].id == "1");
  CHECK(all[0].name == "Tom & Jerry");
  CHECK(all[0].content.str() == "<p>a &lt;b&gt;</p><p>c</p>");
  CHECK(all[0].created == "2026-11-23T16:02:20Z");
  CHECK(all[0].status == Comment::Status::held);
  CHECK(all[0].pinned);
  CHECK_FALSE(all[0].own);
  CHECK(all[1].id == "x");
  CHECK(all[1].created == "2026-11-23T16:02:20Z");
  CHECK(all[1].status == Comment::Status::deleted);
  CHECK(all[1].own);
  CHECK_FALSE(all[1].pinned);
  CHECK(all[2].created == "2026-11-23T16:02:20Z");
  CHECK(all[3].created == "2026-11-24T10:00:00Z");
  CHECK(all[4].created == "2026-11-24T08:00:00Z");
}

TEST_CASE("a list that failed says why in the backend's words") {
  List list;
  const Failure refused =
      read_list(shipped_recipe(), {403, R"({"error":{"code":"x","message":"Members only."}})"}, list);
  CHECK(refused.message == "Members only.");
  CHECK(refused.kind == Kind::refused);
  const Recipe always = recipe(
      R"({"list":{"url":"x","reply":{"comments":"/data"}},"errors":{"failed":{"at":"/errno","not":["0"]},"message":"/errmsg"}})");
  CHECK(read_list(always, {200, R"({"errno":7,"errmsg":"No.","data":[]})"}, list).message == "No.");
  CHECK_FALSE(read_list(always, {200, R"({"errno":0,"data":[]})"}, list));
}

TEST_CASE("what a misconfigured backend answers is told with the pointer that failed") {
  List list;
  const auto detail = [&](Response response) { return read_list(shipped_recipe(), response, list).detail; };
  CHECK(detail({200, "<html>It works!"}) == "the reply is not JSON, so it has nothing at \"/comments\", "
                                            "where the recipe's /list/reply/comments should stand");
  CHECK(detail({200, R"({"items":[]})"}) ==
        "the reply has nothing at \"/comments\", where the recipe's /list/reply/comments should stand");
  CHECK(detail({too_large}) == "the reply is too large");
  CHECK(detail({not_written}) == "the recipe writes no request that may be sent");
  CHECK(detail({502, "<html>"}) == "HTTP 502");
}
