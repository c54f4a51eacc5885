#pragma once
/// @file The comment form: the page's own, and the one under a comment that is being answered.

#include "afterword/html/markup.hpp"
#include "afterword/model/form.hpp"
#include "afterword/view/field.hpp"

#include <string>
#include <string_view>

namespace afterword::view {

namespace detail {

/// What kept the draft from being sent: the backend's reason, and the fields to look at, each a way to get there.
inline void draw_summary(html::Builder &out, const Context &context, const Form &form, std::string_view region) {
  const bool lists = form.summary && !form.problems.empty();
  if (!lists && form.notice.empty())
    return;
  out.open("div").attribute("class", "summary").attribute("id", context.id(std::string(region) + ".summary"));
  out.attribute("tabindex", "-1");
  if (!form.notice.empty())
    out.element("p", form.notice);
  if (lists) {
    out.element("p", context.catalog.count(locale::Message::form_problems, form.problems.size()));
    out.open("ul");
    for (const FieldProblem &problem : form.problems)
      out.open("li")
          .open("a")
          .attribute("href", html::Url::fragment(context.id(control_region(region, name(problem.field)))))
          .attribute("data-action", "visit")
          .attribute("data-field", name(problem.field))
          .text(label(context, problem.field))
          .close()
          .close();
    out.close();
  }
  out.close();
}

inline void draw_buttons(html::Builder &out, const Context &context, const Form &form) {
  using enum locale::Message;
  out.open("div").attribute("class", "buttons");
  out.open("button").attribute("type", "submit").attribute("class", "primary");
  if (form.sending)
    out.attribute("aria-disabled", "true");
  out.text(context.catalog.say(form.sending ? form_sending : form_submit)).close();
  if (!form.draft.parent.empty())
    out.open("button")
        .attribute("type", "button")
        .attribute("class", "secondary")
        .attribute("data-action", "cancel")
        .text(context.catalog.say(form_cancel))
        .close();
  out.close();
}

} // namespace detail

/// The form as its region.
/// @param author who wrote the comment that a reply form answers; not used for the page's own form
inline html::Markup draw_comment_form(const Context &context, const Form &form, const FormRules &rules,
                                      std::string_view author = {}) {
  using enum locale::Message;
  const bool is_reply = !form.draft.parent.empty();
  const std::string region = form_region(form.draft.parent);
  const std::string title_id = context.id(region + ".title");
  html::Builder out;
  out.open("section").attribute("class", is_reply ? "form-section is-reply" : "form-section");
  out.attribute("id", context.id(region)).attribute("aria-labelledby", title_id);
  if (is_reply)
    out.open("h3").attribute("class", "heading").attribute("id", title_id);
  else
    out.open("h2").attribute("class", "heading").attribute("id", title_id);
  if (is_reply)
    out.text(context.catalog.say(form_reply_title, {{"name", author}}));
  else
    out.text(context.config.title.empty() ? context.catalog.say(form_title) : context.config.title);
  out.close();
  // The script has better messages than the browser's, beside the fields, hence novalidate.
  out.open("form").attribute("data-form", region).attribute("aria-labelledby", title_id);
  out.attribute("class", form.sending ? "form is-sending" : "form").flag("novalidate");
  out.open("p").attribute("class", "required-note").text(context.catalog.say(form_required));
  out.open("span").attribute("class", "required").text(" *").close().close();
  detail::draw_summary(out, context, form, region);
  for (const Field field : all_fields)
    if (rules[field].shown)
      out.markup(draw_field(context, {region, field, rules[field], form.problem(field)}));
  detail::draw_buttons(out, context, form);
  return std::move(out).finish();
}

} // namespace afterword::view
