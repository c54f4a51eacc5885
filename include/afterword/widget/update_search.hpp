#pragma once
/// @file The search in the thread: in what is here, and, if the reader wants, in more.

#include "afterword/html/paragraphs.hpp"
#include "afterword/text/fold.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"
#include "afterword/view/results.hpp"
#include "afterword/widget/update_thread.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace afterword::update {

/// Longer questions are cut, in bytes: nobody has written that.
inline constexpr std::size_t most_query_bytes = 200;

/// Draws what is found of the question at hand; returns how much that is.
inline std::size_t draw_results(const State &state, Frame &frame) {
  const view::Context context = state.context();
  html::Markup results;
  std::size_t count = 0;
  for (const Thread::Index root : state.thread.roots()) {
    for (Thread::Index i = root; i != Thread::none && !state.query.empty(); i = state.thread.next(i, root)) {
      const Comment &comment = state.thread[i];
      if (comment.status == Comment::Status::deleted)
        continue;
      std::string text = html::paragraphs(comment.content.str());
      if (text::fold(text).find(state.query) == std::string::npos &&
          text::fold(comment.name).find(state.query) == std::string::npos)
        continue;
      std::replace(text.begin(), text.end(), '\n', ' ');
      if (count++ < view::most_results)
        results += view::draw_result(context, comment, text, state.query);
    }
  }
  frame.replace("results", view::draw_results(context, state.query, count, results, !state.next.empty()));
  return count;
}

/// `query` shall be searched for; without one, what is not loaded yet shall be searched as well.
inline void search(State &state, Frame &frame, const std::string *query) {
  if (query == nullptr)
    return state.query.empty() ? void() : more(state, frame, true);
  std::string asked = query->substr(0, most_query_bytes);
  asked.resize(text::whole(*query, asked.size()));
  state.query = text::fold(text::trim(asked));
  const std::size_t count = draw_results(state, frame);
  if (!state.query.empty())
    frame.announce(count == 0 ? state.catalog->say(locale::Message::search_none)
                              : state.catalog->count(locale::Message::search_found, count));
}

} // namespace afterword::update
