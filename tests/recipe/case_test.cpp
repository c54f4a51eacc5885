#include "catch.hpp"
#include "check.hpp"
#include "command.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace afterword;
using nlohmann::json;

namespace {

/// What the command says of `text`, a line each.
std::string judge(const std::string &text, recipe::Report &report) {
  recipe::check(text, report);
  std::ostringstream out;
  report.print(out);
  return out.str();
}

/// Text of a member, or an empty one.
std::string string(const json &object, const char *name) {
  return object.value(name, std::string());
}

/// A pointer as it is printed, without the line breaks that one of the cases has.
std::string printed(std::string pointer) {
  for (const auto &[raw, escaped] : {std::pair{"\r", "\\u000d"}, std::pair{"\n", "\\u000a"}})
    if (const std::size_t at = pointer.find(raw); at != std::string::npos)
      pointer.replace(at, 1, escaped);
  return pointer;
}

} // namespace

TEST_CASE("the command judges every case as it says, and as the schema does", "[cases]") {
  const json vectors = json::parse(test::read_file(AFTERWORD_ROOT "/tests/vectors/recipes.json"));
  std::size_t refused = 0;
  for (const json &each : vectors.at("cases")) {
    json document = vectors.at("base");
    document.update(each.at("recipe"));
    for (auto member = document.begin(); member != document.end();)
      member = member->is_null() ? document.erase(member) : std::next(member);
    recipe::Report report("r.json", document.dump(1));
    const std::string said = judge(document.dump(1), report);
    INFO(each.at("case") << "\n" << said);
    const bool is_wrong = each.contains("at");
    refused += is_wrong ? 1 : 0;
    CHECK(report.mistakes() == (is_wrong ? 1 : 0));
    CHECK(report.warnings() == (each.contains("warns") ? 1 : 0));
    const std::string pointer = printed(string(each, is_wrong ? "at" : "warns"));
    if (!pointer.empty())
      CHECK(said.find((is_wrong ? ": " : ": warning: ") + pointer + ": ") != std::string::npos);
    CHECK(said.find(string(each, "says")) != std::string::npos);
  }
  CHECK(refused > 80);
}

TEST_CASE("every preset is right, and the tutorial's recipe", "[cases]") {
  std::vector<std::filesystem::path> recipes = {AFTERWORD_ROOT "/tests/backends/guestbook/guestbook.json"};
  for (const auto &entry : std::filesystem::directory_iterator(AFTERWORD_ROOT "/web/recipes"))
    if (entry.path().extension() == ".json" && entry.path().stem().extension() != ".schema")
      recipes.push_back(entry.path());
  CHECK(recipes.size() >= 3);
  for (const auto &path : recipes) {
    const std::string text = test::read_file(path);
    recipe::Report report(path.filename(), text);
    CHECK(judge(text, report).empty());
  }
}
