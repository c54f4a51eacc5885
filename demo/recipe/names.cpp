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
enum class Of : std::uint8_t { page, text, draft, comment, proof, vote, cursor };

struct Name {
  std::string_view text;
  Of of;
};

constexpr std::array<Name, 20> own_names = {{{"backend", Of::page},
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
                                             {"value", Of::vote},
                                             {"cursor", Of::cursor}}};

/// Whether what names of this kind stand for is known in an operation. Needs are fetched for any.
bool is_known(Of of, std::string_view operation) noexcept {
  if (of == Of::page || operation == "needs")
    return of != Of::cursor;
  if (of == Of::text)
    return operation == "create" || operation == "edit" || operation == "preview";
  if (of == Of::draft)
    return operation == "create" || operation == "subscribe";
  const bool changes = operation == "edit" || operation == "remove";
  if (of == Of::comment)
    return changes || operation == "vote" || operation == "report";
  return of == Of::proof ? changes : operation == (of == Of::vote ? "vote" : "list");
}

/// Looks at the templates of one operation.
struct Templates {
  const char *operation;
  const std::vector<std::string_view> &theirs; ///< names of needs and of the recipe's own fields
  bool has_proof;                              ///< whether the recipe says where a token stands

  void check_name(const Spot &spot, std::string_view name) const {
    if (std::find(theirs.begin(), theirs.end(), name) != theirs.end())
      return;
    std::vector<std::string_view> all = theirs;
    for (const Name &own : own_names) {
      if (own.text == name && is_known(own.of, operation)) {
        if (own.of == Of::proof && !has_proof)
          spot.warning("{token} stands for nothing: \"comment\" does not say where a \"token\" stands");
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
    for (std::size_t at = text.find('{'); at < text.size(); at = text.find('{', at + 1)) {
      const std::size_t start = at + (text.substr(at + 1, 1) == "#" ? 2 : 1);
      std::size_t end = start;
      while (end < text.size() &&
             (text::is_ascii_alphanumeric(text[end]) || text[end] == '-' || text[end] == '_'))
        ++end;
      const bool is_name = end > start && end < text.size() &&
                           std::string_view("}|?").find(text[end]) != std::string_view::npos;
      if (is_name && text.find('}', end) != std::string_view::npos) // else braces of another language
        check_name(spot, text.substr(start, end - start));
    }
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
  for (const Operation &operation : operations(recipe)) {
    const Templates templates{operation.name, theirs, has_proof};
    for (const char *name : {"url", "more", "headers", "body", "login", "logout"})
      if (const Value *member = operation.spot.value.member(name))
        templates.check_all(operation.spot.member(*member));
  }
}

} // namespace afterword::recipe
