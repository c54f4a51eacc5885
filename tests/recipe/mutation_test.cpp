#include "afterword/backend/recipe.hpp"
#include "catch.hpp"
#include "check.hpp"
#include "command.hpp"
#include "outcome.hpp"
#include "parser.hpp"

#include <cstddef>
#include <random>
#include <sstream>
#include <string>

using namespace afterword;

namespace {

/// Pieces that mean something in a recipe.
constexpr const char *pieces[] = {
    "{",           "}",    "[",     "]",         ",",       ":",       "\"",
    "\\",          "/",    "~",     "{}",        "[]",      "\"\"",    "null",
    "true",        "0",    "-1",    "1e9",       "\"at\":", "\"is\":", "\"template\":",
    "\"\\u0000\"", "\xFF", "{page", "element:p", "header:", "\"\":",   "\"/0\"",
    "\"text:\""};

/// `text` with up to four pieces taken out, put in, or put in the place of others.
std::string mutate(std::string text, std::mt19937 &random) {
  for (auto times = random() % 4 + 1; times > 0 && !text.empty(); --times) {
    const std::size_t at = random() % text.size();
    const std::size_t size = random() % 12;
    if (random() % 3 == 0)
      text.erase(at, size);
    else if (random() % 3 == 0)
      text.insert(at, text.substr(random() % text.size(), size * 8));
    else
      text.replace(at, random() % 3, pieces[random() % std::size(pieces)]);
  }
  return text;
}

} // namespace

TEST_CASE("whatever becomes of a recipe, it is judged, and the core agrees", "[mutation]") {
  std::mt19937 random(1);
  recipe::Recording recording{"list", "GET", "http://a.example/c?page=2", {}, ""};
  recording.response = {
      200,
      R"([{"id":1,"parent":0,"content":{"rendered":"<p>a"},"author_name":"b","status":"hold"}])",
      {{"x-wp-total", "5"}},
      "http://a.example/?unapproved=1",
      true};
  std::size_t right = 0;
  for (const char *name : {"afterword", "wordpress"}) {
    const std::string shipped = test::read_file(std::string(AFTERWORD_ROOT "/web/recipes/") + name + ".json");
    REQUIRE_FALSE(shipped.empty());
    for (int i = 0; i < 400; ++i) {
      const std::string text = mutate(shipped, random);
      INFO(text);
      recipe::Value value;
      backend::Json json;
      const bool is_json = !recipe::parse(text, value);
      CHECK(backend::parse_json(text, json) == is_json);
      recipe::Report report("r.json", text);
      recipe::check(text, report);
      std::ostringstream out;
      report.print(out);
      CHECK(out.str().empty() == (report.mistakes() + report.warnings() == 0));
      const auto parsed = backend::Recipe::parse(text);
      if (report.mistakes() == 0)
        CHECK(parsed);
      right += report.mistakes() == 0 ? 1 : 0;
      if (!parsed)
        continue;
      for (const char *operation :
           {"list", "create", "subscribe", "followers", "edit", "me", "updates", "recent", "vote", "count"}) {
        recording.operation = operation;
        CHECK_FALSE(recipe::read(*parsed, recording).text.empty());
      }
    }
  }
  CHECK(right > 50);
}
