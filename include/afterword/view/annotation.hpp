#pragma once
/// @file Annotation: what there is to say about a form and its fields once somebody writes in them.

#include "afterword/html/template.hpp"
#include "afterword/model/form.hpp"
#include "afterword/rules/counter.hpp"
#include "afterword/view/comment_form.hpp"
#include "afterword/view/field.hpp"
#include "afterword/view/tools.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::view {

/// `problem` of `field` in words.
/// @param words the backend's own, about some fields
inline std::string explain(const Context &context, Field field, rules::Problem problem, const FieldRule &rule,
                           const Words &words = {}) {
  using enum locale::Message;
  switch (problem) {
  case rules::Problem::missing:
    return is_box(field) ? context.catalog.say(problem_missing_box)
                         : context.catalog.say(problem_missing_comment,
                                               static_cast<std::size_t>(std::min(field, Field::text1)));
  case rules::Problem::too_long:
    return context.catalog.count(problem_too_long, rule.length.max);
  case rules::Problem::too_short:
    return context.catalog.count(problem_too_short, rule.length.min);
  case rules::Problem::email_invalid:
    return context.catalog.say(problem_email);
  case rules::Problem::website_invalid:
    return context.catalog.say(problem_website);
  case rules::Problem::refused:
    for (const text::Named &each : words)
      if (each.name == name(field))
        return each.value;
    return context.catalog.say(problem_refused);
  case rules::Problem::invisible:
    break;
  }
  return context.catalog.say(problem_invisible);
}

/// How much may still be typed after `value`, in words; empty while the limit is far.
inline std::string count_down(const Context &context, std::string_view value, const FieldRule &rule) {
  using enum locale::Message;
  const auto left = rules::counter(value, rule.length);
  if (!left)
    return {};
  return context.catalog.count(*left < 0 ? counter_over : counter_left,
                               static_cast<std::size_t>(*left < 0 ? -*left : *left));
}

/// The question whether `email_hint` was meant.
inline std::string ask(const Context &context, const std::string &email_hint) {
  return context.catalog.say(locale::Message::email_hint, "email", email_hint);
}

/// The same as a button that takes it, and the key that does: that is seen while the address has the focus.
inline html::Markup draw_email_hint(const Context &context, const std::string &email_hint) {
  if (email_hint.empty())
    return {};
  return html::draw<
      R"(<button type="button" class="action" data-action="accept">{} <span class="key">{}</span>)"
      R"(</button>)">(ask(context, email_hint), context.catalog.say(locale::Message::email_hint_key));
}

/// What is said about `field` of `form`.
inline Notes annotate(const Context &context, const Form &form, Field field, const FormRules &rules) {
  Notes notes;
  if (const auto problem = form.problems[field])
    notes.problem = explain(context, field, *problem, rules[field], form.words);
  if (const std::string *text = form.draft.text(field))
    notes.counter = count_down(context, *text, rules[field]);
  if (field == Field::email)
    notes.email_hint = draw_email_hint(context, form.email_hint);
  return notes;
}

/// The name of a field with all that its label says, links included.
inline std::string full_label(const Context &context, Field field, const Extra *extra) {
  std::string text = label(context, field, extra);
  if (extra != nullptr && !extra->link_text.empty())
    text += " " + extra->link_text;
  return text;
}

/// What kept the draft from being sent: the backend's reason, and the fields to look at, each a way to get
/// there.
inline html::Markup draw_summary(const Context &context, const Form &form, const FormRules &rules) {
  html::Markup content;
  if (!form.notice.empty())
    content = html::draw<"<p>{}</p>">(form.notice);
  if (form.summary && !form.problems.empty()) {
    html::Markup items;
    for (const Field field : all_fields)
      if (form.problems[field])
        items += html::draw<R"(<li><a href="{}" data-action="visit" data-field="{}">{}</a></li>)">(
            html::Url::fragment(context.id(control_region(form.region, field))), std::string(name(field)),
            full_label(context, field, rules.extra(field)));
    content += html::draw<"<p>{}</p><ul>{m}</ul>">(
        context.catalog.count(locale::Message::form_problems, form.problems.count()), items);
  }
  if (content.empty())
    return content;
  return html::draw<R"(<div class="summary" id="{}.summary" tabindex="-1">{m}</div>)">(
      context.id(form.region), content);
}

/// The buttons that a form ends with.
inline html::Markup draw_buttons(const Context &context, const Form &form) {
  using enum locale::Message;
  const bool is_edit = !form.editing.empty();
  html::Markup buttons = detail::draw_submit(context.catalog.say(form.sending ? form_sending
                                                                 : is_edit    ? form_save
                                                                              : form_submit),
                                             form.sending);
  if (is_edit || !form.draft.parent.empty())
    buttons += html::draw<R"(<button type="button" class="secondary" data-action="cancel">{}</button>)">(
        context.catalog.say(is_edit ? form_cancel_edit : form_cancel));
  return buttons;
}

/// Asks about an address while it has the focus, in words for a screen reader.
inline std::string ask_aloud(const Context &context, const std::string &email_hint) {
  return ask(context, email_hint) + " " + context.catalog.say(locale::Message::email_hint_key);
}

/// All that can be said about a form.
inline constexpr Annotator annotator{annotate, draw_summary, draw_tools, draw_buttons};

/// The form under a comment, which answers or edits it, as its region.
/// @param title its heading
inline html::Markup draw_inner_form(const Context &context, const Form &form, const FormRules &rules,
                                    const std::string &title) {
  const std::string id = context.id(form.region);
  return html::draw<R"(<section class="form-section is-reply" id="{}" aria-labelledby="{}.title">)"
                    R"(<h3 class="heading" id="{}.title">{}</h3>{m}</section>)">(
      id, id, id, title, draw_fields(context, form, rules, annotator));
}

/// One field of the form, as its region.
inline html::Markup draw_field(const Context &context, const Form &form, Field field,
                               const FormRules &rules) {
  Notes notes = annotate(context, form, field, rules);
  notes.extra = rules.extra(field);
  return draw_field(context, form.region, field, rules[field], notes);
}

} // namespace afterword::view
