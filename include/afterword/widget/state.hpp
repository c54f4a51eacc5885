#pragma once
/// @file The state of a widget: everything it knows between two events.

#include "afterword/backend/form.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/backend/template.hpp"
#include "afterword/locale/catalog.hpp"
#include "afterword/model/account.hpp"
#include "afterword/model/config.hpp"
#include "afterword/model/form.hpp"
#include "afterword/model/subscription.hpp"
#include "afterword/model/thread.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/view/thread.hpp"
#include "afterword/widget/frame.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword {

/// An operation that was begun and not yet answered.
struct Pending {
  enum class Kind : std::uint8_t { list, more, create, subscribe, followers, account };
  Kind kind = Kind::list;
  std::size_t id = 0;             ///< of the request that is on its way
  std::string form{};             ///< of `create`: region of the form that it came from
  std::size_t way = 0;            ///< which of the recipe's ways to create
  bool renewed = false;           ///< what is needed first was fetched anew for it
  bool is_need = false;           ///< the request is for what is needed first,
  std::list<text::Named> needs{}; ///< and these are what is there of it
};

struct State;

/// What only those can do who have all of the core: see update::send, html::format_text, view::annotator.
struct Powers {
  void (*send)(State &, Frame &, Pending) = nullptr;
  html::Markup (*format)(std::string_view text) = nullptr;
  view::Annotator annotator{};
};

/// All that a widget knows.
struct State {
  Config config;
  backend::Recipe recipe;
  const locale::Catalog *catalog;
  Powers powers{};

  std::int64_t now = 0; ///< when the event at hand happened, in milliseconds since 1970 UTC
  FormRules rules{};
  Thread thread{};
  view::ThreadState thread_state = view::ThreadState::loading;
  std::string thread_words{}; ///< the backend's own, about why the list failed
  std::size_t total = 0;      ///< published comments of the page, loaded or not
  std::string next{};         ///< cursor of the list's next page
  bool loading_more = false;
  bool closed = false;
  bool read_only = false; ///< the recipe knows no way to post
  std::string target{};   ///< the fragment that the reader came for, until it was found

  std::list<Form> forms{};     ///< the page's own first, then those of replies
  std::int64_t wait_until = 0; ///< when the backend takes the next comment, in milliseconds since 1970 UTC
  bool ticking = false;        ///< a timer is running
  bool typed = false;          ///< something was typed since a form was sent: focus must stay there
  std::string posted{};        ///< the comment that was posted last,
  std::string posted_to{};     ///< and the one that it answers
  Values commenter{}; ///< what a new form begins with: name, e-mail and website, if they shall be kept
  Subscription subscription{};
  Account account{};
  std::list<text::Named> kept{}; ///< what was needed first, and is good for longer

  std::list<Pending> pending{};
  std::size_t next_id = 1; ///< for requests and for comments that are being sent

  [[nodiscard]] view::Context context() const {
    return {config, *catalog, closed || read_only || account.is_missing(), &account};
  }

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
  const backend::Json *form = state.recipe.at("/form");
  state.rules = narrow(form != nullptr ? backend::read_form(*form) : FormRules(), state.config);
  if (const backend::Json *me = state.recipe.at("/me")) {
    const backend::Variables variables = backend::variables(state.config);
    const auto address = [&](const char *pointer) {
      return html::Url::check(backend::expand(as_text(backend::find(*me, pointer)), variables, true));
    };
    state.account.log_in = address("/login");
    state.account.log_out = address("/logout");
    state.account.required = is_true(backend::find(*me, "/required"));
    state.account.asked = true;
  }
  state.config.comments = state.config.comments && state.recipe.at("/list") != nullptr;
  state.read_only = state.recipe.at("/create") == nullptr;
  state.config.subscription = state.config.subscription && state.recipe.at("/subscribe") != nullptr;
  state.subscription.followers = state.config.followers;
  return state;
}

} // namespace afterword
