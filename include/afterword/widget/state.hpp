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
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace afterword {

/// A request that was sent and not yet answered.
struct Pending {
  enum class Kind : std::uint8_t { list, more, create, subscribe, followers };
  Kind kind;
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

  std::vector<std::unique_ptr<Form>> forms{}; ///< the page's own first, then those of replies
  Values commenter{}; ///< what a new form begins with: name, e-mail and website, if they shall be kept
  Subscription subscription{};

  std::vector<std::unique_ptr<Pending>> pending{};
  std::size_t next_id = 1; ///< for requests and for comments that are being sent

  [[nodiscard]] view::Context context() const { return {config, *catalog, closed}; }

  /// The form that is the region `region`, or nullptr.
  [[nodiscard]] Form *find_form(const std::string &region) {
    for (const std::unique_ptr<Form> &form : forms)
      if (form->region == region)
        return form.get();
    return nullptr;
  }

  /// Adds a form that is the region `region`.
  Form &add_form(std::string region) {
    forms.push_back(std::make_unique<Form>());
    forms.back()->region = std::move(region);
    return *forms.back();
  }

  /// Sends `request`, and remembers what its answer will be about.
  void send(Frame &frame, backend::Request request, Pending::Kind kind, std::string form = {}) {
    pending.push_back(std::make_unique<Pending>(Pending{kind, std::move(form), next_id}));
    frame.fetch(next_id++, std::move(request));
  }
};

} // namespace afterword
