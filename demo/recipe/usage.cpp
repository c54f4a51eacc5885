#include "usage.hpp"

#include "afterword/backend/body.hpp"
#include "afterword/text/ascii.hpp"
#include "names.hpp"
#include "printable.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace afterword::recipe {

namespace {

/// Deeper bodies are cut by the core.
constexpr std::size_t most_body_depth = backend::detail::most_body_depth;

bool says(const Spot &spot, const char *name, std::string_view word) {
  const Value *said = spot.value.member(name);
  return said != nullptr && said->text == word;
}

/// Headers that a browser lets no page set.
/// @see https://fetch.spec.whatwg.org/#forbidden-request-header
bool is_forbidden(const std::string &name) {
  static constexpr std::array<std::string_view, 22> names = {"accept-charset",
                                                             "accept-encoding",
                                                             "access-control-request-headers",
                                                             "access-control-request-method",
                                                             "access-control-request-private-network",
                                                             "connection",
                                                             "content-length",
                                                             "cookie",
                                                             "cookie2",
                                                             "date",
                                                             "dnt",
                                                             "expect",
                                                             "host",
                                                             "keep-alive",
                                                             "origin",
                                                             "referer",
                                                             "set-cookie",
                                                             "te",
                                                             "trailer",
                                                             "transfer-encoding",
                                                             "upgrade",
                                                             "via"};
  return std::find(names.begin(), names.end(), name) != names.end() || name.starts_with("proxy-") ||
         name.starts_with("sec-");
}

void check_headers(const Spot &headers) {
  for (const Value &header : headers.value.items) {
    const std::string name = text::to_ascii_lower(header.key);
    if (is_forbidden(name))
      headers.member(header).misnamed("a browser lets no page set the header " + quoted(header.key));
    else if (name == "content-type")
      headers.member(header).misnamed("\"as\" says what the body is; this header is set by it");
  }
}

bool is_deeper(const Value &value, std::size_t depth) {
  return value.type >= Value::Type::array &&
         (depth == 0 || std::any_of(value.items.begin(), value.items.end(),
                                    [&](const Value &item) { return is_deeper(item, depth - 1); }));
}

void check_request(const Operation &operation) {
  const Spot &spot = operation.spot;
  const std::string_view name = operation.name;
  if (const Value *headers = spot.value.member("headers"))
    check_headers(spot.member(*headers));
  const Value *body = spot.value.member("body");
  const bool is_form = says(spot, "as", "form");
  if (body != nullptr) {
    const Spot at = spot.member(*body);
    if (says(spot, "method", "GET") || says(spot, "method", "HEAD"))
      at.misnamed("no request of the method " + spot.value.member("method")->text + " has a body");
    if (is_form && body->type != Value::Type::object)
      at.is_not("an object, as a form needs,");
    if (is_deeper(*body, most_body_depth))
      at.mistake("is nested more than " + std::to_string(most_body_depth) + " deep");
  }
  for (const char *member : {"send", "elsewhere"}) {
    const Value *way = spot.value.member(member);
    if (way == nullptr || way->text == "fetch")
      continue;
    const Spot at = spot.member(*way);
    if (name == "list" || name == "count" || name == "preview" || name == "followers" || name == "me" ||
        name == "updates" || name == "recent" || name == "needs")
      at.mistake("the reply has to be read, which " + quoted(way->text) + " does not allow");
    else if (way->text == "page" && body != nullptr && !is_form)
      at.mistake("a native form sends no JSON; say \"as\": \"form\"");
  }
}

void check_needs(const Spot &recipe, const Operation &operation) {
  const Value *names = operation.spot.value.member("needs");
  if (names == nullptr)
    return;
  const Value *needs = recipe.value.member("needs");
  const Spot at = operation.spot.member(*names);
  for (std::size_t i = 0; i < names->items.size(); ++i)
    if (needs == nullptr || needs->member(names->items[i].text) == nullptr)
      at.item(i).mistake("there is no " + quoted(names->items[i].text) + " in the recipe's \"needs\"");
}

/// That what asks about one comment, or about one page of several, says which.
void check_named(const Operation &operation) {
  const Spot &spot = operation.spot;
  const std::string_view name = operation.name;
  if ((name == "vote" || name == "report") && !says_name(spot, {"url", "body", "headers"}, "id"))
    spot.mistake(
        "every comment would be the same: {id} stands neither in \"url\" nor in \"body\" or \"headers\"");
  const Value *each = spot.value.member("each");
  if (each != nullptr && !says_name(spot, {"each"}, "page"))
    spot.member(*each).mistake("every page would be the same: {page} does not stand here");
}

/// That the reader's own comments can be told from others, and changed.
void check_own(const Spot &recipe, const std::vector<Operation> &all) {
  const Value *comment = recipe.value.member("comment");
  const Value *token = comment != nullptr ? comment->member("token") : nullptr;
  const bool is_told = token != nullptr || (comment != nullptr && comment->member("own") != nullptr);
  bool is_changed = false;
  for (const Operation &operation : all) {
    const std::string_view name = operation.name;
    const bool changes = name == "edit" || name == "remove";
    is_changed = is_changed || changes;
    if (changes && !is_told)
      operation.spot.warning("no comment is the reader's own: \"comment\" has neither \"token\" nor \"own\"");
    const Value *reply = operation.spot.value.member("reply");
    if (name == "create" && token != nullptr && (reply == nullptr || reply->member("comment") == nullptr))
      operation.spot.warning("a token is of no use without the comment's id: say \"comment\" in \"reply\"");
  }
  if (token != nullptr && !is_changed)
    recipe.member(*comment).member(*token).warning(
        "is kept for nothing: there is neither \"edit\" nor \"remove\"");
}

} // namespace

std::vector<Operation> operations(const Spot &recipe) {
  std::vector<Operation> all;
  for (const char *name : {"list", "updates", "recent", "create", "edit", "remove", "vote", "report", "count",
                           "preview", "subscribe", "followers", "me", "needs"}) {
    const Value *found = recipe.value.member(name);
    if (found == nullptr)
      continue;
    const Spot at = recipe.member(*found);
    if (found->type == Value::Type::array)
      for (std::size_t i = 0; i < found->items.size(); ++i)
        all.push_back({name, at.item(i)});
    else if (std::string_view(name) == "needs" || std::string_view(name) == "vote")
      for (const Value &each : found->items)
        all.push_back({name, at.member(each)});
    else
      all.push_back({name, at});
  }
  return all;
}

void check_usage(const Spot &recipe) {
  const std::vector<Operation> all = operations(recipe);
  for (const Operation &operation : all) {
    check_request(operation);
    check_needs(recipe, operation);
    check_named(operation);
  }
  check_own(recipe, all);
  if (const Value *needs = recipe.value.member("needs"))
    for (const Value &need : needs->items) {
      const auto uses = [&](const Operation &operation) {
        const Value *names = operation.spot.value.member("needs");
        return names != nullptr && std::any_of(names->items.begin(), names->items.end(),
                                               [&](const Value &name) { return name.text == need.key; });
      };
      if (std::none_of(all.begin(), all.end(), uses)) {
        const Spot at = recipe.member(*needs).member(need);
        at.report.warning(need.key_start, at.pointer, "no operation needs this");
      }
    }
}

} // namespace afterword::recipe
