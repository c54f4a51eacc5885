#pragma once
/// @file One field of a form: label, control, hint and problem.

#include "afterword/html/template.hpp"
#include "afterword/model/field.hpp"
#include "afterword/rules/problem.hpp"
#include "afterword/view/region.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace afterword::view {

/// The name of a field, as its label says it.
inline std::string label(const Context &context, Field field) {
  return context.catalog.say(locale::Message::form_comment, static_cast<std::size_t>(field));
}

/// `problem` of `field` in words.
inline std::string explain(const Context &context, Field field, rules::Problem problem,
                           const FieldRule &rule) {
  using enum locale::Message;
  switch (problem) {
  case rules::Problem::missing:
    return context.catalog.say(problem_missing_comment, static_cast<std::size_t>(field));
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

/// The control. It has no value: what was typed is the DOM's alone. What a browser should know to fill it in,
/// and to show the right keyboard, follows
/// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
inline html::Markup draw_control(const std::string &id, Field field, bool required, bool invalid,
                                 const std::string &described) {
  const std::string is_required = required ? "required" : "";
  const std::string is_invalid = invalid ? "true" : "";
  switch (field) {
  case Field::comment:
    return html::draw<
        R"(<textarea name="comment" rows="5" dir="auto" id="{}" ?required="{}" ?aria-invalid="{}" )"
        R"(?aria-describedby="{}"></textarea>)">(id, is_required, is_invalid, described);
  case Field::name:
    return html::draw<
        R"(<input type="text" name="name" autocomplete="name" dir="auto" id="{}" ?required="{}" )"
        R"(?aria-invalid="{}" ?aria-describedby="{}"/>)">(id, is_required, is_invalid, described);
  case Field::email:
    return html::draw<
        R"(<input type="email" name="email" autocomplete="email" inputmode="email" dir="ltr" id="{}" )"
        R"(?required="{}" ?aria-invalid="{}" ?aria-describedby="{}"/>)">(id, is_required, is_invalid,
                                                                         described);
  case Field::website:
    return html::draw<
        R"(<input type="url" name="website" autocomplete="url" inputmode="url" dir="ltr" id="{}" )"
        R"(?required="{}" ?aria-invalid="{}" ?aria-describedby="{}"/>)">(id, is_required, is_invalid,
                                                                         described);
  default:
    return html::draw<R"(<input type="checkbox" name="{}" id="{}" ?required="{}"/>)">(
        std::string(name(field)), id, is_required);
  }
}

} // namespace detail

/// The field as its region.
/// @param form region of the form that it stands in
/// @param marked whether a required field shows its mark
/// @see https://www.w3.org/TR/WCAG22/#error-identification
/// @see https://www.w3.org/TR/WCAG22/#labels-or-instructions
inline html::Markup draw_field(const Context &context, const std::string &form, Field field,
                               const FieldRule &rule, std::optional<rules::Problem> problem,
                               bool marked = true) {
  const std::string id = context.id(control_region(form, field));
  html::Markup after;
  std::string described;
  if (problem) {
    described = id + ".problem";
    after = html::draw<R"(<p class="problem" id="{}">{}</p>)">(described,
                                                               explain(context, field, *problem, rule));
  }
  if (field == Field::email && marked) {
    const std::string hint = id + ".hint";
    described += (described.empty() ? "" : " ") + hint;
    after += html::draw<R"(<p class="hint" id="{}">{}</p>)">(
        hint, context.catalog.say(locale::Message::form_email_hint));
  }
  const html::Markup control = detail::draw_control(id, field, rule.required, problem.has_value(), described);
  html::Markup mark;
  if (marked && rule.required)
    mark = html::draw<R"(<span class="required" aria-hidden="true"> *</span>)">();
  const html::Markup name = html::draw<R"(<label for="{}">{}{m}</label>)">(id, label(context, field), mark);
  if (is_box(field))
    return html::draw<R"(<div class="field box" id="{}.field">{m}{m}{m}</div>)">(id, control, name, after);
  return html::draw<R"(<div class="field" id="{}.field">{m}{m}{m}</div>)">(id, name, control, after);
}

} // namespace afterword::view
