#include "list_cursor.hpp"

#include "error.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace afterword::demo {

namespace {

/// The numbers that stand between dashes in `text`; nothing if anything else does.
std::optional<std::vector<long long>> read_numbers(std::string_view text) {
  std::vector<long long> numbers;
  while (true) {
    const std::string_view digits = text.substr(0, text.find('-'));
    long long number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
      return std::nullopt;
    numbers.push_back(number);
    if (digits.size() == text.size())
      return numbers;
    text.remove_prefix(digits.size() + 1);
  }
}

} // namespace

std::string to_string(const ListCursor &cursor) {
  std::string text = sort_names[static_cast<std::size_t>(cursor.sort)];
  const Top last = cursor.last.value_or(Top());
  text += "-" + std::to_string(last.id) + "-" + std::to_string(last.likes);
  for (const Id id : cursor.pinned)
    text += "-" + std::to_string(id);
  return text;
}

ListCursor read_list_cursor(const std::string &cursor, const std::string &sort) {
  ListCursor read;
  const std::optional<Sort> asked = sort_of(sort);
  if (!asked && !sort.empty())
    throw Error(Code::invalid, "The list comes in the orders oldest, newest and liked only.");
  read.sort = asked.value_or(Sort::oldest);
  if (cursor.empty())
    return read;
  const std::size_t dash = std::min(cursor.find('-'), cursor.size());
  const std::optional<Sort> kept = sort_of(cursor.substr(0, dash));
  const auto numbers =
      dash < cursor.size() ? read_numbers(std::string_view(cursor).substr(dash + 1)) : std::nullopt;
  if (!kept || (asked && asked != kept) || !numbers || numbers->size() < 2 ||
      numbers->size() > 2 + most_pinned)
    throw Error(Code::invalid, "The cursor is none that this server gave for this order.");
  read.sort = *kept;
  read.last = Top{(*numbers)[0], (*numbers)[1]};
  read.pinned.assign(numbers->begin() + 2, numbers->end());
  return read;
}

} // namespace afterword::demo
