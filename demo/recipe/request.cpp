#include "request.hpp"

#include "afterword/html/url.hpp"
#include "afterword/text/ascii.hpp"
#include "printable.hpp"

#include <algorithm>
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

} // namespace

const std::array<Member, 8> request_members = {{{"url", url, true},
                                                {"method", method},
                                                {"headers", headers},
                                                {"body", anything},
                                                {"as", as},
                                                {"credentials", credentials},
                                                {"send", way},
                                                {"elsewhere", way}}};

const std::array<Member, 1> needs_member = {{{"needs", needs}}};

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

} // namespace afterword::recipe
