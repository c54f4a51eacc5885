#include "names.hpp"

#include "afterword/text/ascii.hpp"
#include "printable.hpp"
#include "shape.hpp"
#include "usage.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace afterword::recipe {

namespace {

/// What a name can be said of.
enum class Of : std::uint8_t {
  page,
  text,
  draft,
  comment,
  proof,
  voter,
  cursor,
  sort,
  updates,
  etag,
  pages,
  limit,
};

struct Name {
  std::string_view text;
  Of of;
};

constexpr std::array<Name, 25> own_names = {{{"backend", Of::page},
                                             {"page", Of::page},
                                             {"address", Of::page},
                                             {"language", Of::page},
                                             {"comment", Of::text},
                                             {"comment_html", Of::text},
                                             {"name", Of::draft},
                                             {"email", Of::draft},
                                             {"website", Of::draft},
                                             {"remember", Of::draft},
                                             {"notify_comments", Of::draft},
                                             {"notify_posts", Of::draft},
                                             {"parent", Of::draft},
                                             {"root", Of::draft},
                                             {"parent_name", Of::draft},
                                             {"key", Of::draft},
                                             {"id", Of::comment},
                                             {"token", Of::proof},
                                             {"voter", Of::voter},
                                             {"cursor", Of::cursor},
                                             {"sort", Of::sort},
                                             {"since", Of::updates},
                                             {"etag", Of::etag},
                                             {"pages", Of::pages},
                                             {"limit", Of::limit}}};

/// Whether what names of this kind stand for is known in `member` of an operation. Needs are fetched for any.
bool is_known(Of of, std::string_view operation, std::string_view member) noexcept {
  const bool is_need = operation == "needs";
  const bool changes = operation == "edit" || operation == "remove";
  const bool judges = operation == "vote" || operation == "report";
  switch (of) {
  case Of::page:
    return true;
  case Of::text:
    return is_need || operation == "create" || operation == "edit" || operation == "preview";
  case Of::draft:
    return is_need || operation == "create" || operation == "subscribe";
  case Of::comment:
    return is_need || changes || judges || member == "through";
  case Of::proof:
    return is_need || changes;
  case Of::voter:
    return is_need || judges;
  case Of::cursor:
    return operation == "list" || operation == "updates";
  case Of::sort:
    return operation == "list";
  case Of::updates:
    return operation == "updates";
  case Of::etag: // a stream is opened by the browser itself
    return operation == "updates" && member != "stream";
  case Of::pages:
    return operation == "count" && member == "url";
  case Of::limit:
    return operation == "recent";
  }
  return false;
}

/// The name that is said at `at` of a template, where a brace opens; empty if none is.
std::string_view name_at(std::string_view text, std::size_t at) {
  const std::size_t start = at + (text.substr(at + 1, 1) == "#" ? 2 : 1);
  std::size_t end = start;
  while (end < text.size() &&
         (text::is_ascii_alphanumeric(text[end]) || text[end] == '-' || text[end] == '_'))
    ++end;
  const bool is_name =
      end > start && end < text.size() && std::string_view("}|?").find(text[end]) != std::string_view::npos;
  const bool is_closed = text.find('}', end) != std::string_view::npos; // else braces of another language
  return is_name && is_closed ? text.substr(start, end - start) : std::string_view();
}

/// Whether a template in `value` says `name`.
bool says(const Value &value, std::string_view name) {
  for (std::size_t at = value.text.find('{'); at < value.text.size(); at = value.text.find('{', at + 1))
    if (name_at(value.text, at) == name)
      return true;
  return std::any_of(value.items.begin(), value.items.end(),
                     [&](const Value &item) { return says(item, name); });
}

/// Looks at the templates in one member of an operation.
struct Templates {
  const char *operation;
  const char *member;
  const std::vector<std::string_view> &theirs; ///< names of needs and of the recipe's own fields
  bool has_proof;                              ///< whether the recipe says where a token stands,
  bool has_sorts;                              ///< and what the orders are called

  void check_name(const Spot &spot, std::string_view name) const {
    if (std::find(theirs.begin(), theirs.end(), name) != theirs.end())
      return;
    std::vector<std::string_view> all = theirs;
    for (const Name &own : own_names) {
      if (own.text == name && is_known(own.of, operation, member)) {
        if (own.of == Of::proof && !has_proof)
          spot.warning("{token} stands for nothing: \"comment\" does not say where a \"token\" stands");
        if (own.of == Of::sort && !has_sorts)
          spot.warning("{sort} stands for nothing: \"list\" has no \"sorts\"");
        return;
      }
      if (own.text == name) {
        spot.warning("{" + std::string(name) + "} stands for nothing in " + quoted(operation));
        return;
      }
      all.push_back(own.text);
    }
    const std::string_view word = meant(name, all);
    spot.warning("{" + printable(name, 60) + "} is no name of the format" +
                 (word.empty() ? "" : "; did you mean {" + std::string(word) + "}?") +
                 (word.empty() ? ": it stays as it is written, unless the page has it in data-values" : ""));
  }

  /// Looks at one template.
  void check_text(const Spot &spot) const {
    const std::string_view text = spot.value.text;
    for (std::size_t at = text.find('{'); at < text.size(); at = text.find('{', at + 1))
      if (const std::string_view name = name_at(text, at); !name.empty())
        check_name(spot, name);
  }

  /// Looks at all texts in a body or in headers.
  void check_all(const Spot &spot) const {
    if (spot.value.type == Value::Type::string)
      check_text(spot);
    for (std::size_t i = 0; i < spot.value.items.size(); ++i)
      check_all(spot.value.type == Value::Type::object ? spot.member(spot.value.items[i]) : spot.item(i));
  }
};

} // namespace

bool is_own_name(std::string_view name) noexcept {
  return std::any_of(own_names.begin(), own_names.end(), [&](const Name &own) { return own.text == name; });
}

bool says_name(const Spot &operation, std::initializer_list<const char *> members, std::string_view name) {
  return std::any_of(members.begin(), members.end(), [&](const char *member) {
    const Value *found = operation.value.member(member);
    return found != nullptr && says(*found, name);
  });
}

void check_names(const Spot &recipe) {
  std::vector<std::string_view> theirs;
  if (const Value *needs = recipe.value.member("needs"))
    for (const Value &need : needs->items)
      theirs.emplace_back(need.key);
  const Value *form = recipe.value.member("form");
  if (const Value *extras = form != nullptr ? form->member("extra") : nullptr)
    for (const Value &extra : extras->items)
      theirs.emplace_back(extra.member("name")->text);
  const Value *comment = recipe.value.member("comment");
  const bool has_proof = comment != nullptr && comment->member("token") != nullptr;
  const Value *list = recipe.value.member("list");
  const bool has_sorts = list != nullptr && list->member("sorts") != nullptr;
  for (const Operation &operation : operations(recipe))
    for (const char *name :
         {"url", "more", "through", "stream", "each", "headers", "body", "login", "logout"})
      if (const Value *member = operation.spot.value.member(name))
        Templates{operation.name, name, theirs, has_proof, has_sorts}.check_all(
            operation.spot.member(*member));
}

} // namespace afterword::recipe
