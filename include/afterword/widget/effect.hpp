#pragma once
/// @file Effects: what the host is asked to do besides drawing. Plain values, to compare in a test.

#include "afterword/backend/http.hpp"
#include "afterword/model/values.hpp"
#include "afterword/text/named.hpp"
#include "afterword/text/selection.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <vector>

namespace afterword {

/// An effect. Which members mean something depends on the type.
struct Effect {
  enum class Type : std::uint8_t {
    fetch,    ///< send `request`, which the operation `target` wrote; answer with `response` of the same `id`
    load,     ///< answer with `loaded`: what is kept under `target`
    fill,     ///< put `values` into the controls of the form `target`
    focus,    ///< move focus to the region `target`, scrolling it into view
    announce, ///< have a screen reader say `text`, at once if `urgent`
    later,    ///< answer with `draw` once what is drawn now can be seen
    emit,     ///< fire the DOM event `afterword:TARGET` with `detail` for the page

    // From here on what takes somebody who writes.
    store,   ///< keep `text` under `target` in this browser, or forget what is there
    list,    ///< answer with `loaded` for all whose name begins with `target`, and once with nothing for
             ///< `target` itself: that is all
    claim,   ///< answer with `claimed`: what the outbox has under `target`, for nobody else to send
    timer,   ///< answer with `tick` after a second
    guard,   ///< ask a reader who leaves to stay, if `urgent`; otherwise not
    insert,  ///< put `selection` into the comment of the form `target`
    stream,  ///< answer with `streamed` of the same `id` for each message that `request`'s URL sends
    abort,   ///< end the stream `id`
    copy,    ///< put `text`, the link to the comment `target`, on the clipboard; answer with `copied`
    alarm,   ///< answer with `alarm` after `id` seconds; there is one alarm
    preview, ///< answer with `previewed`: the HTML that `text`, Markdown of the form `target`, gives
  };

  Type type = Type::fetch;
  std::string target{};
  std::optional<std::string> text{};
  bool urgent = false;
  Values values{};
  std::list<text::Named> detail{};
  std::size_t id = 0;
  backend::Request request{};
  text::Selection selection{};
  friend bool operator==(const Effect &, const Effect &) = default;
};

} // namespace afterword
