#pragma once
/// @file The reader: a widget that can only be read.

#include "afterword/backend/recipe.hpp"
#include "afterword/locale/english_reading.hpp"
#include "afterword/model/config.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/frame.hpp"
#include "afterword/widget/read.hpp"
#include "afterword/widget/state.hpp"

#include <optional>
#include <utility>

namespace afterword {

/// What a Widget is until somebody writes. A Widget of the same configuration and recipe that is given the
/// same events is where the reader is, and goes on from there.
class Reader {
public:
  /// @param catalog must outlive the reader
  Reader(Config &&config, backend::Recipe &&recipe, const locale::Catalog &catalog = locale::english_reading)
      : state_(first_state(std::move(config), std::move(recipe), catalog)) {}

  /// Lets `event` happen, with the frame that a Widget would give. Nothing, if it takes a Widget: then it has
  /// not happened.
  std::optional<Frame> dispatch(const Event &event) { return update::read(state_, event); }

private:
  State state_;
};

} // namespace afterword
