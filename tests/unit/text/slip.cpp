#include "afterword/text/slip.hpp"

#include "catch.hpp"

using namespace afterword::text;

TEST_CASE("one slip of the finger is told from none and from more") {
  const struct {
    std::string_view a;
    std::string_view b;
    bool slip;
  } cases[] = {
      {"gmail", "gmail", false}, {"", "", false},          {"", "a", true},
      {"gmial", "gmail", true}, // swapped
      {"gmal", "gmail", true},  // left out
      {"gmaill", "gmail", true}, {"gnail", "gmail", true}, {"agmil", "gmail", false},
      {"ca", "abc", false},      {"", "ab", false},        {"mgail", "gmail", true},
      {"gmali", "gmail", true},  {"aab", "ab", true},      {"abab", "ab", false},
  };
  for (const auto &[a, b, slip] : cases) {
    INFO(a << " and " << b);
    CHECK(is_one_slip(a, b) == slip);
    CHECK(is_one_slip(b, a) == slip);
  }
  static_assert(is_one_slip("ab", "ba"));
}
