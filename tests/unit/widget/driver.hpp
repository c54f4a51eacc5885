#pragma once
/// @file A widget in the hands of a test: events in, frames out, and questions to the frames.

#include "afterword/widget/widget.hpp"
#include "recipe.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Feeds events to a widget and keeps the last frame.
class Driver {
public:
  explicit Driver(afterword::Config config = with_comments(),
                  afterword::backend::Recipe recipe = shipped_recipe())
      : widget_(std::move(config), std::move(recipe)) {}

  static afterword::Config with_comments() {
    afterword::Config config;
    config.backend = "/api";
    config.page = "/post";
    return config;
  }

  using Type = afterword::Event::Type;

  const afterword::Frame &send(afterword::Event event) {
    event.now = now;
    frame = widget_.dispatch(event);
    story.push_back({std::move(event), frame});
    return frame;
  }
  const afterword::Frame &start(std::string target = {}) {
    return send({.type = Type::start, .target = std::move(target)});
  }
  const afterword::Frame &respond(std::size_t id, int status, std::string body) {
    return send({.type = Type::response, .id = id, .response = {status, std::move(body)}});
  }
  const afterword::Frame &fail(std::size_t id, bool offline = false) {
    const int status = offline ? afterword::backend::no_network : afterword::backend::no_reply;
    return send({.type = Type::response, .id = id, .response = {status}});
  }
  const afterword::Frame &field(Type type, std::string form, afterword::Field field, std::string value) {
    afterword::Event event{.type = type, .form = std::move(form), .field = field};
    event.values.set(field, std::move(value));
    return send(std::move(event));
  }
  const afterword::Frame &submit(std::string form, afterword::Values values, std::string key = {}) {
    if (key.empty())
      key = "key-" + std::to_string(story.size());
    return send(
        {.type = Type::submit, .form = std::move(form), .key = std::move(key), .values = std::move(values)});
  }

  /// The first effect of `type`, or nullptr.
  [[nodiscard]] const afterword::Effect *effect(afterword::Effect::Type type) const {
    for (const afterword::Effect &effect : frame.effects)
      if (effect.type == type)
        return &effect;
    return nullptr;
  }
  [[nodiscard]] const afterword::Effect *fetch() const { return effect(afterword::Effect::Type::fetch); }
  [[nodiscard]] std::string focus() const {
    const auto *found = effect(afterword::Effect::Type::focus);
    return found != nullptr ? found->target : "";
  }
  [[nodiscard]] std::string announced() const {
    const auto *found = effect(afterword::Effect::Type::announce);
    return found != nullptr ? found->text.value_or("") : "";
  }
  /// The patch of `region`, or nullptr.
  [[nodiscard]] const afterword::Patch *patch(std::string_view region) const {
    for (const afterword::Patch &patch : frame.patches)
      if (patch.region == region)
        return &patch;
    return nullptr;
  }
  /// Whether the patch of `region` draws `part`.
  [[nodiscard]] bool draws(std::string_view region, std::string_view part) const {
    const afterword::Patch *found = patch(region);
    return found != nullptr && found->markup.str().find(part) != std::string::npos;
  }

  /// Whether any patch draws `part`.
  [[nodiscard]] bool draws(std::string_view part) const {
    for (const afterword::Patch &patch : frame.patches)
      if (patch.markup.str().find(part) != std::string::npos)
        return true;
    return false;
  }

  std::int64_t now = 1'800'000'000'000; ///< milliseconds since 1970 UTC; a test moves it
  afterword::Frame frame{};
  std::vector<std::pair<afterword::Event, afterword::Frame>>
      story{}; ///< all that happened, and what came of it

private:
  afterword::Widget widget_;
};

/// A filled-in form.
inline afterword::Values filled(std::string comment = "Hello <there>",
                                std::string email = "ada@example.org") {
  using afterword::Field;
  return afterword::Values()
      .set(Field::comment, std::move(comment))
      .set(Field::name, "Ada")
      .set(Field::email, std::move(email))
      .set(Field::website, "")
      .set(Field::remember, "")
      .set(Field::notify_comments, "true");
}

inline constexpr const char *two_comments =
    R"({"comments":[{"id":"1","parent":null,"name":"Ines","created":"2026-11-20T10:00:00Z","content":"<p>First</p>"},)"
    R"({"id":"2","parent":"1","name":"Tom","created":"2026-11-21T10:00:00Z","content":"<p>Second</p>"}],)"
    R"("total":2,"next":null,"closed":false,"followers":5})";
