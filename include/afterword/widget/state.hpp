#pragma once
/// @file The state of a widget: everything it knows between two events.

#include "afterword/backend/recipe.hpp"
#include "afterword/backend/request.hpp"
#include "afterword/locale/catalog.hpp"
#include "afterword/model/config.hpp"
#include "afterword/model/form.hpp"
#include "afterword/model/subscription.hpp"
#include "afterword/model/thread.hpp"
#include "afterword/view/thread.hpp"
#include "afterword/widget/frame.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <utility>

namespace afterword {

/// A request that was sent and not yet answered.
struct Pending {
  enum class Kind : std::uint8_t { list, more, create, subscribe, followers };
  Kind kind = Kind::list;
  std::string form{}; ///< of `create`: region of the form that it came from
  std::size_t id = 0;
};

/// All that a widget knows.
struct State {
  Config config;
  backend::Recipe recipe;
  const locale::Catalog *catalog;

  std::int64_t now = 0; ///< when the event at hand happened, in milliseconds since 1970 UTC
  FormRules rules{};
  Thread thread{};
  view::ThreadState thread_state = view::ThreadState::loading;
  std::size_t total = 0; ///< published comments of the page, loaded or not
  std::string next{};    ///< cursor of the list's next page
  bool loading_more = false;
  bool closed = false;
  std::string target{}; ///< the fragment that the reader came for, until it was found

  std::list<Form> forms{};     ///< the page's own first, then those of replies
  std::int64_t wait_until = 0; ///< when the backend takes the next comment, in milliseconds since 1970 UTC
  bool ticking = false;        ///< a timer is running
  bool typed = false;          ///< something was typed since a form was sent: focus must stay there
  std::string posted{};        ///< the comment that was posted last,
  std::string posted_to{};     ///< and the one that it answers
  Values commenter{}; ///< what a new form begins with: name, e-mail and website, if they shall be kept
  Subscription subscription{};

  std::list<Pending> pending{};
  std::size_t next_id = 1; ///< for requests and for comments that are being sent

  [[nodiscard]] view::Context context() const { return {config, *catalog, closed}; }

  /// Until the backend takes the next comment.
  [[nodiscard]] std::size_t seconds_to_wait() const noexcept {
    return wait_until > now ? static_cast<std::size_t>((wait_until - now + 999) / 1000) : 0;
  }
  /// The backend takes the next comment `seconds` from now.
  void wait(std::size_t seconds) noexcept { wait_until = now + static_cast<std::int64_t>(seconds) * 1000; }

  /// The form that is the region `region`, or nullptr.
  [[nodiscard]] Form *find_form(const std::string &region) {
    for (Form &form : forms)
      if (form.region == region)
        return &form;
    return nullptr;
  }

  /// Adds a form that is the region `region`.
  Form &add_form(std::string region) {
    Form &form = forms.emplace_back();
    form.region = std::move(region);
    return form;
  }

  /// Sends `request`, and remembers what its answer will be about.
  void send(Frame &frame, backend::Request request, Pending::Kind kind, std::string form = {}) {
    Pending &sent = pending.emplace_back();
    sent.kind = kind;
    sent.form = std::move(form);
    sent.id = next_id;
    frame.fetch(next_id++, std::move(request));
  }

  /// What the request `id` is about, or nullptr if it is not waited for.
  [[nodiscard]] const Pending *find_pending(std::size_t id) const {
    for (const Pending &sent : pending)
      if (sent.id == id)
        return &sent;
    return nullptr;
  }

  /// The same, not waited for any more; it must have been.
  Pending take_pending(std::size_t id) {
    auto sent = pending.begin();
    while (sent->id != id)
      ++sent;
    Pending taken = std::move(*sent);
    pending.erase(sent);
    return taken;
  }
};

/// The state of a widget that nothing has happened to yet.
/// @param catalog must outlive it
inline State first_state(Config &&config, backend::Recipe &&recipe, const locale::Catalog &catalog) {
  State state{std::move(config), std::move(recipe), &catalog};
  state.rules = narrow({}, state.config);
  state.subscription.followers = state.config.followers;
  return state;
}

} // namespace afterword
