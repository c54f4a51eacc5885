#pragma once
/// @file The state of a widget: everything it knows between two events.

#include "afterword/backend/form.hpp"
#include "afterword/backend/recipe.hpp"
#include "afterword/backend/template.hpp"
#include "afterword/locale/catalog.hpp"
#include "afterword/model/account.hpp"
#include "afterword/model/config.hpp"
#include "afterword/model/form.hpp"
#include "afterword/model/outgoing.hpp"
#include "afterword/model/own.hpp"
#include "afterword/model/subscription.hpp"
#include "afterword/model/thread.hpp"
#include "afterword/model/voting.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/view/thread.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/frame.hpp"
#include "afterword/widget/live.hpp"
#include "afterword/widget/pending.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afterword {

/// A draft that the browser keeps.
struct FoundDraft {
  std::string name{};    ///< under which it is kept
  std::string region{};  ///< of its form
  std::string widget{};  ///< id of the widget that kept it
  Draft draft{};         ///< only its comment, its key, and what it answers
  std::string sent{};    ///< the comment as it was sent last
  bool left = false;     ///< the browser went away with it
  bool closed = false;   ///< its form was closed by "Cancel"
  std::int64_t time = 0; ///< when it was kept, in milliseconds since 1970 UTC
};

struct State;

/// What only those can do who have all of the core: see update::send, html::format_text, view::annotator,
/// view::draw_own_footer.
struct Powers {
  void (*send)(State &, Frame &, Pending) = nullptr;
  html::Markup (*format)(std::string_view text) = nullptr;
  view::Annotator annotator{};
  view::Footer footer = nullptr;
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
  bool read_only = false;     ///< the recipe knows no way to post
  std::optional<Sort> sort{}; ///< of the thread; nothing: the backend does not say
  view::Abilities abilities{};
  view::Sorts sorts{};     ///< the orders that the page offers
  bool tools = false;      ///< sort and search are drawn
  bool more_alone = false; ///< nobody has pressed anything for the page of the list that is on its way
  std::string target{};    ///< the comment's fragment that the reader came for, until it was found
  std::size_t drawn = 0;   ///< branches of the top level that are on the page; the others follow

  std::list<Form> forms{};     ///< the page's own first, then those of replies
  std::int64_t wait_until = 0; ///< when the backend takes the next comment, in milliseconds since 1970 UTC
  bool ticking = false;        ///< a timer is running
  bool typed = false;          ///< something was typed since a form was sent: focus must stay there
  text::Syntax syntax = text::Syntax::text; ///< what commenters may write
  bool guarded = false;                     ///< a reader who leaves is asked to stay
  bool knows_voter = false; ///< the browser has said what it keeps of votes; until then they are held
  std::string posted{};     ///< the comment that was posted last,
  std::string posted_to{};  ///< and the one that it answers
  Values commenter{};       ///< what a new form begins with: name, e-mail and website, if they shall be kept
  Subscription subscription{};
  Account account{};
  std::list<text::Named> kept{}; ///< what was needed first, and is good for longer

  std::string widget_id{}; ///< names what this widget keeps in the browser; empty: nothing is kept yet
  std::string former_id{}; ///< of the widget that was in this tab before
  std::string voter{};     ///< names this browser to the backend; empty: not yet
  std::list<Voting> voting{};
  std::list<Event> held{};        ///< votes and reports
  std::list<text::Named> voted{}; ///< votes of this browser, by the ids of comments
  std::size_t seeks = 0;          ///< pages that were asked for to find what the reader came for
  Live live{};
  std::list<std::string> written{};  ///< ids of comments that came from here
  std::string query{};               ///< what is searched for
  std::string menu{};                ///< id of the comment whose menu is open
  std::list<std::string> reported{}; ///< ids of comments
  view::Remark remark{};
  std::string came_for{};         ///< the fragment that the reader came for
  std::list<Outgoing> outgoing{}; ///< comments on their way
  std::list<Own> own{};           ///< comments of the reader's own
  std::list<FoundDraft> found{};  ///< drafts that the browser has, while they are looked through

  std::list<Pending> pending{};
  std::size_t next_id = 1; ///< for requests and for comments that are being sent

  [[nodiscard]] view::Context context() const {
    view::Context context{config,   *catalog, closed || read_only || account.is_missing(),
                          &account, &thread,  abilities};
    context.footer = powers.footer;
    context.own = &own;
    context.outgoing = &outgoing;
    context.now = now;
    context.writes = !widget_id.empty();
    context.syntax = syntax;
    context.menu = &menu;
    context.reported = &reported;
    context.remark = &remark;
    return context;
  }

  /// What the recipe's templates call the order of the thread.
  [[nodiscard]] std::string sort_value() const {
    std::string pointer = "/list/sorts/";
    if (sort)
      pointer += sort_names[static_cast<std::size_t>(*sort)];
    return recipe.string(pointer.c_str());
  }

  /// Whether the branch at the top level that begins with `root` is on the page.
  [[nodiscard]] bool is_drawn(Thread::Index root) const {
    const auto end = thread.roots().begin() + static_cast<std::ptrdiff_t>(drawn);
    return std::find(thread.roots().begin(), end, root) != end;
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
  /// The comment on its way that is called `key`, or nullptr.
  [[nodiscard]] Outgoing *find_outgoing(const std::string &key) {
    for (Outgoing &each : outgoing)
      if (each.draft.key == key)
        return &each;
    return nullptr;
  }
  /// The comment on its way that is drawn as `comment`, or nullptr.
  [[nodiscard]] Outgoing *find_drawn(const std::string &comment) {
    for (Outgoing &each : outgoing)
      if (each.comment == comment)
        return &each;
    return nullptr;
  }
  /// What the reader may do with the comment `id`, or nullptr.
  [[nodiscard]] Own *find_own(const std::string &id) {
    for (Own &each : own)
      if (each.id == id)
        return &each;
    return nullptr;
  }

  /// The vote for the comment `id` that is on its way, or nullptr.
  [[nodiscard]] Voting *find_voting(const std::string &id) {
    for (Voting &each : voting)
      if (each.comment == id)
        return &each;
    return nullptr;
  }
  [[nodiscard]] bool is_reported(const std::string &id) const {
    return std::find(reported.begin(), reported.end(), id) != reported.end();
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
  const auto can = [&](const char *operation) { return state.recipe.at(operation) != nullptr; };
  state.abilities = {can("/vote/like"), can("/vote/dislike"), can("/vote/clear"),
                     can("/report"),    can("/edit"),         can("/remove")};
  if (const backend::Json *sorts = state.recipe.at("/list/sorts");
      sorts != nullptr && !sorts->items.empty()) {
    state.sort = state.config.sort;
    if (state.sort_value().empty())
      state.sort = sort_of(sorts->items.front().key);
  }
  state.config.subscription = state.config.subscription && state.recipe.at("/subscribe") != nullptr;
  state.subscription.followers = state.config.followers;
  return state;
}

} // namespace afterword
