#include "sense.hpp"

#include "names.hpp"
#include "paging.hpp"
#include "printable.hpp"
#include "rule.hpp"
#include "usage.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace afterword::recipe {

namespace {

/// Members that stand twice in one object, anywhere: all but the last would be overlooked in silence.
void check_repeated(const Spot &spot) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < spot.value.items.size(); ++i) {
    const bool is_object = spot.value.type == Value::Type::object;
    const Spot at = is_object ? spot.member(spot.value.items[i]) : spot.item(i);
    if (is_object && !seen.insert(at.value.key).second)
      at.misnamed(quoted(at.value.key) + " stands here twice");
    check_repeated(at);
  }
}

void check_length(const Spot &spot) {
  const Value *least = spot.value.member("min");
  const Value *most = spot.value.member("max");
  if (least != nullptr && most != nullptr && backend::to_integer(most->text) > 0 &&
      backend::to_integer(least->text) > backend::to_integer(most->text))
    spot.member(*least).mistake("no length is at least " + least->text + " and at most " + most->text);
}

void check_form(const Spot &form) {
  std::set<std::string_view> taken;
  for (const Value &item : form.value.items) {
    const Spot at = form.member(item);
    if (item.type == Value::Type::object)
      check_length(at);
    else if (item.type == Value::Type::array)
      for (std::size_t i = 0; i < item.items.size(); ++i) {
        const Value &name = *item.items[i].member("name");
        const Spot named = at.item(i).member(name);
        if (is_own_name(name.text))
          named.mistake(quoted(name.text) + " is the name of something else in templates");
        else if (!taken.insert(name.text).second)
          named.mistake("two fields are called " + quoted(name.text));
      }
  }
}

/// That the fields which errors are about are fields of the form.
void check_fields(const Spot &recipe) {
  std::vector<std::string_view> names = {"comment",         "name",        "email", "website", "remember",
                                         "notify_comments", "notify_posts"};
  const Value *form = recipe.value.member("form");
  if (const Value *extras = form != nullptr ? form->member("extra") : nullptr)
    for (const Value &extra : extras->items)
      names.emplace_back(extra.member("name")->text);
  const auto check = [&](const Spot &spot) {
    if (std::find(names.begin(), names.end(), spot.value.text) != names.end())
      return;
    std::string known;
    for (const std::string_view name : names)
      known.append(known.empty() ? "" : ", ").append(name);
    spot.mistake(quoted(spot.value.text) + " is none of the form's fields: " + printable(known, 300));
  };
  const Spot errors = recipe.member(*recipe.value.member("errors"));
  if (const Value *called = errors.value.member("names"))
    for (const Value &name : called->items)
      check(errors.member(*called).member(name));
  if (const Value *rules = errors.value.member("rules"))
    for (std::size_t i = 0; i < rules->items.size(); ++i)
      if (const Value *field = rules->items[i].member("field"))
        check(errors.member(*rules).item(i).member(*field));
}

} // namespace

void check_sense(const Spot &recipe) {
  check_repeated(recipe);
  check_usage(recipe);
  check_paging(recipe);
  check_names(recipe);
  if (recipe.value.member("errors") != nullptr) {
    check_rules(recipe);
    check_fields(recipe);
  }
  if (const Value *form = recipe.value.member("form"))
    check_form(recipe.member(*form));
}

} // namespace afterword::recipe
