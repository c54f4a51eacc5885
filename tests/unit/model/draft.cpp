#include "afterword/model/draft.hpp"

#include "afterword/model/config.hpp"
#include "catch.hpp"

using namespace afterword;
using rules::Problem;

TEST_CASE("a draft is checked field by field, in their order") {
  CHECK(check(Draft{}, FormRules{}).list() == std::vector<FieldProblem>{{Field::comment, Problem::missing},
                                                                        {Field::name, Problem::missing},
                                                                        {Field::email, Problem::missing}});
  Draft draft;
  draft.comment = "Hello";
  draft.name = "Ada";
  draft.email = "ada@";
  draft.website = "javascript:x";
  const Problems problems = check(draft, FormRules{});
  CHECK(problems.count() == 2);
  CHECK(problems.first() == Field::email);
  CHECK(problems[Field::website] == Problem::website_invalid);
  FormRules rules;
  rules[Field::email].shown = false;
  rules[Field::website].shown = false;
  CHECK(check(draft, rules).empty());
}

TEST_CASE("a name that nothing is left of, once it is fit for a line, is missing") {
  FormRules rules;
  CHECK(check(Field::name, "\xCC\x81\xCC\x81", rules[Field::name]) == Problem::missing);
  CHECK(check(Field::name, "\xE2\x80\x8B", rules[Field::name]) == Problem::invisible);
  CHECK_FALSE(check(Field::name,
                    "A\xCC\x81"
                    "da",
                    rules[Field::name]));
  rules[Field::name].required = false;
  CHECK_FALSE(check(Field::name, "\xCC\x81", rules[Field::name]));
}

TEST_CASE("a draft is sent trimmed, completed, and without what was not asked") {
  Draft draft;
  draft.comment = " a\n";
  draft.website = "a.example";
  draft.name = "x";
  draft.notify_posts = true;
  FormRules rules;
  rules[Field::name].shown = false;
  rules[Field::notify_posts].shown = false;
  const Draft sent = normalize(draft, rules);
  CHECK(sent.comment == "a");
  CHECK(sent.website == "https://a.example");
  CHECK(sent.name.empty());
  CHECK_FALSE(sent.notify_posts);
}

TEST_CASE("an owner narrows what the backend allows, but not what it requires") {
  Config config;
  config.fields.emplace();
  (*config.fields)[static_cast<std::size_t>(Field::website)] = true;
  config.required[static_cast<std::size_t>(Field::website)] = true;
  config.required[static_cast<std::size_t>(Field::remember)] = true;
  const FormRules rules = narrow({}, config);
  CHECK(rules[Field::email].shown);
  CHECK(rules[Field::website].required);
  CHECK_FALSE(rules[Field::remember].shown);
  CHECK_FALSE(rules[Field::remember].required);
}
