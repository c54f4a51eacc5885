#pragma once
/// @file What events do to a comment form: the page's own, or a reply form.

#include "afterword/html/format.hpp"
#include "afterword/rules/email_hint.hpp"
#include "afterword/rules/prediction.hpp"
#include "afterword/text/date.hpp"
#include "afterword/text/decimal.hpp"
#include "afterword/view/annotation.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/widget/encode.hpp"
#include "afterword/widget/event.hpp"
#include "afterword/widget/send.hpp"
#include "afterword/widget/update_account.hpp"
#include "afterword/widget/update_commenter.hpp"
#include "afterword/widget/update_outlook.hpp"
#include "afterword/widget/update_thread.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace afterword::update {

namespace detail {

/// The values of a commenter that a new form begins with.
inline Values details(const Draft &commenter) {
  return Values()
      .set(Field::name, commenter.name)
      .set(Field::email, commenter.email)
      .set(Field::website, commenter.website)
      .set(Field::remember, commenter.remember ? Values::ticked : "");
}

/// Who is being answered, for a reply form.
inline std::string answered(const State &state, const Form &form) {
  const Thread::Index parent = state.thread.find(form.draft.parent);
  return parent == Thread::none ? std::string() : view::author(state.context(), state.thread[parent]);
}

inline void draw_form(const State &state, Frame &frame, const Form &form) {
  frame.replace(form.region, update::draw_form(state, form, answered(state, form)));
}

inline void draw_field(const State &state, Frame &frame, const Form &form, Field field) {
  frame.replace(view::field_region(form.region, field),
                view::draw_field(state.context(), form, field, state.rules));
}

/// The comment has to wait: the form says how long, and a screen reader hears it.
inline void put_off(State &state, Frame &frame, Form &form) {
  draw_form(state, frame, form);
  look_ahead(state, frame, form);
  frame.announce(form.outlook);
}

/// Focus goes to the first field that has a problem, and a screen reader hears how many there are.
inline void point_at_problems(const State &state, Frame &frame, const Form &form) {
  frame.announce(state.catalog->count(locale::Message::form_problems, form.problems.count()), true);
  frame.focus(view::control_region(form.region, form.problems.first()));
}

/// `failure` in words, for the form that the comment came from. The messages stand in the order of the kinds.
inline std::string explain(const State &state, const backend::Failure &failure) {
  using backend::Failure;
  const auto offset =
      static_cast<std::size_t>(failure.kind) - static_cast<std::size_t>(Failure::Kind::closed);
  const auto first = static_cast<std::size_t>(locale::Message::failure_closed);
  return state.catalog->say(static_cast<locale::Message>(first + offset), "message", failure.message);
}

/// Draws the comment at once, as one that is being sent.
inline void insert_sending(State &state, Frame &frame, Form &form) {
  const Draft &draft = form.outgoing;
  Comment comment;
  comment.id = "sending-";
  comment.id += text::decimal(state.next_id++);
  comment.parent = draft.parent;
  comment.name = state.account.name.empty() ? draft.name : state.account.name;
  if (!draft.website.empty())
    comment.website = html::Url::check(draft.website);
  comment.created = text::format_date(state.now / 1000);
  comment.content = html::format_text(draft.comment);
  comment.status = Comment::Status::sending;
  comment.unnamed = true;
  form.sending_id = comment.id;
  const Thread::Index index = state.thread.add(std::move(comment));
  insert_branch(state, frame, index, index);
}

/// Keeps what the commenter asked to be kept, or forgets it.
inline void remember(State &state, Frame &frame, const Draft &draft) {
  if (!state.rules[Field::remember].shown)
    return;
  state.commenter = draft.remember ? details(draft) : Values();
  frame.store(commenter_key, draft.remember ? std::optional(encode(state.commenter)) : std::nullopt);
}

/// Draws the form with `notice` above it, and makes sure that it is met.
inline void complain(const State &state, Frame &frame, Form &form, std::string notice) {
  form.notice = std::move(notice);
  draw_form(state, frame, form);
  frame.announce(form.notice, true);
  if (!state.typed)
    frame.focus(form.region + ".summary");
}

inline void fail(State &state, Frame &frame, Form &form, const backend::Failure &failure) {
  form.clear_problems();
  if (failure.kind == backend::Failure::Kind::slow_down) {
    // No mistake of anybody's: the same comment will be taken a little later.
    state.wait(failure.seconds);
    return put_off(state, frame, form);
  }
  if (failure.kind == backend::Failure::Kind::invalid) {
    form.problems = failure.problems;
    form.words = failure.words;
    form.summary = true;
    draw_form(state, frame, form);
    point_at_problems(state, frame, form);
  } else {
    complain(state, frame, form, explain(state, failure));
  }
  tell(frame, "create", failure);
}

/// The form after its comment was taken in: the page's own is empty again, a reply form goes.
inline void finish(State &state, Frame &frame, Form &form) {
  form.clear_problems();
  form.draft.key.clear();
  state.wait(state.rules.interval);
  state.posted = text::trim(form.sent);
  state.posted_to = form.draft.parent;
  // What was typed while the comment was on its way is not sent yet, and stays.
  if (form.draft.comment != form.sent) {
    draw_form(state, frame, form);
    return look_ahead(state, frame, form);
  }
  form.draft.comment.clear();
  form.outlook.clear();
  form.edited = {};
  form.counted = {};
  if (form.draft.parent.empty()) {
    draw_form(state, frame, form);
    frame.fill(form.region, Values().set(Field::comment, {}));
  } else {
    form.open = false;
    frame.remove(form.region);
  }
}

} // namespace detail

/// The comment that `pending` is about was answered.
inline void receive_created(State &state, Frame &frame, Pending &pending, const backend::Response &response) {
  Form *form = state.find_form(pending.form);
  if (form == nullptr)
    return;
  Comment comment;
  backend::Failure failure =
      backend::read_created(state.recipe, state.recipe.operation("create", pending.way), response, comment,
                            {state.config.images, state.powers.format});
  if (send_again(state, frame, pending, failure))
    return;
  form->sending = false;
  if (const Thread::Index sending = state.thread.find(form->sending_id); sending != Thread::none) {
    if (comment.id.empty()) {
      // The backend does not say what it keeps: what was typed stands for it.
      const Comment::Status status = comment.status;
      comment = state.thread[sending];
      comment.status = status;
    }
    remove_comment(state, frame, sending);
  }
  const Comment::Status status = comment.status;
  const std::string id = comment.id;
  if (!failure) {
    if (const Thread::Index index = state.thread.add(std::move(comment)); index != Thread::none) {
      insert_branch(state, frame, index, index);
      state.total += status == Comment::Status::published ? 1 : 0;
    }
  }
  draw_surroundings(state, frame);
  if (failure)
    return detail::fail(state, frame, *form, failure);
  detail::remember(state, frame, form->draft);
  detail::finish(state, frame, *form);
  if (!state.typed)
    frame.focus(view::comment_region(id));
  using enum Comment::Status;
  frame.announce(state.catalog->say(status == held     ? locale::Message::comment_held
                                    : status == unseen ? locale::Message::form_unseen
                                                       : locale::Message::form_posted));
  frame.emit("posted").detail("id", id).detail("status", status == held     ? "held"
                                                         : status == unseen ? "unseen"
                                                                            : "published");
}

/// A field was typed in. A problem goes as soon as it is mended; a new one waits until the field is left.
inline void input(State &state, Frame &frame, Form &form, const Event &event) {
  const Field field = event.field;
  const auto index = static_cast<std::size_t>(field);
  take(form.draft, event.values);
  state.typed = true;
  form.edited[index] = true;
  const std::string value = form.draft.value(field);
  bool is_news = form.problems[field].has_value();
  if (is_news)
    form.problems[field] = check(field, value, state.rules[field]);
  if (field == Field::email && !form.email_hint.empty()) {
    form.email_hint.clear();
    is_news = true;
  }
  const std::string counter = view::count_down(state.context(), value, state.rules[field]);
  if (!counter.empty() && !form.counted[index])
    frame.announce(counter); // from here on it is there to be seen
  is_news = is_news || !counter.empty() || form.counted[index];
  form.counted[index] = !counter.empty();
  if (is_news)
    detail::draw_field(state, frame, form, field);
  if (field == Field::comment)
    look_ahead(state, frame, form);
}

/// A field was left. It is checked if it was typed in; if it was only passed through, it is not.
inline void blur(const State &state, Frame &frame, Form &form, const Event &event) {
  const Field field = event.field;
  if (form.sending)
    return;
  take(form.draft, event.values);
  if (!form.edited[static_cast<std::size_t>(field)] && !form.problems[field])
    return;
  const auto problem = check(field, form.draft.value(field), state.rules[field]);
  std::string hint;
  if (field == Field::email && !problem)
    hint = rules::email_hint(text::trim(form.draft.email));
  if (problem == form.problems[field] && (field != Field::email || hint == form.email_hint))
    return;
  form.problems[field] = problem;
  if (field == Field::email)
    form.email_hint = hint;
  detail::draw_field(state, frame, form, field);
  if (!hint.empty())
    frame.announce(view::ask(state.context(), hint));
}

/// The hint for the e-mail address was taken: it is the address now.
inline void accept(const State &state, Frame &frame, Form &form) {
  form.draft.email = std::exchange(form.email_hint, {});
  form.problems[Field::email].reset();
  detail::draw_field(state, frame, form, Field::email);
  frame.fill(form.region, Values().set(Field::email, form.draft.email));
  frame.focus(view::control_region(form.region, Field::email));
}

/// The form was submitted: problems are shown, or the comment is on its way.
inline void submit(State &state, Frame &frame, Form &form, const Event &event) {
  if (form.sending)
    return;
  take(form.draft, event.values);
  state.typed = false;
  form.clear_problems();
  form.problems = check(form.draft, state.rules);
  form.summary = !form.problems.empty();
  if (form.summary) {
    detail::draw_form(state, frame, form);
    return detail::point_at_problems(state, frame, form);
  }
  switch (predict(state, form)) {
  case rules::Prediction::closed:
    return detail::complain(state, frame, form, state.catalog->say(locale::Message::failure_closed));
  case rules::Prediction::duplicate:
    return detail::complain(state, frame, form, state.catalog->say(locale::Message::failure_duplicate));
  case rules::Prediction::wait:
    return detail::put_off(state, frame, form);
  default:
    break;
  }
  // A text that was changed is another comment: under the old key the backend would answer with the old text.
  if (form.draft.key.empty() || form.draft.comment != form.sent)
    form.draft.key = event.key;
  form.sent = form.draft.comment;
  Pending pending{Pending::Kind::create};
  pending.form = form.region;
  form.outgoing = normalize(form.draft, state.rules);
  form.sending = true;
  form.outlook.clear();
  detail::insert_sending(state, frame, form);
  detail::draw_form(state, frame, form);
  draw_surroundings(state, frame);
  frame.announce(state.catalog->say(locale::Message::form_sending));
  send(state, frame, std::move(pending));
}

namespace detail {

/// Puts a reply form directly after its comment, before the replies, with what is known to stand in it.
inline void open_form(const State &state, Frame &frame, Form &form, Thread::Index parent) {
  const std::string &id = state.thread[parent].id;
  const bool has_replies =
      !state.thread.children(parent).empty() && state.thread.depth(parent) < view::levels(state.context());
  form.open = true;
  frame.insert(form.region, update::draw_form(state, form, answered(state, form)), view::branch_region(id),
               has_replies ? view::replies_region(id) : std::string());
  frame.fill(form.region, details(form.draft).set(Field::comment, form.draft.comment));
}

} // namespace detail

/// "Reply": the form opens under the comment, and its text has the focus.
inline void reply(State &state, Frame &frame, const std::string &comment) {
  const Thread::Index parent = state.thread.find(comment);
  if (parent == Thread::none || state.context().closed)
    return;
  const std::string region = view::form_region(comment);
  Form *form = state.find_form(region);
  if (form == nullptr) {
    form = &state.add_form(region);
    form->open = false;
    form->draft.parent = comment;
    take(form->draft, state.commenter);
  }
  if (!form->open)
    detail::open_form(state, frame, *form, parent);
  frame.focus(view::control_region(region, Field::comment));
}

/// "Cancel reply": the form goes; what was typed in it stays in mind, and is there again when it is opened
/// again.
inline void cancel(Frame &frame, Form &form, const Values &values) {
  if (form.draft.parent.empty() || form.sending)
    return;
  take(form.draft, values);
  form.clear_problems();
  form.open = false;
  frame.remove(form.region);
  frame.focus(view::comment_region(form.draft.parent) + ".reply");
}

} // namespace afterword::update
