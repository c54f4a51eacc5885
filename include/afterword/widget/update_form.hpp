#pragma once
/// @file What events do to a comment form: the page's own, or a reply form.

#include "afterword/backend/reply.hpp"
#include "afterword/html/format.hpp"
#include "afterword/text/date.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/widget/update_thread.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword::update {

/// The key under which the commenter's details are kept in the browser, with consent only.
inline constexpr std::string_view commenter_key = "commenter";

namespace detail {

inline void take(Draft &draft, const FieldValue &value) {
  if (std::string *text = draft.text(value.field))
    *text = value.text;
  else
    *draft.box(value.field) = value.checked;
}

inline void take(Draft &draft, const std::vector<FieldValue> &values) {
  for (const FieldValue &value : values)
    take(draft, value);
}

/// The values of a commenter that a new form begins with.
inline std::vector<FieldValue> details(const Draft &commenter) {
  return {{Field::name, commenter.name, false},
          {Field::email, commenter.email, false},
          {Field::website, commenter.website, false},
          {Field::remember, {}, commenter.remember}};
}

/// Who is being answered, for a reply form.
inline std::string answered(const State &state, const Form &form) {
  const Thread::Index parent = state.thread.find(form.draft.parent);
  return parent == Thread::none ? std::string() : view::author(state.context(), state.thread[parent]);
}

inline void draw_form(const State &state, Frame &frame, const Form &form) {
  frame.replace(view::form_region(form.draft.parent),
                view::draw_comment_form(state.context(), form, state.rules, answered(state, form)));
}

inline void draw_field(const State &state, Frame &frame, std::string_view form, Field field,
                       std::optional<rules::Problem> problem) {
  frame.replace(view::field_region(form, name(field)),
                view::draw_field(state.context(), {form, field, state.rules[field], problem}));
}

/// Focus goes to the first field that has a problem, and a screen reader hears how many there are.
inline void point_at_problems(const State &state, Frame &frame, const Form &form) {
  const std::string region = view::form_region(form.draft.parent);
  frame.add(effect::Announce{
      state.catalog->count(locale::Message::form_problems, form.problems.size()), true});
  frame.add(effect::Focus{view::control_region(region, name(form.problems.front().field))});
}

/// The commenter's details as they are stored.
inline std::string write_commenter(const Draft &draft) {
  std::string json = "{\"name\":";
  text::append_json_string(json, draft.name);
  json += ",\"email\":";
  text::append_json_string(json, draft.email);
  json += ",\"website\":";
  text::append_json_string(json, draft.website);
  json += "}";
  return json;
}

/// `failure` in words, for the form that the comment came from.
inline std::string explain(const State &state, const backend::Failure &failure) {
  using enum locale::Message;
  using Kind = backend::Failure::Kind;
  switch (failure.kind) {
  case Kind::closed:
    return state.catalog->say(failure_closed);
  case Kind::unknown_parent:
    return state.catalog->say(failure_parent);
  case Kind::busy:
    return state.catalog->say(failure_busy);
  case Kind::refused:
    return state.catalog->say(failure_refused, {{"message", failure.message}});
  case Kind::offline:
    return state.catalog->say(failure_offline);
  default:
    return state.catalog->say(failure_unreachable);
  }
}

/// Draws the comment at once, as one that is being sent.
inline void insert_sending(State &state, Frame &frame, Form &form, const Draft &draft) {
  Comment comment;
  comment.id = "sending-" + std::to_string(state.next_id++);
  comment.parent = draft.parent;
  comment.name = draft.name;
  if (!draft.website.empty())
    comment.website = html::Url::check(draft.website);
  comment.created = text::format_date(state.now / 1000);
  comment.content = html::format_text(draft.comment);
  comment.status = Comment::Status::sending;
  form.sending_id = comment.id;
  const Thread::Index index = state.thread.add(std::move(comment));
  insert_branch(state, frame, index, index);
}

/// Keeps what the commenter asked to be kept, or forgets it.
inline void remember(State &state, Frame &frame, const Draft &draft) {
  if (!state.rules[Field::remember].shown)
    return;
  frame.add(effect::Store{std::string(commenter_key),
                          draft.remember ? std::optional(write_commenter(draft)) : std::nullopt});
  state.commenter = draft.remember ? std::optional(draft) : std::nullopt;
}

inline void fail(State &state, Frame &frame, Form &form, const backend::Failure &failure) {
  if (failure.kind == backend::Failure::Kind::invalid) {
    form.problems = failure.problems;
    form.notice.clear();
    form.summary = true;
    draw_form(state, frame, form);
    point_at_problems(state, frame, form);
  } else {
    form.notice = explain(state, failure);
    form.problems.clear();
    draw_form(state, frame, form);
    frame.add(effect::Announce{form.notice, true});
    frame.add(effect::Focus{view::form_region(form.draft.parent) + ".summary"});
  }
  frame.add(effect::Emit{"error", {{"request", "create"}, {"detail", failure.detail}}});
}

} // namespace detail

/// The comment of the form `region` was answered.
inline void receive_created(State &state, Frame &frame, const std::string &region,
                            Result<Comment, backend::Failure> reply) {
  Form *form = state.find_form(region);
  if (form == nullptr)
    return;
  form->sending = false;
  if (const Thread::Index sending = state.thread.find(form->sending_id); sending != Thread::none)
    remove_comment(state, frame, sending);
  if (!reply)
    return detail::fail(state, frame, *form, reply.error());
  const bool held = reply->status == Comment::Status::held;
  const std::string id = reply->id;
  if (const Thread::Index index = state.thread.add(std::move(*reply)); index != Thread::none) {
    insert_branch(state, frame, index, index);
    state.total += held ? 0 : 1;
  }
  draw_surroundings(state, frame);
  detail::remember(state, frame, form->draft);
  const std::string parent = form->draft.parent;
  if (parent.empty()) {
    form->draft.comment.clear();
    form->draft.key.clear();
    form->problems.clear();
    form->edited.clear();
    form->notice.clear();
    form->summary = false;
    detail::draw_form(state, frame, *form);
    frame.add(effect::Fill{region, {{Field::comment, {}, false}}});
  } else {
    state.forms.erase(region);
    frame.remove(region);
  }
  frame.add(effect::Focus{view::comment_region(id)});
  frame.add(effect::Announce{state.catalog->say(held ? locale::Message::form_held : locale::Message::form_posted)});
  frame.add(effect::Emit{"posted", {{"id", id}, {"status", held ? "held" : "published"}}});
}

/// What the browser kept of the commenter. It may be anything: somebody else may have written it.
inline void receive_commenter(State &state, Frame &frame, std::string_view stored) {
  const std::optional<backend::Json> json = backend::parse_json(stored);
  if (!json || !json->is_object())
    return;
  Draft commenter;
  commenter.name = backend::as_text(backend::find(*json, "/name"));
  commenter.email = backend::as_text(backend::find(*json, "/email"));
  commenter.website = backend::as_text(backend::find(*json, "/website"));
  commenter.remember = true;
  state.commenter = commenter;
  for (auto &[region, form] : state.forms) {
    const std::vector<FieldValue> values = detail::details(commenter);
    detail::take(form.draft, values);
    frame.add(effect::Fill{region, values});
  }
}

/// A problem goes as soon as it is mended; a new one waits until the field is left.
inline void input(State &state, Frame &frame, Form &form, const event::Input &event) {
  detail::take(form.draft, event.value);
  const Field field = event.value.field;
  if (!form.was_edited(field))
    form.edited.push_back(field);
  if (form.problem(field) && form.set_problem(field, check(field, event.value.text, state.rules[field])))
    detail::draw_field(state, frame, event.form, field, form.problem(field));
}

/// A field that was typed in is checked once it is left; one that was only passed through is not.
inline void blur(State &state, Frame &frame, Form &form, const event::Blur &event) {
  const Field field = event.value.field;
  if (is_box(field) || form.sending)
    return;
  detail::take(form.draft, event.value);
  if ((form.was_edited(field) || form.problem(field)) &&
      form.set_problem(field, check(field, event.value.text, state.rules[field])))
    detail::draw_field(state, frame, event.form, field, form.problem(field));
}

/// The form was submitted: problems are shown, or the comment is on its way.
inline void submit(State &state, Frame &frame, Form &form, const event::Submit &event) {
  if (form.sending)
    return;
  detail::take(form.draft, event.values);
  form.problems = check(form.draft, state.rules);
  form.summary = !form.problems.empty();
  form.notice.clear();
  if (form.summary) {
    detail::draw_form(state, frame, form);
    return detail::point_at_problems(state, frame, form);
  }
  if (form.draft.key.empty())
    form.draft.key = event.key;
  const Draft draft = normalize(form.draft, state.rules);
  form.sending = true;
  detail::insert_sending(state, frame, form, draft);
  detail::draw_form(state, frame, form);
  draw_surroundings(state, frame);
  frame.add(effect::Announce{state.catalog->say(locale::Message::form_sending)});
  state.send(frame, backend::create_request(state.recipe, state.config, draft), {Pending::Kind::create, event.form});
}

inline void handle(State &state, Frame &frame, const event::Reply &event) {
  const Thread::Index parent = state.thread.find(event.comment);
  if (parent == Thread::none || state.closed)
    return;
  const std::string region = view::form_region(event.comment);
  const auto [found, is_new] = state.forms.try_emplace(region);
  Form &form = found->second;
  if (is_new || !form.open) {
    form.open = true;
    form.draft.parent = event.comment;
    if (is_new && state.commenter)
      detail::take(form.draft, detail::details(*state.commenter));
    // Directly after the comment, before its replies.
    const std::string replies = state.thread.children(parent).empty() ||
                                        state.thread.depth(parent) >= view::levels(state.context())
                                    ? std::string()
                                    : view::replies_region(event.comment);
    frame.insert(region, view::draw_comment_form(state.context(), form, state.rules, detail::answered(state, form)),
                 view::branch_region(event.comment), replies);
    std::vector<FieldValue> values = detail::details(form.draft);
    values.push_back({Field::comment, form.draft.comment, false});
    frame.add(effect::Fill{region, std::move(values)});
  }
  frame.add(effect::Focus{view::control_region(region, name(Field::comment))});
}

/// The reply form goes; what was typed in it stays in mind, and is there again when it is opened again.
inline void handle(State &state, Frame &frame, const event::Cancel &event) {
  Form *form = state.find_form(event.form);
  if (form == nullptr || form->draft.parent.empty() || form->sending)
    return;
  detail::take(form->draft, event.values);
  form->open = false;
  form->problems.clear();
  form->notice.clear();
  form->summary = false;
  frame.remove(event.form);
  frame.add(effect::Focus{view::comment_region(form->draft.parent) + ".reply"});
}

inline void handle(State &state, Frame &frame, const event::Visit &event) {
  if (state.find_form(event.form) != nullptr)
    frame.add(effect::Focus{view::control_region(event.form, name(event.field))});
}

} // namespace afterword::update
