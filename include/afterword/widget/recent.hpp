#pragma once
/// @file Recent: a widget that shows the latest comments of a site, for a page that has no thread of its own.

#include "afterword/backend/recent.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/backend/request.hpp"
#include "afterword/html/format.hpp"
#include "afterword/locale/english_reading.hpp"
#include "afterword/locale/recent.hpp"
#include "afterword/model/config.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/view/recent.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/frame.hpp"

#include <algorithm>
#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <utility>

namespace afterword {

/// How many comments are shown, unless the page says otherwise, and at most.
inline constexpr std::size_t recent_limit = 5;
inline constexpr std::size_t most_recent = 20;

/// The latest comments of a site. How many there shall be is what the page calls `limit` among the values of
/// its configuration.
class Recent {
public:
  /// @param catalog and `words` must outlive this
  Recent(Config &&config, backend::Recipe &&recipe, const locale::Catalog &catalog = locale::english_reading,
         const locale::RecentWords &words = locale::english_recent)
      : config_(std::move(config)), recipe_(std::move(recipe)), catalog_(&catalog), words_(&words) {
    auto value = std::find_if(config_.values.begin(), config_.values.end(),
                              [](const text::Named &each) { return each.name == "limit"; });
    if (value == config_.values.end())
      value = config_.values.insert(value, {"limit", {}});
    limit_ = std::clamp<std::size_t>(backend::to_size(value->value).value_or(recent_limit), 1, most_recent);
    value->value = text::decimal(limit_);
  }

  /// Lets `event` happen. There is always a frame; that of an event which is not this widget's is empty.
  std::optional<Frame> dispatch(const Event &event) {
    std::optional<Frame> frame(std::in_place);
    if (event.type == Event::Type::start) {
      frame->replace("afterword",
                     view::draw_recent_widget(context(), *words_, view::draw_no_recent(context(), false)));
      ask(*frame);
    } else if (event.type == Event::Type::retry && failed_) {
      retried_ = true;
      frame->replace("recent", view::draw_no_recent(context(), false));
      frame->focus("recent"); // the button that had it is gone
      ask(*frame);
    } else if (event.type == Event::Type::response && event.id == awaited_ && awaited_ != 0) {
      awaited_ = 0;
      receive(*frame, event.response);
    }
    return frame;
  }

private:
  [[nodiscard]] view::Context context() const { return {config_, *catalog_}; }

  void ask(Frame &frame) {
    failed_ = false;
    const backend::Json *operation = recipe_.at("/recent");
    if (operation == nullptr)
      return fail(frame,
                  {.kind = backend::Failure::Kind::unreachable, .detail = "the recipe has no \"recent\""});
    awaited_ = ++asked_;
    frame.fetch(awaited_, "recent", backend::write_request(operation, backend::variables(config_)));
  }

  void receive(Frame &frame, const backend::Response &response) {
    std::list<RecentComment> comments;
    if (const backend::Failure failure =
            backend::read_recent(recipe_, response, comments, {html::Images::as_text, html::format_text}))
      return fail(frame, failure);
    if (comments.size() > limit_)
      comments.resize(limit_);
    frame.replace("recent", view::draw_recent(context(), *words_, comments));
    frame.emit("loaded").detail("count", text::decimal(comments.size()));
  }

  void fail(Frame &frame, const backend::Failure &failure) {
    failed_ = true;
    frame.replace("recent", view::draw_no_recent(context(), true));
    if (retried_) // else nobody has asked for anything
      frame.announce(catalog_->say(locale::Message::thread_failed));
    frame.emit("error")
        .detail("request", "recent")
        .detail("kind", backend::failure_kinds[static_cast<std::size_t>(failure.kind)])
        .detail("detail", failure.detail);
  }

  Config config_;
  backend::Recipe recipe_;
  const locale::Catalog *catalog_;
  const locale::RecentWords *words_;
  std::size_t limit_ = recent_limit;
  std::size_t asked_ = 0;   ///< requests
  std::size_t awaited_ = 0; ///< id of the request that is on its way; 0: none is
  bool failed_ = false;
  bool retried_ = false;
};

} // namespace afterword
