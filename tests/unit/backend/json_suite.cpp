#include "afterword/backend/answer.hpp"

#include "catch.hpp"
#include "corpora.hpp"
#include "recipe.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

using namespace afterword::backend;

namespace {

/// What must become of text that is no JSON, when it comes as a reply.
void check_not_json(const std::string &text) {
  List list;
  const Failure read = read_list(shipped_recipe(), {200, text}, list);
  CHECK(read.kind == Failure::Kind::unreachable);
  CHECK(read.detail.starts_with("the reply is not JSON"));
  CHECK(list.comments.empty());
  const Failure failed = read_list(shipped_recipe(), {500, text}, list);
  CHECK(failed.kind == Failure::Kind::unreachable);
  CHECK(failed.detail == "HTTP 500");
}

/// What must become of JSON that is no list: none of the files has comments.
void check_no_list(const std::string &text) {
  List list;
  CHECK(read_list(shipped_recipe(), {200, text}, list).detail.starts_with("the reply has nothing at"));
}

} // namespace

/// @see https://github.com/nst/JSONTestSuite
TEST_CASE("the JSON test suite", "[corpora]") {
  const auto suite = find_corpus("json-test-suite");
  if (!suite)
    return;
  std::map<char, std::size_t> files;
  for (const char *folder : {"test_parsing", "test_transform"}) {
    for (const auto &entry : std::filesystem::directory_iterator(*suite / folder)) {
      const std::string name = entry.path().filename().string();
      const std::string text = read_case(entry.path());
      INFO(name);
      // Those of the second folder, and those that begin with i, may be read or not: only not with a crash.
      const char verdict = folder == std::string("test_parsing") ? name[0] : '-';
      Json json;
      const bool is_json = parse_json(text, json);
      CHECK((verdict != 'y' || is_json));
      CHECK((verdict != 'n' || !is_json));
      is_json ? check_no_list(text) : check_not_json(text);
      ++files[verdict];
    }
  }
  CHECK(files == std::map<char, std::size_t>{{'y', 95}, {'n', 188}, {'i', 35}, {'-', 22}});
}
