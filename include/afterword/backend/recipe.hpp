#pragma once
/// @file A recipe: one JSON document that says how a backend is spoken to. A backend is data, so no backend's
/// name stands in this code.

#include "afterword/backend/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword::backend {

/// A recipe. Made by `parse`; one that was made otherwise says nothing. What it says is looked up where it is
/// needed; what it leaves out, the backend lacks.
class Recipe {
public:
  /// The recipe in `text`, or nothing if that is no JSON object with a way to list, or at least to subscribe.
  static std::optional<Recipe> parse(std::string_view text) {
    std::optional<Recipe> recipe(std::in_place);
    if (!parse_json(text, recipe->document_) ||
        (recipe->string("/list/url").empty() && recipe->string("/subscribe/url").empty()))
      recipe.reset();
    return recipe;
  }

  /// The part at `pointer`, or nullptr.
  [[nodiscard]] const Json *at(const char *pointer) const { return find(document_, pointer); }

  /// The string at `pointer`, or the empty one.
  [[nodiscard]] std::string string(const char *pointer) const { return as_text(at(pointer)); }

  /// Of `reply`, the value that the pointer written at `pointer` of this recipe leads to; nullptr if either
  /// is missing.
  [[nodiscard]] const Json *read(const Json &reply, const char *pointer) const {
    const std::string *target = as_string(at(pointer));
    return target != nullptr ? find(reply, target->c_str()) : nullptr;
  }

  /// The same as text; empty if it is missing, or neither a string nor a number.
  [[nodiscard]] std::string text(const Json &reply, const char *pointer) const {
    return as_text(read(reply, pointer));
  }

private:
  Json document_;
};

} // namespace afterword::backend
