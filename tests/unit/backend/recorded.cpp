/// @file No backend that was recorded is forgotten.

#include "fixture.hpp"

#include <set>

TEST_CASE("whatever was recorded is read by a recipe") {
  std::set<std::string> folders;
  for (const auto &entry :
       std::filesystem::directory_iterator(std::filesystem::path(AFTERWORD_ROOT) / "tests/backends/fixtures"))
    folders.insert(entry.path().filename().string());
  // Those of the presets by the tables beside this file, the guestbook's by tests/recipe.
  CHECK(folders == std::set<std::string>{"ghost", "guestbook", "waline", "wordpress", "wordpress-6.5"});
}
