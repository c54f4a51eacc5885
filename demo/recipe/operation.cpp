#include "operation.hpp"

#include "list.hpp"
#include "place.hpp"
#include "request.hpp"

namespace afterword::recipe {

namespace {

/// An operation whose reply is of the shape `reply`.
template <Shape reply, bool is_required> void operation(const Spot &spot) {
  static constexpr Member members[] = {{"reply", reply, is_required}};
  object(spot, {request_members, needs_member, members});
}

/// An operation of whose reply nothing is read.
void act(const Spot &spot) {
  object(spot, {request_members, needs_member});
}

/// A reply of which one place is read.
template <const auto &name> void reply_with(const Spot &spot) {
  static constexpr Member members[] = {{name, place, true}};
  object(spot, {members});
}

// ---- create and edit

void created_reply(const Spot &spot) {
  static constexpr Member members[] = {{"comment", part}, {"held", condition}};
  object(spot, {members});
}

constexpr Shape created = operation<created_reply, false>;

void create(const Spot &spot) {
  if (spot.value.type == Value::Type::array)
    array(spot, created, 1);
  else
    created(spot);
}

// ---- vote

void vote_reply(const Spot &spot) {
  static constexpr Member members[] = {{"likes", place}, {"dislikes", place}};
  object(spot, {members});
}

void vote(const Spot &spot) {
  static constexpr Shape set = operation<vote_reply, false>;
  static constexpr Member members[] = {{"like", set, true}, {"dislike", set}, {"clear", set}};
  object(spot, {members});
}

// ---- count

void count_reply(const Spot &spot) {
  static constexpr Member members[] = {{"count", place, true}};
  object(spot, {members});
}

void counts_reply(const Spot &spot) {
  static constexpr Member members[] = {{"counts", part, true}};
  object(spot, {members});
}

void most_pages(const Spot &spot) {
  whole_number(spot, 1);
}

/// One request a page; or, if the URL says `{pages}`, one for many.
void counted(const Spot &spot) {
  static constexpr Member many[] = {
      {"each", words, true}, {"between", words, true}, {"most", most_pages}, {"reply", counts_reply, true}};
  const Value *url = spot.value.member("url");
  if (url != nullptr && url->text.find("{pages}") != std::string::npos)
    object(spot, {request_members, needs_member, many});
  else
    operation<count_reply, true>(spot);
}

// ---- the others

void subscribe_reply(const Spot &spot) {
  static constexpr Member members[] = {{"pending", condition}, {"subscribed", condition}};
  object(spot, {members});
}

constexpr char content_name[] = "content";
constexpr char followers_name[] = "followers";
constexpr char name_name[] = "name";

void me(const Spot &spot) {
  static constexpr Member members[] = {
      {"reply", reply_with<name_name>, true}, {"login", url}, {"logout", url}, {"required", boolean}};
  object(spot, {request_members, needs_member, members});
}

void need(const Spot &spot) {
  static constexpr Member members[] = {{"value", place, true}, {"keep", boolean}};
  object(spot, {request_members, members});
}

void all_needs(const Spot &spot) {
  map(
      spot, [](const Spot &each) { check_name(each, each.value.key); }, need);
}

} // namespace

std::span<const Member> operation_members() {
  static constexpr Member members[] = {{"list", list},
                                       {"updates", updates},
                                       {"recent", recent},
                                       {"create", create},
                                       {"edit", created},
                                       {"remove", act},
                                       {"vote", vote},
                                       {"report", act},
                                       {"count", counted},
                                       {"preview", operation<reply_with<content_name>, true>},
                                       {"subscribe", operation<subscribe_reply, false>},
                                       {"followers", operation<reply_with<followers_name>, true>},
                                       {"me", me},
                                       {"needs", all_needs}};
  return members;
}

} // namespace afterword::recipe
