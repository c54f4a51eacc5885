#pragma once
/// @file A frame: what one event changes. First the patches, then the effects, both in order.

#include "afterword/html/markup.hpp"
#include "afterword/widget/effect.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace afterword {

/// A change to one region of the page.
struct Patch {
  enum class Kind : std::uint8_t {
    replace, ///< morph `region` into `markup`
    insert,  ///< put `markup`, the new `region`, into `into`, before `before` or at the end
    remove,  ///< take `region` away
  };

  Kind kind;
  std::string region;
  html::Markup markup;
  std::string into;
  std::string before; ///< empty: at the end
  friend bool operator==(const Patch &, const Patch &) = default;
};

/// What one event changes.
struct Frame {
  std::vector<Patch> patches;
  std::vector<Effect> effects;
  friend bool operator==(const Frame &, const Frame &) = default;

  void replace(std::string region, html::Markup markup) {
    patches.push_back({Patch::Kind::replace, std::move(region), std::move(markup), {}, {}});
  }
  void insert(std::string region, html::Markup markup, std::string into, std::string before = {}) {
    patches.push_back(
        {Patch::Kind::insert, std::move(region), std::move(markup), std::move(into), std::move(before)});
  }
  void remove(std::string region) { patches.push_back({Patch::Kind::remove, std::move(region), {}, {}, {}}); }
  void add(Effect effect) { effects.push_back(std::move(effect)); }
};

} // namespace afterword
