#pragma once
/// @file A comment form on the page: its draft, and how far it has come.

#include "afterword/html/markup.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/model/problems.hpp"
#include "afterword/text/trim.hpp"

#include <cstdint>
#include <string>

namespace afterword {

/// One form: the page's own, or a reply form under a comment. The values themselves are the DOM's; `draft` is
/// what the last event told of them.
struct Form {
  std::string region; ///< where it stands on the page
  Draft draft{};
  Problems problems{};  ///< shown beside their fields
  Words words{};        ///< the backend's own, about those that are `refused`
  FieldSet counted{};   ///< their counters are seen
  FieldSet edited{};    ///< typed in: leaving a field empty untouched is no mistake yet
  bool summary = false; ///< the problems are also listed on top, as after a submit
  bool sending = false;
  bool open = true;     ///< on the page; a reply form that was cancelled keeps its draft
  std::string notice{}; ///< why the last try did not succeed, in the reader's words; empty: nothing to say
  std::string sent{};   ///< the comment as it was sent last: what differs from it is not sent yet
  std::string email_hint{}; ///< what the e-mail address was probably meant to be; empty: nothing to ask
  std::string outlook{};   ///< what will become of the comment, in the reader's words; empty: nothing special
  std::string editing{};   ///< id of the comment that it edits; empty: it makes a new one
  bool unsaved = false;    ///< typed in since its draft was kept in the browser
  bool saved = false;      ///< the browser keeps its draft
  bool returning = false;  ///< its draft came back, and it opens once its comment is here
  bool left = false;       ///< the browser went away with its comment, to the backend's own page
  std::string discarded{}; ///< the comment that was discarded, until somebody types again
  bool previewing = false; ///< the preview is shown
  std::string previewed{}; ///< the comment that it shows, or will,
  html::Markup preview{};  ///< and how that looks
  std::int64_t email_typed = 0; ///< when the e-mail address was typed in last, in milliseconds since 1970
                                ///< UTC; 0: it was looked at since

  /// Forgets the comment, and what was said about it.
  void clear_comment() {
    clear_problems();
    draft.comment.clear();
    draft.key.clear();
    outlook.clear();
    edited = {};
    counted = {};
  }

  /// Id of the comment that it stands under; empty for the page's own.
  [[nodiscard]] const std::string &place() const noexcept { return editing.empty() ? draft.parent : editing; }

  /// Whether there is text in it that nobody has sent.
  [[nodiscard]] bool is_unsent() const { return open && !left && !text::trim(draft.comment).empty(); }

  /// Forgets what was said about the last try.
  void clear_problems() {
    problems = {};
    words.clear();
    summary = false;
    notice.clear();
  }
};

} // namespace afterword
