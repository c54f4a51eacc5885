#pragma once
/// @file The comment form: the page's own, and the one under a comment that is being answered.

#include "afterword/html/template.hpp"
#include "afterword/model/form.hpp"
#include "afterword/view/button.hpp"
#include "afterword/view/field.hpp"
#include "afterword/view/status.hpp"

#include <string>

namespace afterword::view {

/// What there is to say about a form once somebody writes in it: about each field, on top, under the comment,
/// and in the row of buttons. Without these it is drawn as nobody has touched it.
struct Annotator {
  Notes (*notes)(const Context &, const Form &, Field, const FormRules &) = nullptr;
  html::Markup (*summary)(const Context &, const Form &, const FormRules &) = nullptr;
  html::Markup (*tools)(const Context &, const Form &) = nullptr;
  html::Markup (*buttons)(const Context &, const Form &) = nullptr;
};

namespace detail {

/// Room for the tools, so that nothing moves when they come.
inline html::Markup draw_no_tools(const Context &context, const Form &form) {
  return html::draw<R"(<div class="tools" id="{}.tools"></div>)">(context.id(form.region));
}

inline html::Markup draw_first_buttons(const Context &context, const Form &) {
  return draw_submit(context.catalog.say(locale::Message::form_submit), false);
}

} // namespace detail

/// What will become of the comment, as its region. It stands there empty, too, where it can be filled.
inline html::Markup draw_outlook(const Context &context, const Form &form) {
  return html::draw<R"(<p class="outlook" id="{}.outlook">{}</p>)">(context.id(form.region), form.outlook);
}

/// The form without its heading.
inline html::Markup draw_fields(const Context &context, const Form &form, const FormRules &rules,
                                const Annotator &annotator) {
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
    if (field == Field::comment)
      fields += (annotator.tools != nullptr ? annotator.tools : detail::draw_no_tools)(context, form);
  }
  fields += draw_outlook(context, form);
  // The script has better messages than the browser's, beside the fields, hence novalidate.
  return html::draw<
      R"(<form data-form="{}" class="form{}" aria-labelledby="{}.title" novalidate="novalidate">)"
      R"(<p class="required-note">{} <span class="required">*</span></p>{m})"
      R"(<div class="buttons">{m}</div></form>)">(
      form.region, std::string(form.sending ? " is-sending" : ""), context.id(form.region),
      context.catalog.say(locale::Message::form_required), fields,
      (annotator.buttons != nullptr ? annotator.buttons : detail::draw_first_buttons)(context, form));
}

/// The page's own form as its region.
inline html::Markup draw_comment_form(const Context &context, const Form &form, const FormRules &rules,
                                      const Annotator &annotator = {}) {
  const std::string id = context.id(form.region);
  return html::draw<R"(<section class="form-section" id="{}" aria-labelledby="{}.title">)"
                    R"(<h2 class="heading" id="{}.title">{}</h2>{m}</section>)">(
      id, id, id,
      context.config.title.empty() ? context.catalog.say(locale::Message::form_title) : context.config.title,
      draw_fields(context, form, rules, annotator));
}

} // namespace afterword::view
