#pragma once
/// @file The comment form: the page's own, and the one under a comment that is being answered.

#include "afterword/html/template.hpp"
#include "afterword/model/form.hpp"
#include "afterword/view/button.hpp"
#include "afterword/view/field.hpp"
#include "afterword/view/status.hpp"

#include <string>

namespace afterword::view {

/// What there is to say about a form once somebody writes in it: about each field, and on top. Without these
/// it is drawn as nobody has touched it.
struct Annotator {
  Notes (*notes)(const Context &, const Form &, Field, const FormRules &) = nullptr;
  html::Markup (*summary)(const Context &, const Form &, const FormRules &) = nullptr;
};

namespace detail {

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

/// What will become of the comment, as its region. It stands there empty, too, where it can be filled.
inline html::Markup draw_outlook(const Context &context, const Form &form) {
  return html::draw<R"(<p class="outlook" id="{}.outlook">{}</p>)">(context.id(form.region), form.outlook);
}

/// The form as its region.
/// @param author who wrote the comment that a reply form answers; not used for the page's own form
inline html::Markup draw_comment_form(const Context &context, const Form &form, const FormRules &rules,
                                      const std::string &author, const Annotator &annotator = {}) {
  using enum locale::Message;
  html::Markup fields = draw_account(context);
  if (annotator.summary != nullptr)
    fields += annotator.summary(context, form, rules);
  for (const Field field : all_fields) {
    if (!rules[field].shown)
      continue;
    Notes notes;
    if (annotator.notes != nullptr)
      notes = annotator.notes(context, form, field, rules);
    notes.extra = rules.extra(field);
    fields += draw_field(context, form.region, field, rules[field], notes);
  }
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
