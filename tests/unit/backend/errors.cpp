#include "afterword/backend/errors.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace afterword;
using namespace afterword::backend;
using Kind = Failure::Kind;

namespace {

Failure check(const Recipe &recipe, const Response &response) {
  return check_reply(recipe, Reply(response));
}

Failure created(int status, std::string body) {
  return check(shipped_recipe(), {status, std::move(body)});
}

Failure read(const std::string &errors, const Response &response) {
  const auto recipe = Recipe::parse(R"({"list":{"url":"x"},"errors":)" + errors + "}");
  REQUIRE(recipe);
  return check(*recipe, response);
}

} // namespace

TEST_CASE("errors become the core's own") {
  CHECK(created(
            422,
            R"({"error":{"code":"invalid","message":"m","problems":[{"field":"email","code":"email_invalid"},
                        {"field":"nonsense","code":"missing"},7]}})")
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
  CHECK(created(500, R"({"error":{"code":"internal","message":"It is Monday."}})").kind == Kind::refused);
  CHECK(created(401, "").kind == Kind::login);
  CHECK(created(404, "<html>not found").kind == Kind::unreachable);
  CHECK(created(no_reply, "").kind == Kind::unreachable);
  CHECK(created(no_network, "").kind == Kind::offline);
  CHECK(created(went_there, "").kind == Kind::returned);
  CHECK_FALSE(created(201, R"({"id":"1"})"));
  CHECK_FALSE(created(unseen, ""));
}

TEST_CASE("a pause stands in a header, in the body, or in the rule") {
  CHECK(read("{}", {429, "", {{"retry-after", "30"}}}).kind == Kind::slow_down);
  CHECK(read("{}", {429, "", {{"retry-after", "30"}}}).seconds == 30);
  CHECK(read("{}", {429, "", {{"retry-after", "Wed, 21 Oct 2026 07:28:00 GMT"}}}).kind == Kind::busy);
  const char *rules = R"({"code":"/c","rules":[{"is":["a"],"kind":"slow_down","seconds":60},
                                               {"is":["b"],"kind":"slow_down","seconds":"/wait"}]})";
  CHECK(read(rules, {400, R"({"c":"a"})"}).seconds == 60);
  CHECK(read(rules, {400, R"({"c":"b","wait":"7"})"}).seconds == 7);
}

TEST_CASE("rules look at code, status, words, and whatever place they name") {
  const char *rules = R"({"code":"/code","message":"/text","failed":{"at":"/ok","not":["true"]},"rules":[
      {"status":[403],"is":["5"],"kind":"closed"},{"at":"/text","has":["too fast","zu schnell"],"kind":"slow_down"},
      {"status":[200],"at":"/state","is":["trash"],"kind":"spam"},{"at":"header:x-why","is":["captcha"],"kind":"captcha"},
      {"is":["6"],"kind":"no kind at all"}]})";
  CHECK(read(rules, {403, R"({"code":5})"}).kind == Kind::closed);
  CHECK(read(rules, {400, R"({"code":5,"text":"m"})"}).kind == Kind::refused);
  CHECK(read(rules, {200, R"({"ok":false,"text":"Much too fast!"})"}).kind == Kind::slow_down);
  CHECK(read(rules, {200, R"({"ok":true,"text":"Much too fast!"})"}).kind == Kind::none); // it succeeded
  CHECK(read(rules, {200, R"({"ok":true,"state":"trash"})"}).kind == Kind::spam);
  CHECK(read(rules, {400, "", {{"x-why", "captcha"}}}).kind == Kind::captcha);
  CHECK(read(rules, {400, R"({"code":6,"text":"m"})"}).kind == Kind::refused);
  CHECK(read(rules, {200, ""}).kind == Kind::unreachable); // neither yes nor a reason
  const char *wordless = R"({"code":"/code","fields":{"at":"/f"},"rules":[{"is":["no"],"kind":"refused"}]})";
  CHECK(read(wordless, {400, R"({"code":"no","f":{"name":"x"}})"}).message == "no");
  CHECK(read(wordless, {400, R"({"code":"no","f":{"name":"x"}})"}).problems.empty());
}

TEST_CASE("problems are told field by field, in one of several shapes") {
  const char *by_name =
      R"({"message":"/message","fields":{"at":"/params"},"names":{"author_email":"email","text":"comment"}})";
  const Failure failure = read(
      by_name, {400, R"({"message":"m","params":{"author_email":"No such address.","text":"","else":"x"}})"});
  CHECK(failure.kind == Kind::invalid);
  CHECK(failure.problems[Field::email] == rules::Problem::refused);
  CHECK(failure.words == Words{{"email", "No such address."}});
  CHECK(failure.problems[Field::comment] == rules::Problem::missing);
  CHECK(failure.problems.count() == 2);
  CHECK(read(by_name, {400, R"({"params":["author_email","name"]})"}).problems.list() ==
        std::vector<FieldProblem>{{Field::name, rules::Problem::missing},
                                  {Field::email, rules::Problem::email_invalid}});
  const char *by_rule = R"({"code":"/code","message":"/message","rules":[
      {"is":["mail"],"kind":"field","field":"email","problem":"email_invalid"},{"is":["long"],"kind":"field","field":"comment"},
      {"is":["lost"],"kind":"field"}]})";
  CHECK(read(by_rule, {400, R"({"code":"mail"})"}).problems[Field::email] == rules::Problem::email_invalid);
  CHECK(read(by_rule, {400, R"({"code":"long","message":"Too long."})"}).words ==
        Words{{"comment", "Too long."}});
  CHECK(read(by_rule, {400, R"({"code":"lost","message":"m"})"}).kind == Kind::refused);
}

TEST_CASE("words that come as HTML are shown as text") {
  CHECK(read(R"({"escaped":true,"fields":{"at":"/f"}})",
             {400, R"({"f":{"name":"A &quot;&amp;&quot; takes <b>five</b>."}})"})
            .words == Words{{"name", "A \"&\" takes five."}});
  CHECK(read(R"({"message":"/m","escaped":true})",
             {400, R"({"m":"<p><strong>Error:</strong> Tom &amp; Jerry<script>x()</script></p>"})"})
            .message == "Error: Tom & Jerry");
  CHECK(read(R"({"message":["/m","element:p"]})",
             {403, "<!doctype html><title>403</title><h1>Forbidden</h1><p>IP: <b>rate</b>limit "
                   "exceeded</p><p>else</p>"})
            .message == "IP: ratelimit exceeded");
}
