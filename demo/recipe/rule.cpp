#include "rule.hpp"

#include "place.hpp"
#include "printable.hpp"
#include "request.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace afterword::recipe {

namespace {

void kind(const Spot &spot) {
  static constexpr const char *kinds[] = {"field", "login",          "captcha", "duplicate", "closed",
                                          "spam",  "unknown_parent", "expired", "slow_down", "held",
                                          "busy",  "unreachable",    "refused", "next",      "renew"};
  one_of(spot, kinds);
}

void problem(const Spot &spot) {
  static constexpr const char *problems[] = {"missing",   "invisible",     "too_long",
                                             "too_short", "email_invalid", "website_invalid"};
  one_of(spot, problems);
}

void seconds(const Spot &spot) {
  if (spot.value.type == Value::Type::number)
    whole_number(spot);
  else
    place(spot);
}

bool is_kind(const Value &rule, std::string_view kind) {
  const Value *said = rule.member("kind");
  return said != nullptr && said->text == kind;
}

/// The texts of an array, in order.
std::vector<std::string_view> sorted(const Value &array) {
  std::vector<std::string_view> texts;
  for (const Value &item : array.items)
    texts.emplace_back(item.text);
  std::sort(texts.begin(), texts.end());
  return texts;
}

bool is_within(const Value &inner, const Value &outer) {
  const auto few = sorted(inner);
  const auto many = sorted(outer);
  return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

bool is_same(const Value *a, const Value *b) {
  if (a == nullptr || b == nullptr)
    return a == b;
  return a->type == b->type && a->key == b->key && a->text == b->text &&
         std::equal(a->items.begin(), a->items.end(), b->items.begin(), b->items.end(),
                    [](const Value &x, const Value &y) { return is_same(&x, &y); });
}

/// Whether `earlier` holds wherever `later` does.
bool covers(const Value &earlier, const Value &later) {
  if (!is_same(earlier.member("at"), later.member("at")))
    return false;
  for (const char *name : {"is", "has", "status", "not"})
    if (const Value *first = earlier.member(name)) {
      const Value *second = later.member(name);
      const bool is_not = std::string_view(name) == "not";
      if (second == nullptr || !(is_not ? is_within(*first, *second) : is_within(*second, *first)))
        return false;
    }
  // One that asks nothing but its place holds less often than one that does not look whether something is
  // there.
  const auto asks = [](const Value &rule) {
    return rule.member("is") != nullptr || rule.member("not") != nullptr || rule.member("has") != nullptr ||
           rule.member("status") != nullptr;
  };
  if (!asks(earlier) && asks(later))
    return false;
  // Only those with a status are asked about replies that succeeded.
  const Value *status = later.member("status");
  return earlier.member("status") != nullptr || status == nullptr ||
         std::none_of(status->items.begin(), status->items.end(),
                      [](const Value &item) { return item.text.starts_with('2'); });
}

} // namespace

void rule(const Spot &spot) {
  static constexpr Member members[] = {
      {"kind", kind, true}, {"field", name}, {"problem", problem}, {"seconds", seconds}};
  if (!object(spot, {members, condition_members}))
    return;
  const auto has = [&](const Member &member) { return spot.value.member(member.name) != nullptr; };
  if (std::none_of(condition_members.begin(), condition_members.end(), has))
    spot.mistake("asks nothing, so it never holds; it needs \"is\", \"not\", \"has\", \"status\" or \"at\"");
  const bool is_field = is_kind(spot.value, "field");
  if (is_field && spot.value.member("field") == nullptr)
    spot.mistake("the member \"field\" is missing: which one is it?");
  for (const char *name : {"field", "problem"})
    if (const Value *given = spot.value.member(name); given != nullptr && !is_field)
      spot.member(*given).misnamed(quoted(name) + " says something only with \"kind\": \"field\"");
  if (const Value *given = spot.value.member("seconds");
      given != nullptr && !is_kind(spot.value, "slow_down"))
    spot.member(*given).misnamed("\"seconds\" says something only with \"kind\": \"slow_down\"");
}

void check_rules(const Spot &recipe) {
  const Value *errors = recipe.value.member("errors");
  const Value *rules = errors != nullptr ? errors->member("rules") : nullptr;
  if (rules == nullptr)
    return;
  const Spot spot = recipe.member(*errors).member(*rules);
  const Value *create = recipe.value.member("create");
  for (std::size_t i = 0; i < rules->items.size(); ++i) {
    const Value &rule = rules->items[i];
    const Spot at = spot.item(i);
    const bool looks =
        rule.member("is") != nullptr || rule.member("not") != nullptr || rule.member("has") != nullptr;
    if (looks && rule.member("at") == nullptr && errors->member("code") == nullptr)
      at.mistake("looks nowhere; say \"at\" here, or \"code\" in errors");
    if (is_kind(rule, "renew") && recipe.value.member("needs") == nullptr)
      at.mistake("there is nothing to fetch anew: the recipe has no \"needs\"");
    if (is_kind(rule, "next") && (create == nullptr || create->type != Value::Type::array))
      at.warning("\"create\" is no list, so there is no next way, and this means \"login\"");
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (covers(rules->items[earlier], rule)) {
        at.mistake("can never decide: " + spot.item(earlier).pointer + " holds wherever this does");
        break;
      }
  }
}

} // namespace afterword::recipe
