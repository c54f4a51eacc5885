#pragma once
/// @file Places and conditions: where in a reply a recipe finds its values, and what it asks of them.

#include "afterword/backend/http.hpp"
#include "afterword/backend/json.hpp"
#include "afterword/html/plain_text.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/text/named.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afterword::backend {

/// A response that is being read. It must outlive this.
class Reply {
public:
  explicit Reply(const Response &response)
      : response_(response), is_json_(parse_json(response.body, json_)), scope_(&json_) {}
  Reply(const Reply &) = delete;
  Reply &operator=(const Reply &) = delete;

  [[nodiscard]] const Response &response() const noexcept { return response_; }
  /// Whether the body is JSON. Where it is not, pointers find nothing.
  [[nodiscard]] bool is_json() const noexcept { return is_json_; }
  /// Pointers lead on from `scope`, a part of the body, from now on; from all of it without one.
  void enter(const Json *scope) noexcept { scope_ = scope != nullptr ? scope : &json_; }

  /// The JSON at `place`, a pointer or several to try; nullptr if there is none.
  [[nodiscard]] const Json *find(const Json *place) const {
    if (place == nullptr || !is_json_)
      return nullptr;
    if (place->type == Json::Type::string && is_pointer(place->text))
      return backend::find(*scope_, place->text.c_str());
    if (place->type == Json::Type::array)
      for (const Json &each : place->items)
        if (const Json *found = find(&each))
          return found;
    return nullptr;
  }

  /// The text at `place`: of a string, a number, or the word "true". Empty if nothing is there.
  [[nodiscard]] std::string text(const Json *place) const {
    std::string out;
    if (place == nullptr)
      return out;
    if (place->type == Json::Type::array) {
      for (std::size_t i = 0; i < place->items.size() && out.empty(); ++i)
        out = text(&place->items[i]);
    } else if (const Json *pattern = backend::find(*place, "/template")) {
      out = fill(pattern->text);
    } else if (place->type == Json::Type::string) {
      out = read(place->text);
    }
    return out;
  }

private:
  static bool is_pointer(const std::string &place) noexcept { return place.empty() || place.front() == '/'; }

  /// A template made of places in braces.
  [[nodiscard]] std::string fill(const std::string &pattern) const {
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
      const std::size_t end = text::end_of_name(pattern, at);
      if (end == std::string::npos) {
        out.push_back(pattern[at]);
      } else {
        out += read(pattern.substr(at + 1, end - at - 1));
        at = end;
      }
    }
    return out;
  }

  [[nodiscard]] std::string read(const std::string &place) const {
    if (is_pointer(place)) {
      const Json *found = is_json_ ? backend::find(*scope_, place.c_str()) : nullptr;
      return found != nullptr && found->type <= Json::Type::string ? found->text : std::string();
    }
    const std::size_t colon = place.find(':');
    const std::string kind = place.substr(0, colon);
    const std::string name = colon == std::string::npos ? std::string() : place.substr(colon + 1);
    if (kind == "header")
      for (const Header &header : response_.headers)
        if (header.name == name)
          return header.value;
    if (kind == "query")
      return query(name);
    if (kind == "element")
      return html::plain_text(response_.body, name);
    if (kind == "text")
      return response_.body;
    if (kind == "status")
      return text::decimal(static_cast<std::uint64_t>(response_.status));
    return kind == "redirected" && response_.redirected ? "true" : "";
  }

  /// A parameter of the URL that the reply came from.
  [[nodiscard]] std::string query(const std::string &name) const {
    const std::string_view url = response_.url;
    std::size_t at = url.find('?');
    const std::size_t end = std::min(url.find('#'), url.size());
    while (at < end) {
      const std::size_t next = std::min(url.find('&', ++at), end);
      const std::string_view pair = url.substr(at, next - at);
      if (pair.starts_with(name) && pair.substr(name.size(), 1) == "=")
        return std::string(pair.substr(name.size() + 1));
      at = next;
    }
    return {};
  }

  const Response &response_;
  Json json_;
  bool is_json_;
  const Json *scope_;
};

/// Whether a text says yes: anything but nothing, "false" or "0".
inline bool is_yes(const std::string &text) noexcept {
  return !text.empty() && text != "false" && text != "0";
}

/// Whether `condition` holds for `reply`. Without one nothing holds. Where it names no place itself it is
/// about `place`.
inline bool holds(const Reply &reply, const Json *condition, const Json *place = nullptr) {
  if (condition == nullptr)
    return false;
  if (condition->type == Json::Type::boolean)
    return is_true(condition);
  if (condition->type != Json::Type::object)
    return is_yes(reply.text(condition));
  if (const Json *at = find(*condition, "/at"))
    place = at;
  const std::string text = reply.text(place);
  bool asked = false;
  for (const Json &member : condition->items) {
    bool any = false;
    for (const Json &item : member.items)
      any = any || (member.key == "status"
                        ? item.text == text::decimal(static_cast<std::uint64_t>(reply.response().status))
                    : member.key == "has" ? text.find(item.text) != std::string::npos
                                          : item.text == text);
    if (member.key == "not")
      any = !any;
    else if (member.key != "status" && member.key != "is" && member.key != "has")
      continue;
    if (!any)
      return false;
    asked = true;
  }
  return asked || (place != nullptr && find(*condition, "/at") != nullptr && is_yes(text));
}

} // namespace afterword::backend
