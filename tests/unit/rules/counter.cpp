#include "afterword/rules/counter.hpp"

#include "catch.hpp"

#include <string>

using namespace afterword::rules;
using afterword::text::Unit;

TEST_CASE("what remains is counted in the backend's unit, and may be less than nothing") {
  const std::string value = " a\xC3\xA9\xF0\x9F\x98\x80 "; // a, é, an emoji
  CHECK(remaining(value, {0, 7, Unit::bytes}) == 0);
  CHECK(remaining(value, {0, 7, Unit::code_points}) == 4);
  CHECK(remaining(value, {0, 3, Unit::utf16}) == -1);
}

TEST_CASE("what remains is below nothing exactly when the text is too long") {
  for (std::size_t size = 1; size < 40; ++size)
    for (const Unit unit : {Unit::bytes, Unit::code_points, Unit::utf16}) {
      std::string value;
      while (value.size() < size)
        value += "\xF0\x9F\x98\x80";
      const Length length{0, 5, unit};
      CHECK((remaining(value, length) < 0) == (check_text(value, true, length) == Problem::too_long));
    }
}

TEST_CASE("a counter appears near the limit") {
  CHECK(counter_begins(65'525) == 200);
  CHECK(counter_begins(500) == 50);
  CHECK(counter_begins(100) == 20);
  const Length length{0, 500, Unit::code_points};
  CHECK_FALSE(counter("", length));
  CHECK_FALSE(counter(std::string(449, 'a'), length));
  CHECK(counter(std::string(450, 'a'), length) == 50);
  CHECK(counter(std::string(500, 'a'), length) == 0);
  CHECK(counter(std::string(503, 'a'), length) == -3);
  std::string wide;
  for (int i = 0; i < 449; ++i)
    wide += "\xE4\xB8\x96"; // more bytes than the limit, but far fewer characters
  CHECK_FALSE(counter(wide, length));
  CHECK(counter(wide + "\xE4\xB8\x96", length) == 50);
}

TEST_CASE("a counter never shows an untouched field, nor a limit that is none") {
  CHECK_FALSE(counter("", {0, 10, Unit::bytes}));
  CHECK(counter("a", {0, 10, Unit::bytes}) == 9);
  CHECK_FALSE(counter(std::string(1'000'000, 'a'), {}));
}
