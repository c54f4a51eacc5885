#pragma once
/// @file Events: everything that can happen to a widget. Time and randomness come in with them, never by
/// themselves.

#include "afterword/backend/http.hpp"
#include "afterword/model/values.hpp"
#include "afterword/text/selection.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace afterword {

/// An event. Plain, so that it crosses to any language; which members mean something depends on the type.
struct Event {
  enum class Type : std::uint8_t {
    start,    ///< the widget is on the page; `target`
    locate,   ///< the page's address names another `target`
    response, ///< the fetch `id` was answered with `response`, or will not be, as its status says
    loaded,   ///< `stored` is what is kept under `key`
    retry,    ///< "Try again" where the list failed to load
    draw,     ///< what was drawn is on the screen, and there is time for more
    more,     ///< "Show more comments"; `automatic`, if nobody pressed that

    // From here on what takes somebody who writes.
    input,   ///< the control `field` of `form` was typed in; `values` has its value
    blur,    ///< the control `field` of `form` was left; `values` has its value
    submit,  ///< `form` was submitted with `values`; `key` is a fresh random UUID
    reply,   ///< "Reply" under `comment`, of which `source` is selected
    cancel,  ///< "Cancel reply" in `form`, with `values`
    accept,  ///< the hint for the e-mail address of `form` was taken
    tick,    ///< the timer that was asked for ran out
    visit,   ///< `field` of `form` was chosen in the summary of problems
    resume,  ///< all of the widget is here now; `key` is a fresh random UUID that names it, `stored` the one
             ///< of the widget that was in this tab before
    leave,   ///< the reader may be gone for good
    left,    ///< the browser goes to the backend's own page now, with the request `id`
    online,  ///< there is a network again
    claimed, ///< `stored` is what the outbox has under `key`, for nobody else to send
    mark,    ///< `text` of `form` shall be marked as the toolbar's button `name` says
    preview, ///< "Preview" of `form`, with `values`
    previewed, ///< `stored` is the HTML that the `source` of `form` gives
    discard,   ///< "Discard" in `form`
    edit,      ///< "Edit" under the own `comment`
    erase,     ///< "Delete" under the own `comment`
    undo,      ///< "Undo" under `comment`, or in `form`
    resend,    ///< "Try again" under the own `comment`
    sort,      ///< the thread shall stand in the order called `stored`
    toggle,    ///< the replies to `comment` shall be hidden, or shown
    vote,      ///< `stored`, "like" or "dislike", of `comment` was pressed; `key` is a fresh random UUID
    menu,      ///< the menu of `comment` shall open, or close
    report,    ///< "Report" in the menu of `comment`; `key` is a fresh random UUID
    copy,      ///< "Copy link" in the menu of `comment`
    copied,    ///< the link to `comment` is on the clipboard; or is not, without `stored`
    quote,     ///< "Quote" in the menu of `comment`, of which `source` is selected
    search,    ///< `stored` shall be searched for in the thread
    visible,   ///< the reader is back
    alarm,     ///< the alarm that was asked for rings
    streamed,  ///< the stream `id` says `stored`; or is closed for good, without
    news,      ///< the new comments shall be shown
  };

  Type type = Type::start;
  std::int64_t now = 0;                ///< when it happened, in milliseconds since 1970 UTC
  std::string target{};                ///< fragment of the page's address, without its `#`
  std::string form{};                  ///< region of a form
  std::string comment{};               ///< id of a comment
  std::string key{};                   ///< of what is stored, or of what is sent only once
  Field field = Field::comment;        ///< a control of a form
  Values values{};                     ///< of a form's controls
  std::size_t id = 0;                  ///< of a fetch
  backend::Response response{};        ///< to the fetch
  std::optional<std::string> stored{}; ///< nothing, if nothing was kept
  std::string name{};                  ///< of a mark
  std::string source{};                ///< what a preview shows
  text::Selection text{};              ///< of a textarea
  bool automatic = false;
};

/// The wire's names of the types, in their order: those of reading, and those of writing.
inline constexpr const char *reading_event_names[] = {"start", "locate", "response", "loaded",
                                                      "retry", "draw",   "more"};
inline constexpr const char *writing_event_names[] = {
    "input",  "blur",  "submit", "reply",   "cancel", "accept",   "tick",      "visit",   "resume",
    "leave",  "left",  "online", "claimed", "mark",   "preview",  "previewed", "discard", "edit",
    "erase",  "undo",  "resend", "sort",    "toggle", "vote",     "menu",      "report",  "copy",
    "copied", "quote", "search", "visible", "alarm",  "streamed", "news"};

} // namespace afterword
