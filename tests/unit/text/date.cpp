#include "afterword/text/date.hpp"

#include "catch.hpp"

#include <string>

using namespace afterword::text;

namespace {

std::string in_utc(std::string_view text) {
  const auto moment = parse_date(text);
  return moment ? format_date(*moment) : "none";
}

} // namespace

TEST_CASE("RFC 3339 in, UTC out") {
  CHECK(in_utc("2026-11-24T10:00:00Z") == "2026-11-24T10:00:00Z");
  CHECK(in_utc("2026-11-24t10:00:00.123+02:00") == "2026-11-24T08:00:00Z");
  CHECK(in_utc("2026-12-31 23:30:00-01:00") == "2027-01-01T00:30:00Z");
  CHECK(in_utc("2024-02-29T12:00:00z") == "2024-02-29T12:00:00Z");
  CHECK(in_utc("1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
  CHECK(in_utc("0000-01-01T00:00:00Z") == "0000-01-01T00:00:00Z");
  CHECK(in_utc("2026-11-24T10:00:00") == "2026-11-24T10:00:00Z"); // without a zone it is UTC
  CHECK(in_utc("2026-11-24 10:00:00.5") == "2026-11-24T10:00:00Z");
  CHECK(parse_date("1970-01-01T00:00:00Z") == 0);
  CHECK(parse_date("2001-09-09T01:46:40Z") == 1'000'000'000);
}

TEST_CASE("what is no date is none") {
  for (const std::string_view text :
       {"", "x", "2026-11-24", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2025-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T10:60:00Z", "2026-11-24T10:00:00.Z",
        "2026-11-24T10:00:00+24:00", "2026-11-24T10:00:00+2:00", "2026-11-24T10:00:00Zx",
        "26-11-24T10:00:00Z", "2026-11-24T10:00:00*02:00"})
    CHECK(in_utc(text) == "none");
}

TEST_CASE("a moment can be a number of seconds or milliseconds") {
  CHECK(parse_moment("0") == 0);
  CHECK(parse_moment("1795449740") == 1795449740);
  CHECK(parse_moment("1795449740353") == 1795449740);
  CHECK(parse_moment("1343657840.25") == 1343657840);
  CHECK(parse_moment("99999999999") == 99999999999);
  CHECK(parse_moment("100000000000") == 100000000);
  CHECK(parse_moment("2026-11-24T10:00:00Z") == parse_date("2026-11-24T10:00:00Z"));
  for (const std::string_view text : {"", "-1", "12a", "1e9", ".5", "1234567890123456", "yesterday"})
    CHECK_FALSE(parse_moment(text));
}

TEST_CASE("a year that RFC 3339 cannot write gives no text") {
  CHECK(format_date(253402300800).empty());
  CHECK(format_date(-62167219201).empty());
}
