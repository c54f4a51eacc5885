#include "afterword/text/fold.hpp"
#include "catch.hpp"

#include <string>
#include <utility>

using afterword::text::fold;

TEST_CASE("capitals fold to their small letters, in the alphabets that have such") {
  for (const auto &[capital, small] : {std::pair<std::string, std::string>{"ABCXYZ", "abcxyz"},
                                       {"ÄÖÜÉÑÞ", "äöüéñþ"},
                                       {"ŁŃŐŠŽŒ", "łńőšžœ"},
                                       {"ΑΒΓΩ", "αβγω"},
                                       {"ЖЩЯЁЇ", "жщяёї"},
                                       {"ẤỆḀ", "ấệḁ"},
                                       {"Σίσυφος ΣΊΣΥΦΟΣ", "σίσυφοσ σΊσυφοσ"}})
    CHECK(fold(capital) == small);
}

TEST_CASE("what has no case, or no letter of its own for the other, stays as it is") {
  for (const char *text : {"", "abc", "×÷", "ß", "ı", "日本", "مرحبا", "שלום", "🙂", "123 _-"})
    CHECK(fold(text) == text);
}

TEST_CASE("a letter keeps its length in bytes") {
  std::string all;
  for (char32_t c = 1; c < 0x2000; ++c)
    afterword::text::append(all, c);
  CHECK(fold(all).size() == all.size());
  CHECK(fold(fold(all)) == fold(all));
}

TEST_CASE("ill-formed bytes fold to what they read as") {
  CHECK(fold("A\xC3") == "a\uFFFD");
}
