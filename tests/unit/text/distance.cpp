#include "afterword/text/distance.hpp"

#include "catch.hpp"

#include <string>

using namespace afterword::text;

TEST_CASE("a distance counts slips of the finger") {
  const struct {
    std::string_view a;
    std::string_view b;
    std::size_t slips;
  } cases[] = {
      {"", "", 0},
      {"", "abc", 3},
      {"gmail", "gmail", 0},
      {"gmial", "gmail", 1}, // swapped
      {"gmal", "gmail", 1},  // left out
      {"gmaill", "gmail", 1},
      {"gnail", "gmail", 1},
      {"agmil", "gmail", 2},
      {"ca", "abc", 3}, // no letter is moved twice: this is what makes the alignment "optimal string"
      {"kitten", "sitting", 3},
      {"a cat", "an act", 2},
  };
  for (const auto &[a, b, slips] : cases) {
    INFO(a << " and " << b);
    CHECK(distance(a, b) == slips);
    CHECK(distance(b, a) == slips);
  }
  static_assert(distance("ab", "ba") == 1);
}

TEST_CASE("words have a longest") {
  const std::string longest(longest_compared, 'a');
  CHECK(distance(longest, longest.substr(1)) == 1);
  CHECK(distance(longest, std::string(longest_compared, 'b')) == longest_compared);
  CHECK(distance(longest + "a", longest) == longest_compared + 1);
  CHECK(distance(longest + "a", longest + "a") == 0);
}
