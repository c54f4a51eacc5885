#include "format.hpp"

#include "operation.hpp"
#include "place.hpp"
#include "request.hpp"
#include "rule.hpp"

#include <algorithm>
#include <array>

namespace afterword::recipe {

namespace {

// ---- comment

void content_format(const Spot &spot) {
  static constexpr const char *formats[] = {"html", "markdown", "text"};
  one_of(spot, formats);
}

void syntax(const Spot &spot) {
  static constexpr const char *syntaxes[] = {"text", "html", "markdown"};
  one_of(spot, syntaxes);
}

void texts(const Spot &spot) {
  array(spot, text);
}

void comment(const Spot &spot) {
  static constexpr Member members[] = {
      {"inner", pointer},       {"id", place, true},        {"parent", place},
      {"top", texts},           {"replies", part},          {"reversed", boolean},
      {"name", place},          {"website", place},         {"created", place},
      {"content", place, true}, {"format", content_format}, {"syntax", syntax},
      {"escaped", boolean},     {"held", condition},        {"deleted", condition},
      {"pinned", condition},    {"own", condition},         {"token", place},
      {"until", place},         {"likes", place},           {"dislikes", place},
      {"liked", condition},     {"disliked", condition},    {"avatar", place},
      {"author", condition},    {"moderator", condition},   {"title", place},
      {"address", place}};
  if (object(spot, {members}))
    depends(spot, "until", "token");
}

// ---- form

void unit(const Spot &spot) {
  static constexpr const char *units[] = {"code_points", "bytes", "utf16"};
  one_of(spot, units);
}

void field(const Spot &spot) {
  static constexpr Member members[] = {
      {"required", boolean}, {"min", count}, {"max", count}, {"unit", unit}, {"international", boolean}};
  object(spot, {members});
}

void extra_type(const Spot &spot) {
  static constexpr const char *types[] = {"text", "choice", "box"};
  one_of(spot, types);
}

void option(const Spot &spot) {
  static constexpr Member members[] = {{"value", text, true}, {"label", words, true}};
  if (spot.value.type == Value::Type::object)
    object(spot, {members});
  else
    text(spot);
}

void options(const Spot &spot) {
  array(spot, option, 1);
}

void link(const Spot &spot) {
  static constexpr Member members[] = {{"text", words, true}, {"url", url, true}};
  object(spot, {members});
}

void extra(const Spot &spot) {
  static constexpr Member members[] = {{"name", name, true},  {"type", extra_type}, {"label", words, true},
                                       {"required", boolean}, {"max", count},       {"options", options},
                                       {"link", link}};
  if (!object(spot, {members}))
    return;
  const Value *type = spot.value.member("type");
  const Value *given = spot.value.member("options");
  const bool is_choice = type != nullptr && type->text == "choice";
  if (is_choice && given == nullptr)
    spot.mistake("the member \"options\" is missing, which a choice needs");
  if (!is_choice && given != nullptr)
    spot.member(*given).misnamed("only a choice has options; say \"type\": \"choice\"");
}

void extras(const Spot &spot) {
  if (!array(spot, extra))
    return;
  const auto is_box = [](const Value &item) {
    const Value *type = item.member("type");
    return type != nullptr && type->text == "box";
  };
  const auto boxes = std::count_if(spot.value.items.begin(), spot.value.items.end(), is_box);
  const auto others = static_cast<std::ptrdiff_t>(spot.value.items.size()) - boxes;
  if (boxes > 4 || others > 4)
    spot.mistake("there is room for four boxes and four other fields; here are " + std::to_string(boxes) +
                 " and " + std::to_string(others));
}

void form(const Spot &spot) {
  static constexpr Member members[] = {{"comment", field},      {"name", field},
                                       {"email", field},        {"website", field},
                                       {"remember", field},     {"notify_comments", field},
                                       {"notify_posts", field}, {"links", count},
                                       {"interval", count},     {"extra", extras}};
  object(spot, {members});
}

// ---- errors

void fields(const Spot &spot) {
  static constexpr Member members[] = {
      {"at", part, true}, {"field", pointer}, {"problem", pointer}, {"message", pointer}};
  object(spot, {members});
}

void names(const Spot &spot) {
  map(spot, anything, name);
}

void rules(const Spot &spot) {
  array(spot, rule);
}

void errors(const Spot &spot) {
  static constexpr Member members[] = {{"failed", condition}, {"code", place},    {"message", place},
                                       {"escaped", boolean},  {"fields", fields}, {"names", names},
                                       {"rules", rules}};
  object(spot, {members});
}

} // namespace

void check_format(const Spot &recipe) {
  static constexpr Member members[] = {{"$schema", text},    {"name", text}, {"description", text},
                                       {"comment", comment}, {"form", form}, {"errors", errors}};
  if (!object(recipe, {members, operation_members()}))
    return;
  if (recipe.value.member("list") == nullptr && recipe.value.member("subscribe") == nullptr)
    recipe.mistake("neither \"list\" nor \"subscribe\" is here, so there is nothing to show");
  depends(recipe, "list", "comment");
  for (const char *name : {"updates", "recent"})
    depends(recipe, name, "list");
}

} // namespace afterword::recipe
