#include "shape.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/slip.hpp"
#include "printable.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace afterword::recipe {

namespace {

/// `, ` between them.
template <class Words> std::string listed(const Words &words) {
  std::string out;
  for (const auto &word : words) {
    if (!out.empty())
      out += ", ";
    out += word;
  }
  return out;
}

using Members = std::initializer_list<std::span<const Member>>;

const Member *find(const Members &members, std::string_view name) noexcept {
  for (const auto &group : members)
    for (const Member &member : group)
      if (name == member.name)
        return &member;
  return nullptr;
}

} // namespace

std::string_view meant(std::string_view text, std::span<const std::string_view> words) {
  const std::string lower = text::to_ascii_lower(text);
  for (const std::string_view word : words)
    if (lower == word || text::is_one_slip(lower, word))
      return word;
  return {};
}

bool object(const Spot &spot, std::initializer_list<std::span<const Member>> members) {
  if (spot.value.type != Value::Type::object) {
    spot.is_not("an object");
    return false;
  }
  std::vector<std::string_view> names;
  for (const auto &group : members)
    for (const Member &member : group)
      names.emplace_back(member.name);
  std::set<std::string_view> misspelt; // that a member is missing too need not be said then
  for (const Value &item : spot.value.items) {
    const Spot at = spot.member(item);
    if (const Member *known = find(members, item.key)) {
      known->shape(at);
      continue;
    }
    const std::string_view word = meant(item.key, names);
    misspelt.insert(word);
    at.misnamed("there is no member " + quoted(item.key) + " here; " +
                (word.empty() ? "there are " + listed(names) : "did you mean " + quoted(word) + "?"));
  }
  for (const auto &group : members)
    for (const Member &member : group)
      if (member.required && spot.value.member(member.name) == nullptr && !misspelt.contains(member.name))
        spot.mistake("the member " + quoted(member.name) + " is missing");
  return true;
}

bool map(const Spot &spot, Shape name, Shape shape) {
  if (spot.value.type != Value::Type::object) {
    spot.is_not("an object");
    return false;
  }
  for (const Value &item : spot.value.items) {
    const Spot at = spot.member(item);
    name(at);
    shape(at);
  }
  return true;
}

bool array(const Spot &spot, Shape shape, std::size_t least) {
  if (spot.value.type != Value::Type::array) {
    spot.is_not("an array");
    return false;
  }
  if (spot.value.items.size() < least)
    spot.mistake("is empty");
  for (std::size_t i = 0; i < spot.value.items.size(); ++i)
    shape(spot.item(i));
  return true;
}

void depends(const Spot &spot, const char *name, const char *needed) {
  if (spot.value.member(name) != nullptr && spot.value.member(needed) == nullptr)
    spot.mistake("the member " + quoted(needed) + " is missing, which " + quoted(name) + " needs");
}

bool one_of(const Spot &spot, std::span<const char *const> words) {
  const bool is_text = spot.value.type == Value::Type::string;
  if (is_text && std::find(words.begin(), words.end(), spot.value.text) != words.end())
    return true;
  if (is_text)
    spot.mistake(quoted(spot.value.text) + " is none of " + listed(words));
  else
    spot.is_not("one of " + listed(words));
  return false;
}

bool whole_number(const Spot &spot, long least, long most) {
  const auto number = backend::to_integer(spot.value.text);
  if (spot.value.type != Value::Type::number)
    spot.is_not("a whole number");
  else if (!number || *number < least || *number > most)
    spot.mistake(printable(spot.value.text, 20) + " is no whole number from " + std::to_string(least) +
                 " to " + std::to_string(most));
  else
    return true;
  return false;
}

void boolean(const Spot &spot) {
  if (spot.value.type != Value::Type::boolean)
    spot.is_not("true or false");
}

void text(const Spot &spot) {
  if (spot.value.type != Value::Type::string)
    spot.is_not("a text");
}

void words(const Spot &spot) {
  text(spot);
  if (spot.value.type == Value::Type::string && spot.value.text.empty())
    spot.mistake("is empty");
}

void count(const Spot &spot) {
  whole_number(spot);
}

void anything(const Spot & /*unused*/) {}

} // namespace afterword::recipe
