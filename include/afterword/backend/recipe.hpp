#pragma once
/// @file A recipe: one JSON document that says how a backend is spoken to. A backend is data, so no backend's
/// name stands in this code.

#include "afterword/backend/json.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::backend {

/// Larger recipes are refused.
inline constexpr std::size_t most_recipe_bytes = 1 << 16;

/// A recipe. Made by `parse`; one that was made otherwise says nothing. What it says is looked up where it is
/// needed; what it leaves out, the backend lacks. The format: web/recipes/README.md.
class Recipe {
public:
  /// The recipe in `text`, or nothing if that is no JSON object with a way to list, or at least to
  /// subscribe, or larger than 64 KiB.
  static std::optional<Recipe> parse(std::string_view text) {
    std::optional<Recipe> recipe(std::in_place);
    if (text.size() > most_recipe_bytes || !parse_json(text, recipe->document_) ||
        (recipe->string("/list/url").empty() && recipe->string("/subscribe/url").empty()))
      recipe.reset();
    return recipe;
  }

  /// The part at `pointer`, or nullptr.
  [[nodiscard]] const Json *at(const char *pointer) const { return find(document_, pointer); }

  /// The string at `pointer`, or the empty one.
  [[nodiscard]] std::string string(const char *pointer) const { return as_text(at(pointer)); }

  /// The operation called `name`; of several ways to do it the one at `index`.
  [[nodiscard]] const Json *operation(const char *name, std::size_t index = 0) const {
    std::string pointer = "/";
    pointer += name;
    const Json *found = at(pointer.c_str());
    if (found == nullptr || found->type != Json::Type::array)
      return index == 0 ? found : nullptr;
    return index < found->items.size() ? &found->items[index] : nullptr;
  }

private:
  Json document_;
};

} // namespace afterword::backend
