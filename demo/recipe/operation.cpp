#include "operation.hpp"

#include "afterword/html/url.hpp"
#include "afterword/text/ascii.hpp"
#include "place.hpp"
#include "printable.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace afterword::recipe {

namespace {

bool is_control(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

void method(const Spot &spot) {
  static constexpr const char *methods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
  one_of(spot, methods);
}

/// @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
void header_name(const Spot &spot) {
  const std::string &name = spot.value.key;
  const auto is_allowed = [](char c) { return text::is_ascii_alphanumeric(c) || c == '-' || c == '_'; };
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_allowed))
    spot.misnamed(quoted(name) + " is no name of a header");
}

void header(const Spot &spot) {
  text(spot);
  if (std::any_of(spot.value.text.begin(), spot.value.text.end(), is_control))
    spot.mistake("a header holds no control characters");
}

void headers(const Spot &spot) {
  map(spot, header_name, header);
}

void as(const Spot &spot) {
  static constexpr const char *kinds[] = {"json", "form"};
  one_of(spot, kinds);
}

void credentials(const Spot &spot) {
  static constexpr const char *kinds[] = {"same-origin", "include", "omit"};
  one_of(spot, kinds);
}

void way(const Spot &spot) {
  static constexpr const char *ways[] = {"fetch", "page", "blind"};
  one_of(spot, ways);
}

void needs(const Spot &spot) {
  if (!array(spot, name))
    return;
  std::set<std::string_view> seen;
  for (const Value &item : spot.value.items)
    if (!seen.insert(item.text).second)
      spot.mistake(quoted(item.text) + " stands here twice");
}

constexpr Member request[] = {{"url", url, true}, {"method", method}, {"headers", headers},
                              {"body", anything}, {"as", as},         {"credentials", credentials},
                              {"send", way},      {"elsewhere", way}};
constexpr Member needed[] = {{"needs", needs}};

/// An operation whose reply is of the shape `reply`.
template <Shape reply, bool is_required> void operation(const Spot &spot) {
  static constexpr Member members[] = {{"reply", reply, is_required}};
  object(spot, {request, needed, members});
}

/// An operation of whose reply nothing is read.
void act(const Spot &spot) {
  object(spot, {request, needed});
}

/// A reply of which one place is read.
template <const auto &name> void reply_with(const Spot &spot) {
  static constexpr Member members[] = {{name, place, true}};
  object(spot, {members});
}

// ---- list

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
      {"followers", place},     {"form", part},   {"links", place},    {"interval", place}};
  if (!object(spot, {members}))
    return;
  for (const char *name : {"size", "pages", "more"})
    depends(spot, name, "by");
  if (const Value *counted = spot.value.member("by"); counted != nullptr && counted->text == "key")
    depends(spot, "by", "next");
}

void list(const Spot &spot) {
  static constexpr Member members[] = {{"more", url}, {"reply", list_reply, true}};
  object(spot, {request, needed, members});
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

// ---- the others

void subscribe_reply(const Spot &spot) {
  static constexpr Member members[] = {{"pending", condition}, {"subscribed", condition}};
  object(spot, {members});
}

constexpr char count_name[] = "count";
constexpr char content_name[] = "content";
constexpr char followers_name[] = "followers";
constexpr char name_name[] = "name";

void me(const Spot &spot) {
  static constexpr Member members[] = {
      {"reply", reply_with<name_name>, true}, {"login", url}, {"logout", url}, {"required", boolean}};
  object(spot, {request, needed, members});
}

void need(const Spot &spot) {
  static constexpr Member members[] = {{"value", place, true}, {"keep", boolean}};
  object(spot, {request, members});
}

void all_needs(const Spot &spot) {
  map(
      spot, [](const Spot &each) { check_name(each, each.value.key); }, need);
}

} // namespace

void check_name(const Spot &spot, const std::string &name) {
  const auto is_allowed = [](char c) { return text::is_ascii_alphanumeric(c) || c == '-' || c == '_'; };
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_allowed) ||
      !(text::is_ascii_alpha(name.front()) || name.front() == '_'))
    spot.mistake(quoted(name) +
                 " is no name that templates can say: it is made of letters, digits, - and _, and "
                 "begins with a letter");
}

void name(const Spot &spot) {
  text(spot);
  if (spot.value.type == Value::Type::string)
    check_name(spot, spot.value.text);
}

void url(const Spot &spot) {
  const std::string &url = spot.value.text;
  text(spot);
  if (spot.value.type != Value::Type::string)
    return;
  const auto checked = html::Url::check(url);
  const bool is_web =
      checked && (checked->scheme().empty() || url.starts_with("http://") || url.starts_with("https://"));
  if (url.empty())
    spot.mistake("is empty");
  else if (std::any_of(url.begin(), url.end(), [](char c) { return is_control(c) || c == ' '; }))
    spot.mistake("no URL has a space or a control character in it");
  else if (!is_web || url == "http://" || url == "https://")
    spot.mistake(quoted(url) + " is no URL that may be used: it must be http(s), or relative to the page");
}

std::span<const Member> operation_members() {
  static constexpr Member members[] = {{"list", list},
                                       {"create", create},
                                       {"edit", created},
                                       {"remove", act},
                                       {"vote", act},
                                       {"report", act},
                                       {"count", operation<reply_with<count_name>, true>},
                                       {"preview", operation<reply_with<content_name>, true>},
                                       {"subscribe", operation<subscribe_reply, false>},
                                       {"followers", operation<reply_with<followers_name>, true>},
                                       {"me", me},
                                       {"needs", all_needs}};
  return members;
}

} // namespace afterword::recipe
