#pragma once
/// @file A frame: what one event changes. First the patches, then the effects, both in order.

#include "afterword/html/markup.hpp"
#include "afterword/widget/effect.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <utility>

namespace afterword {

/// A change to one region of the page.
struct Patch {
  enum class Type : std::uint8_t {
    replace, ///< morph `region` into `markup`
    insert,  ///< put `markup`, the new `region`, into `into`, before `before` or at the end
    remove,  ///< take `region` away
    move,    ///< put `region`, as it is, into `into`, before `before` or at the end
    hide,    ///< nobody sees `region` any more,
    show,    ///< or they do again
  };

  Type type = Type::replace;
  std::string region{};
  html::Markup markup{};
  std::string into{};
  std::string before{}; ///< empty: at the end
  friend bool operator==(const Patch &, const Patch &) = default;
};

/// What one event changes.
struct Frame {
  std::list<Patch> patches{};
  std::list<Effect> effects{};
  friend bool operator==(const Frame &, const Frame &) = default;

  void replace(std::string region, html::Markup markup) {
    Patch &patch = add(Patch::Type::replace, std::move(region));
    patch.markup = std::move(markup);
  }
  void insert(std::string region, html::Markup markup, std::string into, std::string before = {}) {
    Patch &patch = add(Patch::Type::insert, std::move(region));
    patch.markup = std::move(markup);
    patch.into = std::move(into);
    patch.before = std::move(before);
  }
  void remove(std::string region) { add(Patch::Type::remove, std::move(region)); }
  void move(std::string region, std::string into, std::string before = {}) {
    Patch &patch = add(Patch::Type::move, std::move(region));
    patch.into = std::move(into);
    patch.before = std::move(before);
  }

  void hide(std::string region) { add(Patch::Type::hide, std::move(region)); }
  void show(std::string region) { add(Patch::Type::show, std::move(region)); }

  void fetch(std::size_t id, const char *operation, backend::Request request) {
    Effect &effect = add(Effect::Type::fetch, operation);
    effect.id = id;
    effect.request = std::move(request);
  }
  void load(std::string key) { add(Effect::Type::load, std::move(key)); }
  void store(std::string key, std::optional<std::string> text) {
    add(Effect::Type::store, std::move(key)).text = std::move(text);
  }
  void fill(std::string form, Values values) {
    add(Effect::Type::fill, std::move(form)).values = std::move(values);
  }
  void focus(std::string region) { add(Effect::Type::focus, std::move(region)); }
  void announce(std::string text, bool urgent = false) {
    Effect &effect = add(Effect::Type::announce, {});
    effect.text = std::move(text);
    effect.urgent = urgent;
  }
  void later() { add(Effect::Type::later, {}); }
  void list(std::string prefix) { add(Effect::Type::list, std::move(prefix)); }
  void claim(std::string key) { add(Effect::Type::claim, std::move(key)); }
  void guard(bool on) { add(Effect::Type::guard, {}).urgent = on; }
  void insert_text(std::string form, text::Selection selection) {
    add(Effect::Type::insert, std::move(form)).selection = std::move(selection);
  }
  void preview(std::string form, std::string text) {
    add(Effect::Type::preview, std::move(form)).text = std::move(text);
  }
  void stream(std::size_t id, std::string url) {
    Effect &effect = add(Effect::Type::stream, {});
    effect.id = id;
    effect.request.url = std::move(url);
  }
  void abort(std::size_t id) { add(Effect::Type::abort, {}).id = id; }
  void copy(std::string comment, std::string text) {
    add(Effect::Type::copy, std::move(comment)).text = std::move(text);
  }
  void alarm(std::size_t seconds) { add(Effect::Type::alarm, {}).id = seconds; }
  void timer() { add(Effect::Type::timer, {}); }
  /// The event goes on with `detail` for whatever more the page shall know of it.
  Frame &emit(const char *name) {
    add(Effect::Type::emit, name);
    return *this;
  }
  Frame &detail(const char *name, const std::string &value) { return detail(name, value.c_str()); }
  Frame &detail(const char *name, const char *value) {
    effects.back().detail.push_back({name, value});
    return *this;
  }

private:
  Patch &add(Patch::Type type, std::string region) {
    Patch &patch = patches.emplace_back();
    patch.type = type;
    patch.region = std::move(region);
    return patch;
  }
  Effect &add(Effect::Type type, std::string target) {
    Effect &effect = effects.emplace_back();
    effect.type = type;
    effect.target = std::move(target);
    return effect;
  }
};

} // namespace afterword
