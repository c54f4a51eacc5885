#pragma once
/// @file A driver in the hands of somebody who writes: the widget is all there, and the browser keeps things.

#include "catch.hpp"
#include "driver.hpp"

#include "afterword/backend/json.hpp"

#include <optional>
#include <string>
#include <utility>

/// A widget that is all there, with two comments on it.
inline Driver resumed(afterword::backend::Recipe recipe = shipped_recipe()) {
  Driver driver(Driver::with_comments(), std::move(recipe));
  driver.start();
  driver.respond(driver.fetch()->id, 200, two_comments);
  driver.send({.type = Driver::Type::resume, .key = "tab"});
  return driver;
}

inline std::string member(const afterword::Effect *fetch, const char *pointer) {
  afterword::backend::Json json;
  REQUIRE(fetch != nullptr);
  REQUIRE(afterword::backend::parse_json(fetch->request.body, json));
  return afterword::backend::as_text(afterword::backend::find(json, pointer));
}

/// What the frame keeps under the name that begins with `prefix`; nothing if it says nothing of that, and
/// nothing in that if it is to be forgotten.
inline std::optional<std::optional<std::string>> kept(const Driver &driver, const std::string &prefix) {
  std::optional<std::optional<std::string>> found;
  for (const afterword::Effect &effect : driver.frame.effects)
    if (effect.type == afterword::Effect::Type::store && effect.target.starts_with(prefix))
      found = effect.text;
  return found;
}

/// What a browser answers to `load` and `list`.
inline afterword::Event loaded(std::string key, std::optional<std::string> stored) {
  return {.type = Driver::Type::loaded, .key = std::move(key), .stored = std::move(stored)};
}
