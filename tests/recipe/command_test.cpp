#include "catch.hpp"
#include "command.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace afterword::test;

namespace {

const std::string least = R"({
  "list": { "url": "{backend}/c", "reply": { "comments": "" } },
  "comment": { "id": "/id", "content": "/content" })";

/// The command's word on a recipe, and that it is one line of `expected`.
void check_mistake(const std::string &recipe, const std::string &expected) {
  const Folder folder;
  const std::string path = folder.write("r.json", recipe);
  const Finished checked = run({"check", path});
  CHECK(checked.status == 1);
  CHECK(checked.out == path + ": 1 mistake, 0 warnings\n");
  CHECK(checked.err == path + ":" + expected + "\n");
}

} // namespace

TEST_CASE("a recipe that is right is said to be", "[command]") {
  const std::string path = AFTERWORD_ROOT "/web/recipes/afterword.json";
  const Finished checked = run({"check", path});
  CHECK(checked.status == 0);
  CHECK(checked.out == path + ": 0 mistakes, 0 warnings\n");
  CHECK(checked.err.empty());
}

TEST_CASE("a mistake is told with its place", "[command]") {
  check_mistake(least + ",\n  \"create\": { \"url\": \"/c\",\n    \"elsewhere\": \"pages\" } }",
                R"(5:18: /create/elsewhere: "pages" is none of fetch, page, blind)");
  check_mistake(
      least + ",\n  \"errors\": { \"fields\": { \"at\": \"/ä\", \"ätt\": 1 } } }",
      "4:39: /errors/fields/ätt: there is no member \"ätt\" here; there are at, field, problem, message");
  check_mistake(least + ",\n  \"create\": { \"ulr\": \"/c\" } }",
                R"(4:15: /create/ulr: there is no member "ulr" here; did you mean "url"?)");
}

TEST_CASE("what is no JSON is told with its place, and what was expected", "[command]") {
  check_mistake(least + ",\n  \"create\" { } }",
                R"(4:12: expected a colon after "create", but { stands here)");
  check_mistake(least, "3:52: expected a comma or }, but the file ends here");
  check_mistake(least + ",\n  }", "4:3: expected the name of a member after the comma, but } stands here");
  check_mistake(least + ",\n  \"name\": \"ä\", \"x\": tru }", "4:21: invalid literal");
  check_mistake("", "1:1: expected a value, but the file ends here");
}

TEST_CASE("a hostile recipe is refused, and cannot reach the terminal", "[command]") {
  check_mistake(
      least + R"j(, "create": { "url": "javascript:alert(1)" } })j",
      R"j(3:73: /create/url: "javascript:alert(1)" is no URL that may be used: it must be http(s), )j"
      "or relative to the page");
  check_mistake(least + R"(, "create": { "url": "/c", "headers": { "a": "b\r\nc: d" } } })",
                "3:97: /create/headers/a: a header holds no control characters");
  check_mistake(least + R"(, "name": ")" + std::string(65536, 'x') + "\" }",
                "1:1: is larger than 65536 bytes; such recipes are refused");
  check_mistake(std::string(600, '['), "1:513: is nested more than 512 deep");
  check_mistake(
      least + R"(, "create": { "url": "/c", "method": "\u001b[2J\u202eTEG" } })",
      R"(3:89: /create/method: "\u001b[2J\u202eTEG" is none of GET, HEAD, POST, PUT, PATCH, DELETE)");
}

TEST_CASE("of ten thousand mistakes a hundred are told", "[command]") {
  std::string recipe = least;
  for (int i = 0; i < 5000; ++i)
    recipe += ",\"x\":1";
  const Folder folder;
  const Finished checked = run({"check", folder.write("r.json", recipe + "}")});
  CHECK(checked.status == 1);
  CHECK(std::count(checked.err.begin(), checked.err.end(), '\n') == 101);
  CHECK(checked.err.ends_with("and 4900 more\n"));
}

TEST_CASE("a recipe of nothing but braces does not take long", "[command]") {
  const Folder folder;
  const auto start = std::chrono::steady_clock::now();
  const std::string body = std::string(60000, '{') + "}";
  CHECK(run({"check",
             folder.write("r.json", least + R"(, "create": { "url": "/c", "body": ")" + body + "\" } }")})
            .status == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("a command line that makes no sense is one clear line", "[command]") {
  const std::vector<std::vector<std::string>> lines = {{},
                                                       {"dance"},
                                                       {"check"},
                                                       {"check", "a", "b"},
                                                       {"check", "a", "--replies"},
                                                       {"check", "a", "--replies="},
                                                       {"check", "a", "--colour"}};
  for (const auto &line : lines) {
    CAPTURE(line);
    const Finished failed = run(line);
    CHECK(failed.status == 2);
    CHECK(failed.err.starts_with("afterword-recipe: "));
    CHECK(std::count(failed.err.begin(), failed.err.end(), '\n') == 1);
    CHECK(failed.out.empty());
  }
  CHECK(run({"--help"}).status == 0);
  CHECK(run({"--help"}).out.find("--replies DIR") != std::string::npos);
}

TEST_CASE("what cannot be read is one clear line", "[command]") {
  const Folder folder;
  const std::string recipe = AFTERWORD_ROOT "/web/recipes/afterword.json";
  CHECK(run({"check", folder.path("none.json")}).err ==
        "afterword-recipe: cannot read " + folder.path("none.json") + "\n");
  CHECK(run({"check", folder.path("")}).status == 1);
  const Finished none = run({"check", recipe, "--replies", folder.path("none")});
  CHECK(none.status == 1);
  CHECK(none.err.starts_with("afterword-recipe: cannot read the folder"));
  CHECK(run({"check", recipe, "--replies", folder.path("")})
            .err.starts_with("afterword-recipe: there is no recorded reply"));
}
