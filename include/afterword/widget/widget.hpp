#pragma once
/// @file The widget: the only door to everything below it.

#include "afterword/backend/recipe.hpp"
#include "afterword/locale/english.hpp"
#include "afterword/model/config.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/frame.hpp"
#include "afterword/widget/state.hpp"
#include "afterword/widget/update.hpp"

#include <utility>

namespace afterword {

/// Comments and subscription of one page. Configuration goes in once, events go in one by one, frames come
/// out.
class Widget {
public:
  /// @param catalog must outlive the widget
  Widget(Config &&config, backend::Recipe &&recipe, const locale::Catalog &catalog = locale::english)
      : state_(first_state(std::move(config), std::move(recipe), catalog)) {
    state_.powers = {update::send, html::format_text, view::annotator, view::draw_own_footer};
  }

  /// Lets `event` happen. Synchronous, and the same on every machine.
  Frame dispatch(const Event &event) { return update::apply(state_, event); }

private:
  State state_;
};

} // namespace afterword
