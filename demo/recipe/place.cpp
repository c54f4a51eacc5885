#include "place.hpp"

#include "afterword/text/ascii.hpp"
#include "printable.hpp"

#include <algorithm>

namespace afterword::recipe {

namespace {

constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view lower_digits_hyphen = "abcdefghijklmnopqrstuvwxyz0123456789-";

bool is_made_of(std::string_view name, std::string_view characters) {
  return !name.empty() && name.find_first_not_of(characters) == std::string_view::npos;
}

/// What is wrong with a JSON pointer that begins as one; empty: nothing.
/// @see https://www.rfc-editor.org/rfc/rfc6901#section-3
std::string pointer_mistake(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '~' && (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1')))
      return quoted(text) + " is no JSON pointer: in a name ~ is written ~0, and / is written ~1";
  return {};
}

/// What is wrong with a place; empty: nothing.
std::string place_mistake(std::string_view text) {
  if (text.empty() || text.front() == '/')
    return pointer_mistake(text);
  static constexpr std::array<std::string_view, 6> kinds = {
      "header:", "query:", "element:", "status:", "redirected:", "text:"};
  const std::size_t colon = text.find(':');
  const std::string kind = std::string(text.substr(0, colon)) + ":";
  const std::string_view name = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
    return colon == std::string_view::npos
               ? quoted(text) +
                     " is no place; a JSON pointer begins with a slash: " + quoted("/" + std::string(text))
               : quoted(kind) + " is no kind of place; there are header:, query:, element:, status:, "
                                "redirected: and text:";
  if (colon == std::string_view::npos)
    return quoted(text) + " is no place; did you mean " + quoted(kind) + "?";
  if (kind == "header:" && !is_made_of(name, "abcdefghijklmnopqrstuvwxyz0123456789-_"))
    return quoted(text) + " is no header: its name is written in lower case, as \"header:" +
           printable(text::to_ascii_lower(name.empty() ? "x-total" : name), 60) + "\"";
  if (kind == "element:" && (!is_made_of(name, lower_digits_hyphen) || !is_made_of(name.substr(0, 1), lower)))
    return quoted(text) + " is no element: write it as \"element:p\", its name in lower case";
  if (kind == "query:" && (name.empty() || name.find_first_of("&=#") != std::string_view::npos))
    return quoted(text) + " is no parameter: write it as \"query:name\"";
  const bool is_whole = kind == "status:" || kind == "redirected:" || kind == "text:";
  if (is_whole && !name.empty())
    return quoted(text) + " is no place: nothing follows " + quoted(kind);
  return {};
}

void template_of_places(const Spot &spot) {
  text(spot);
  const std::string_view text = spot.value.text;
  for (std::size_t at = text.find('{'); at < text.size(); at = text.find('{', at)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) {
      spot.mistake("a brace is not closed in " + quoted(text));
      return;
    }
    if (const std::string wrong = place_mistake(text.substr(at + 1, end - at - 1)); !wrong.empty())
      spot.mistake(wrong);
    at = end;
  }
}

constexpr std::array<Member, 1> template_members = {{{"template", template_of_places, true}}};

void single_place(const Spot &spot) {
  if (spot.value.type == Value::Type::object) {
    object(spot, {template_members});
  } else if (spot.value.type != Value::Type::string) {
    spot.is_not("a place");
  } else if (const std::string wrong = place_mistake(spot.value.text); !wrong.empty()) {
    spot.mistake(wrong);
  }
}

void texts(const Spot &spot) {
  array(
      spot,
      [](const Spot &item) {
        const std::string digits = item.value.text.substr(item.value.text.starts_with('-') ? 1 : 0);
        if (item.value.type != Value::Type::string &&
            (item.value.type != Value::Type::number || !is_made_of(digits, "0123456789")))
          item.is_not("a text or a whole number");
      },
      1);
}

void fragments(const Spot &spot) {
  array(spot, words, 1);
}

void statuses(const Spot &spot) {
  array(
      spot, [](const Spot &item) { whole_number(item, 100, 599); }, 1);
}

} // namespace

const std::array<Member, 5> condition_members = {
    {{"at", place}, {"is", texts}, {"not", texts}, {"has", fragments}, {"status", statuses}}};

void place(const Spot &spot) {
  if (spot.value.type == Value::Type::array)
    array(spot, single_place, 1);
  else
    single_place(spot);
}

void pointer(const Spot &spot) {
  const std::string &text = spot.value.text;
  if (spot.value.type != Value::Type::string)
    spot.is_not("a JSON pointer");
  else if (!text.empty() && text.front() != '/')
    spot.mistake(quoted(text) + " is no JSON pointer, which this must be: write it as \"/name\"");
  else if (const std::string wrong = pointer_mistake(text); !wrong.empty())
    spot.mistake(wrong);
}

void part(const Spot &spot) {
  if (spot.value.type == Value::Type::array)
    array(spot, pointer, 1);
  else
    pointer(spot);
}

void condition(const Spot &spot) {
  if (spot.value.type == Value::Type::string || spot.value.type == Value::Type::array) {
    place(spot);
  } else if (spot.value.type == Value::Type::boolean) {
    if (spot.value.text.empty())
      spot.mistake("never holds; leave it out instead");
  } else if (spot.value.type != Value::Type::object) {
    spot.is_not("a condition (true, a place or an object)");
  } else {
    object(spot, {condition_members});
    if (spot.value.items.empty())
      spot.mistake("asks nothing, so it never holds; for what always holds write true");
    for (const char *name : {"is", "not", "has"})
      depends(spot, name, "at");
  }
}

} // namespace afterword::recipe
