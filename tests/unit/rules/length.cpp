#include "afterword/rules/length.hpp"

#include "catch.hpp"

using namespace afterword::rules;
using afterword::text::Unit;

TEST_CASE("a text is missing, invisible, too long or too short") {
  CHECK(check_text("  ", true, {}) == Problem::missing);
  CHECK(check_text("", false, {}) == std::nullopt);
  CHECK(check_text("\xE2\x80\x8B", false, {}) == Problem::invisible);
  CHECK(check_text(" \xC3\xA9\xC3\xA9 ", true, {0, 2, Unit::code_points}) == std::nullopt);
  CHECK(check_text("\xC3\xA9\xC3\xA9", true, {0, 2, Unit::bytes}) == Problem::too_long);
  CHECK(check_text("abc", true, {0, 2, Unit::utf16}) == Problem::too_long);
  CHECK(check_text("a", true, {2, 0, Unit::utf16}) == Problem::too_short);
}

TEST_CASE("every problem has a code of its own, and the code leads back") {
  for (std::size_t i = 0; i < problem_codes.size(); ++i)
    CHECK(problem_of(code(static_cast<Problem>(i))) == static_cast<Problem>(i));
  CHECK_FALSE(problem_of("nonsense"));
}
