#pragma once
/// @file A comment form on the page: its draft, and how far it has come.

#include "afterword/model/draft.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace afterword {

/// One form: the page's own, or a reply form under a comment. The values themselves are the DOM's; `draft` is what the
/// last event told of them.
struct Form {
  Draft draft;
  std::vector<FieldProblem> problems; ///< shown beside their fields, in the order of the fields
  std::vector<Field> edited;          ///< fields that were typed in: leaving one empty untouched is no mistake yet
  bool summary = false;               ///< whether the problems are also listed on top, as after a submit
  bool sending = false;
  bool open = true;    ///< on the page; a reply form that was cancelled keeps its draft
  std::string notice;  ///< why the last try did not succeed, in the reader's words; empty: no reason to speak
  std::string sending_id; ///< id of the comment that is drawn as "sending"

  [[nodiscard]] std::optional<rules::Problem> problem(Field field) const {
    for (const FieldProblem &found : problems)
      if (found.field == field)
        return found.problem;
    return std::nullopt;
  }

  /// Sets or clears the problem of `field`. Returns whether that changed anything.
  bool set_problem(Field field, std::optional<rules::Problem> problem) {
    if (this->problem(field) == problem)
      return false;
    std::erase_if(problems, [&](const FieldProblem &found) { return found.field == field; });
    if (problem) {
      const auto place = std::find_if(problems.begin(), problems.end(),
                                      [&](const FieldProblem &found) { return found.field > field; });
      problems.insert(place, {field, *problem});
    }
    return true;
  }

  [[nodiscard]] bool was_edited(Field field) const {
    return std::find(edited.begin(), edited.end(), field) != edited.end();
  }
};

} // namespace afterword
