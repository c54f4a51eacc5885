#pragma once
/// @file Dates as text: RFC 3339 in, RFC 3339 in UTC out. Zones and words belong to the host.

#include "afterword/text/ascii.hpp"
#include "afterword/text/decimal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afterword::text {

/// Seconds since 1970-01-01T00:00:00Z.
using Seconds = std::int64_t;

namespace detail {

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar.
/// @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
constexpr std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) noexcept {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const auto year_of_era = static_cast<unsigned>(year - era * 400);
  const unsigned day_of_year = (153 * (month + (month > 2 ? -3u : 9u)) + 2) / 5 + day - 1;
  const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

constexpr unsigned days_in_month(unsigned year, unsigned month) noexcept {
  if (month == 2)
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Takes off the front of `rest` what looks like `pattern`, in which `0` stands for a digit; each run of
/// digits becomes one of `numbers`. False if `rest` looks otherwise.
constexpr bool take(std::string_view &rest, const char *pattern, unsigned *numbers) noexcept {
  for (; *pattern != '\0'; ++pattern) {
    if (rest.empty())
      return false;
    const char c = rest.front();
    rest.remove_prefix(1);
    const bool fits =
        *pattern == '0' ? is_ascii_digit(c) : to_ascii_lower(c) == *pattern || (c == ' ' && *pattern == 't');
    if (!fits)
      return false;
    if (*pattern == '0')
      *numbers = *numbers * 10 + static_cast<unsigned>(c - '0');
    else
      ++numbers;
  }
  return true;
}

} // namespace detail

/// The moment that an RFC 3339 date-time names; without a zone it is taken for UTC. Nothing if it is no
/// date-time. Fractions of a second are cut off.
/// @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
constexpr std::optional<Seconds> parse_date(std::string_view text) noexcept {
  unsigned parts[6]{}; // year, month, day, hour, minute, second
  if (!detail::take(text, "0000-00-00t00:00:00", parts))
    return std::nullopt;
  const auto [year, month, day, hour, minute, second] = parts;
  if (month < 1 || month > 12 || day < 1 || day > detail::days_in_month(year, month) || hour > 23 ||
      minute > 59 || second > 60)
    return std::nullopt;
  if (text.starts_with('.')) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
    if (end == 1)
      return std::nullopt;
    text.remove_prefix(end);
  }
  const std::int64_t moment = detail::days_from_civil(year, month, day) * 86400 + std::int64_t{hour} * 3600 +
                              std::int64_t{minute} * 60 + second;
  if (text.empty() || text == "Z" || text == "z")
    return moment;
  const bool is_west = text.starts_with('-');
  unsigned offset[3]{}; // nothing before the sign, hours, minutes
  if (text.size() != 6 || (!is_west && text.front() != '+') ||
      !detail::take(text, is_west ? "-00:00" : "+00:00", offset) || offset[1] > 23 || offset[2] > 59)
    return std::nullopt;
  const std::int64_t seconds = std::int64_t{offset[1]} * 3600 + std::int64_t{offset[2]} * 60;
  return is_west ? moment + seconds : moment - seconds;
}

/// The moment that `text` names as backends do: a date-time, or seconds or milliseconds since 1970. With
/// twelve digits they are milliseconds: seconds will have twelve in the year 5138.
constexpr std::optional<Seconds> parse_moment(std::string_view text) noexcept {
  const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
  if (size == 0 || size > 15 || (size < text.size() && text[size] != '.'))
    return parse_date(text);
  Seconds number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number = number * 10 + (text[i] - '0');
  return size < 12 ? number : number / 1000;
}

/// `moment` as `2026-11-24T10:00:00Z`. Years outside 0000 to 9999 have no such text, and give the empty one.
inline std::string format_date(Seconds moment) {
  const std::int64_t day = (moment >= 0 ? moment : moment - 86399) / 86400;
  const auto second = static_cast<unsigned>(moment - day * 86400);
  // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
  const std::int64_t shifted = day + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(shifted - era * 146097);
  const unsigned year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted_month = (5 * day_of_year + 2) / 153;
  const unsigned month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const std::int64_t year = static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 0 || year > 9999)
    return {};
  std::string out;
  const auto put = [&](unsigned value, unsigned digits) {
    const std::string text = decimal(value);
    out.append(digits - text.size(), '0');
    out += text;
  };
  put(static_cast<unsigned>(year), 4);
  out.push_back('-');
  put(month, 2);
  out.push_back('-');
  put(day_of_year - (153 * shifted_month + 2) / 5 + 1, 2);
  out.push_back('T');
  put(second / 3600, 2);
  out.push_back(':');
  put(second / 60 % 60, 2);
  out.push_back(':');
  put(second % 60, 2);
  out.push_back('Z');
  return out;
}

} // namespace afterword::text
