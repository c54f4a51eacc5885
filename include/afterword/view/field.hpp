#pragma once
/// @file One field of a form: label, control, hint and problem.

#include "afterword/html/markup.hpp"
#include "afterword/model/field.hpp"
#include "afterword/rules/problem.hpp"
#include "afterword/view/region.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace afterword::view {

/// What a field looks like now. It has no value: what was typed is the DOM's alone.
struct FieldView {
  std::string_view form; ///< region of the form it stands in
  Field field;
  const FieldRule &rule;
  std::optional<rules::Problem> problem;
};

/// The name of a field, as its label says it.
inline std::string label(const Context &context, Field field) {
  using enum locale::Message;
  static constexpr locale::Message labels[] = {form_comment,  form_name,            form_email,       form_website,
                                               form_remember, form_notify_comments, form_notify_posts};
  return context.catalog.say(labels[static_cast<std::size_t>(field)]);
}

/// `problem` of `field` in words.
inline std::string explain(const Context &context, Field field, rules::Problem problem, const FieldRule &rule) {
  using enum locale::Message;
  static constexpr locale::Message missing[] = {problem_missing_comment, problem_missing_name, problem_missing_email,
                                                problem_missing_website};
  switch (problem) {
  case rules::Problem::missing:
    return context.catalog.say(is_box(field) ? form_required_mark : missing[static_cast<std::size_t>(field)]);
  case rules::Problem::too_long:
    return context.catalog.count(problem_too_long, rule.length.max);
  case rules::Problem::too_short:
    return context.catalog.count(problem_too_short, rule.length.min);
  case rules::Problem::email_invalid:
    return context.catalog.say(problem_email);
  case rules::Problem::website_invalid:
    return context.catalog.say(problem_website);
  case rules::Problem::invisible:
    break;
  }
  return context.catalog.say(problem_invisible);
}

namespace detail {

/// What a browser should know of a control to fill it in, and to show the right keyboard.
/// @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
inline void describe_control(html::Builder &out, Field field) {
  switch (field) {
  case Field::name:
    out.attribute("type", "text").attribute("autocomplete", "name").attribute("dir", "auto");
    break;
  case Field::email:
    out.attribute("type", "email").attribute("autocomplete", "email").attribute("inputmode", "email");
    out.attribute("dir", "ltr");
    break;
  case Field::website:
    out.attribute("type", "url").attribute("autocomplete", "url").attribute("inputmode", "url");
    out.attribute("dir", "ltr");
    break;
  default:
    out.attribute("type", "checkbox");
  }
}

inline void draw_control(html::Builder &out, const Context &context, const FieldView &view, bool has_hint) {
  const std::string id = context.id(control_region(view.form, name(view.field)));
  const bool is_comment = view.field == Field::comment;
  if (is_comment)
    out.open("textarea").attribute("rows", "5").attribute("dir", "auto");
  else
    describe_control(out.open("input"), view.field);
  out.attribute("id", id).attribute("name", name(view.field)).flag("required", view.rule.required);
  if (view.problem)
    out.attribute("aria-invalid", "true");
  std::string described = view.problem ? id + ".problem" : "";
  if (has_hint)
    described += (described.empty() ? "" : " ") + id + ".hint";
  if (!described.empty())
    out.attribute("aria-describedby", described);
  out.close();
}

} // namespace detail

/// The field as its region.
/// @see https://www.w3.org/TR/WCAG22/#error-identification
/// @see https://www.w3.org/TR/WCAG22/#labels-or-instructions
inline html::Markup draw_field(const Context &context, const FieldView &view) {
  const std::string id = context.id(control_region(view.form, name(view.field)));
  const bool has_hint = view.field == Field::email && view.form != "subscription";
  const bool box = is_box(view.field);
  html::Builder out;
  out.open("div").attribute("class", box ? "field box" : "field").attribute("id", id + ".field");
  if (box)
    detail::draw_control(out, context, view, false);
  out.open("label").attribute("for", id).text(label(context, view.field));
  if (view.rule.required && view.form != "subscription")
    out.open("span").attribute("class", "required").attribute("aria-hidden", "true").text(" *").close();
  out.close();
  if (!box)
    detail::draw_control(out, context, view, has_hint);
  if (view.problem)
    out.open("p")
        .attribute("class", "problem")
        .attribute("id", id + ".problem")
        .text(explain(context, view.field, *view.problem, view.rule))
        .close();
  if (has_hint)
    out.open("p")
        .attribute("class", "hint")
        .attribute("id", id + ".hint")
        .text(context.catalog.say(locale::Message::form_email_hint))
        .close();
  return std::move(out).finish();
}

} // namespace afterword::view
