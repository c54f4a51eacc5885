#include "list.hpp"

#include "place.hpp"
#include "request.hpp"

namespace afterword::recipe {

namespace {

void by(const Spot &spot) {
  static constexpr const char *counted[] = {"page", "offset", "key"};
  one_of(spot, counted);
}

void size(const Spot &spot) {
  whole_number(spot, 1);
}

void list_reply(const Spot &spot) {
  static constexpr Member members[] = {
      {"comments", part, true}, {"total", place}, {"next", place},     {"by", by},
      {"size", size},           {"pages", place}, {"more", condition}, {"closed", condition},
      {"followers", place},     {"form", part},   {"links", place},    {"interval", place},
      {"cursor", place}};
  if (!object(spot, {members}))
    return;
  for (const char *name : {"size", "pages", "more"})
    depends(spot, name, "by");
  if (const Value *counted = spot.value.member("by"); counted != nullptr && counted->text == "key")
    depends(spot, "by", "next");
}

/// What `{sort}` stands for, by the order that a reader chose.
void sorts(const Spot &spot) {
  static constexpr Member members[] = {{"oldest", words}, {"newest", words}, {"liked", words}};
  if (object(spot, {members}) && spot.value.items.empty())
    spot.mistake("is empty");
}

void updates_reply(const Spot &spot) {
  static constexpr Member members[] = {{"comments", part}, {"total", place}, {"cursor", place}};
  object(spot, {members});
}

void recent_reply(const Spot &spot) {
  static constexpr Member members[] = {{"comments", part}};
  object(spot, {members});
}

/// Nobody is asked more often.
constexpr long least_seconds = 10;

void seconds(const Spot &spot) {
  whole_number(spot, least_seconds);
}

} // namespace

void list(const Spot &spot) {
  static constexpr Member members[] = {
      {"more", url}, {"through", url}, {"sorts", sorts}, {"reply", list_reply, true}};
  object(spot, {request_members, needs_member, members});
}

void updates(const Spot &spot) {
  static constexpr Member members[] = {{"seconds", seconds}, {"stream", url}, {"reply", updates_reply}};
  object(spot, {request_members, needs_member, members});
}

void recent(const Spot &spot) {
  static constexpr Member members[] = {{"reply", recent_reply}};
  object(spot, {request_members, needs_member, members});
}

} // namespace afterword::recipe
