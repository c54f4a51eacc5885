#include "afterword/backend/request.hpp"
#include "afterword/backend/form.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <list>
#include <string>

using namespace afterword;
using namespace afterword::backend;

namespace {

Config config() {
  Config made;
  made.backend = "/api";
  made.page = "/a b";
  return made;
}

} // namespace

TEST_CASE("a recipe must be able to list or to subscribe") {
  CHECK_FALSE(Recipe::parse(""));
  CHECK_FALSE(Recipe::parse("[]"));
  CHECK_FALSE(Recipe::parse("{}"));
  CHECK_FALSE(Recipe::parse(R"({"list":{"url":7.5e}})"));
  CHECK(Recipe::parse(R"({"list":{"url":"x"}})"));
  CHECK(Recipe::parse(R"({"subscribe":{"url":"x"}})"));
}

TEST_CASE("the first list is a simple request; the next names its cursor") {
  const Recipe recipe = shipped_recipe();
  CHECK(list_request(recipe, variables(config())) ==
        Request{"GET", "/api/comments?page=%2Fa%20b&sort=oldest"});
  CHECK(list_request(recipe, variables(config()), "c&d").url ==
        "/api/comments?page=%2Fa%20b&sort=oldest&cursor=c%26d");
}

namespace {

/// The request that `operation`, JSON, writes for `draft`.
Request write(const std::string &operation, const Draft &draft = {}, const FormRules &rules = {}) {
  Json json;
  REQUIRE(parse_json(operation, json));
  Variables all = variables(config());
  all.draft = &draft;
  all.rules = &rules;
  return write_request(&json, all);
}

} // namespace

TEST_CASE("a draft is posted as the contract says") {
  Draft draft;
  draft.key = "k";
  draft.comment = "a \"b\"\n";
  draft.name = "{page}";
  draft.email = "a@b.c";
  draft.notify_posts = true;
  const FormRules rules;
  Variables all = variables(config());
  all.draft = &draft;
  all.rules = &rules;
  const Recipe recipe = shipped_recipe();
  const Request request = write_request(recipe.operation("create"), all);
  CHECK(request.method == "POST");
  CHECK(request.url == "/api/comments");
  CHECK(request.headers == std::list<Header>{{"content-type", "application/json"}});
  Json body;
  REQUIRE(parse_json(request.body, body));
  CHECK(find(body, "/parent")->type == Json::Type::null);
  CHECK(as_text(find(body, "/comment")) == "a \"b\"\n");
  CHECK(as_text(find(body, "/name")) == "{page}"); // a value is not a template
  CHECK(find(body, "/notify_comments")->type == Json::Type::boolean);
  CHECK(is_true(find(body, "/notify_posts")));
  draft.parent = "7";
  Json reply;
  REQUIRE(parse_json(write_request(recipe.operation("create"), all).body, reply));
  CHECK(as_text(find(reply, "/parent")) == "7");
}

TEST_CASE("a name can say what it is when it is empty, and what kind it is") {
  Draft draft;
  draft.name = "Ada";
  draft.parent = "12";
  draft.notify_posts = true;
  CHECK(
      write(
          R"({"url":"u","body":{"a":"{name|x}","b":"{email|x}","c":"{email|null}","d":"{#parent}","e":"{#name}",
      "f":"{#email}","g":"{#email|0}","h":"{email?}","i":"{name?}","j":"{notify_posts?yes}","k":"{remember?yes}",
      "l":"{remember}","m":"<p>{name}{email}{remember}</p>","n":"{nobody}","o":["{email?}",1,{"x":null}]}})",
          draft)
          .body ==
      R"({"a":"Ada","b":"x","c":null,"d":12,"e":"Ada","f":null,"g":0,"i":"Ada","j":"yes","l":false,"m":"<p>Ada</p>","n":"{nobody}","o":[1,{"x":null}]})");
}

TEST_CASE("a form is written with brackets, and with a name again") {
  Draft draft;
  draft.comment = "a & b\n";
  const Request request = write(
      R"({"url":"u","as":"form","body":{"comments":[{"html":"{comment}"}],"tag":["x","y"],"post[]":[1,2],"o":{"p":{"q":true}},
      "parent":"{parent|null}","gone":"{name?}"}})",
      draft);
  CHECK(request.body == "comments%5B0%5D%5Bhtml%5D=a%20%26%20b%0A&tag=x&tag=y&post%5B%5D=1&post%5B%5D=2&o%"
                        "5Bp%5D%5Bq%5D=true&parent=");
  CHECK(request.headers == std::list<Header>{{"content-type", "application/x-www-form-urlencoded"}});
}

TEST_CASE("a recipe's own fields are sent under its own names") {
  Json form;
  REQUIRE(parse_json(
      R"({"extra":[{"name":"city","type":"text"},{"name":"agree","type":"box"},{"name":"sort","type":"choice","options":["a"]}]})",
      form));
  const FormRules rules = read_form(form);
  Draft draft;
  *draft.text(Field::text1) = "Riga";
  *draft.text(Field::text2) = "a";
  *draft.box(Field::box1) = true;
  CHECK(write(R"({"url":"u","body":["{city}","{sort}","{agree}","{text1}"]})", draft, rules).body ==
        R"(["Riga","a",true,"{text1}"])");
}

TEST_CASE("a hostile recipe sends requests to the web, and does nothing else") {
  Draft draft;
  draft.comment = "a\r\nevil: 1";
  for (const char *url : {"javascript:alert(1)", "data:text/html,x", "mailto:a@b.c", "file:///etc/passwd",
                          " https://a.example/", "java\\tscript:alert(1)", "", "ftp://a.example/", "blob:x"})
    CHECK(write(std::string(R"({"url":")") + url + R"("})").url.empty());
  for (const char *url :
       {"https://a.example/b", "http://a.example/", "/b", "//a.example/b", "b", "{backend}/x"})
    CHECK_FALSE(write(std::string(R"({"url":")") + url + R"("})").url.empty());
  const Request request = write(
      R"({"url":"u","headers":{"X-A":"{comment}","b c":"x","d:":"x","":"x","e\r\nf":"x","cookie\u0000":"x"}})",
      draft);
  CHECK(request.headers == std::list<Header>{{"x-a", "aevil: 1"}});

  draft.comment.assign(60'000, 'x');
  std::string many;
  for (int i = 0; i < 6000; ++i)
    many += "{comment}";
  const std::string wide = R"({"url":"u","body":{"a":")" + many + R"(","b":")" + many + "\"}}";
  CHECK(write(wide, draft).url.empty());
  CHECK(write(R"({"url":"u)" + many + "\"}", draft).url.empty());
  const std::string braces(60'000, '{'); // in an instant, not in half a minute
  CHECK(write(R"({"url":"u","body":[")" + braces + R"("]})").body == "[\"" + braces + "\"]");
  std::string deep = "1";
  for (int i = 0; i < 100; ++i)
    deep = "[" + deep + "]";
  CHECK(write(R"({"url":"u","body":)" + deep + "}").body.size() <= 40);
  CHECK_FALSE(Recipe::parse(R"({"list":{"url":"x"},"y":")" + std::string(70'000, 'x') + "\"}"));
}

TEST_CASE("a template may be anything, and stays harmless") {
  const auto recipe = Recipe::parse(R"({"list":{"url":"{backend}{nobody}{page}{"}})");
  REQUIRE(recipe);
  CHECK(list_request(*recipe, variables(config())).url == "/api{nobody}%2Fa%20b{");
  const Request request = write(
      R"({"method":"PUT","url":"u","body":{"a":[1,-2.5,true,null,"{page}!","{name|null}","{","}","{}","{|}","{?}","{#}"]}})");
  CHECK(request.method == "PUT");
  CHECK(request.body == R"({"a":[1,-2.5,true,null,"/a b!",null,"{","}","{}","{|}","{?}","{#}"]})");
}

TEST_CASE("how a request is sent is said by the recipe") {
  const Request request = write(R"({"url":"u","send":"blind","elsewhere":"page","credentials":"include"})");
  CHECK(request.send == "blind");
  CHECK(request.elsewhere == "page");
  CHECK(request.credentials == "include");
}

TEST_CASE("the loader and the core write the same first URL") {
  Json vectors;
  REQUIRE(parse_json(read_file("tests/vectors/first_list.json"), vectors));
  REQUIRE(vectors.items.size() > 10);
  for (const Json &vector : vectors.items) {
    Config made;
    made.backend = as_text(find(vector, "/backend"));
    while (made.backend.ends_with('/'))
      made.backend.pop_back();
    made.page = as_text(find(vector, "/page"));
    Variables all = variables(made);
    all.named.push_back({"cursor", ""});
    if (const Json *sort = find(vector, "/sort"))
      all.named.push_back({"sort", sort->text});
    INFO(as_text(find(vector, "/case")));
    CHECK(expand(as_text(find(vector, "/template")), all, true) == as_text(find(vector, "/url")));
  }
}
