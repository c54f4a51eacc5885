#pragma once
/// @file The comment form: the page's own, and the one under a comment that is being answered.

#include "afterword/html/template.hpp"
#include "afterword/model/form.hpp"
#include "afterword/view/button.hpp"
#include "afterword/view/field.hpp"
#include "afterword/view/status.hpp"

#include <string>

namespace afterword::view {

namespace detail {

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
            label(context, field, rules.extra(field)));
    content += html::draw<"<p>{}</p><ul>{m}</ul>">(
        context.catalog.count(locale::Message::form_problems, form.problems.count()), items);
  }
  if (content.empty())
    return content;
  return html::draw<R"(<div class="summary" id="{}.summary" tabindex="-1">{m}</div>)">(
      context.id(form.region), content);
}

/// What is said about `field` of `form`.
inline Notes notes(const Context &context, const Form &form, Field field, const FormRules &rules) {
  Notes notes{form.problems[field]};
  notes.words = form.words;
  notes.extra = rules.extra(field);
  if (const std::string *text = form.draft.text(field))
    notes.counter = count_down(context, *text, rules[field]);
  if (field == Field::email)
    notes.email_hint = form.email_hint;
  return notes;
}

inline html::Markup draw_buttons(const Context &context, const Form &form) {
  using enum locale::Message;
  html::Markup buttons =
      draw_submit(context.catalog.say(form.sending ? form_sending : form_submit), form.sending);
  if (!form.draft.parent.empty())
    buttons += html::draw<R"(<button type="button" class="secondary" data-action="cancel">{}</button>)">(
        context.catalog.say(form_cancel));
  return html::draw<R"(<div class="buttons">{m}</div>)">(buttons);
}

} // namespace detail

/// One field of the form, as its region.
inline html::Markup draw_field(const Context &context, const Form &form, Field field,
                               const FormRules &rules) {
  return draw_field(context, form.region, field, rules[field], detail::notes(context, form, field, rules));
}

/// What will become of the comment, as its region. It stands there empty, too, where it can be filled.
inline html::Markup draw_outlook(const Context &context, const Form &form) {
  return html::draw<R"(<p class="outlook" id="{}.outlook">{}</p>)">(context.id(form.region), form.outlook);
}

/// The form as its region.
/// @param author who wrote the comment that a reply form answers; not used for the page's own form
inline html::Markup draw_comment_form(const Context &context, const Form &form, const FormRules &rules,
                                      const std::string &author) {
  using enum locale::Message;
  html::Markup fields = draw_account(context);
  fields += detail::draw_summary(context, form, rules);
  for (const Field field : all_fields)
    if (rules[field].shown)
      fields += draw_field(context, form, field, rules);
  fields += draw_outlook(context, form);
  const std::string id = context.id(form.region);
  // The script has better messages than the browser's, beside the fields, hence novalidate.
  const html::Markup content =
      html::draw<R"(<form data-form="{}" class="form{}" aria-labelledby="{}.title" novalidate="novalidate">)"
                 R"(<p class="required-note">{} <span class="required">*</span></p>{m}{m}</form>)">(
          form.region, std::string(form.sending ? " is-sending" : ""), id, context.catalog.say(form_required),
          fields, detail::draw_buttons(context, form));
  if (!form.draft.parent.empty())
    return html::draw<R"(<section class="form-section is-reply" id="{}" aria-labelledby="{}.title">)"
                      R"(<h3 class="heading" id="{}.title">{}</h3>{m}</section>)">(
        id, id, id, context.catalog.say(form_reply_title, "name", author), content);
  return html::draw<R"(<section class="form-section" id="{}" aria-labelledby="{}.title">)"
                    R"(<h2 class="heading" id="{}.title">{}</h2>{m}</section>)">(
      id, id, id, context.config.title.empty() ? context.catalog.say(form_title) : context.config.title,
      content);
}

} // namespace afterword::view
