#pragma once
/// @file One field of a form: label, control, hint and problem.

#include "afterword/html/template.hpp"
#include "afterword/model/field.hpp"
#include "afterword/rules/counter.hpp"
#include "afterword/rules/problem.hpp"
#include "afterword/view/region.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace afterword::view {

/// The name of a field, as its label says it.
/// @param extra what the field is, if it is a recipe's own
inline std::string label(const Context &context, Field field, const Extra *extra) {
  if (extra != nullptr)
    return extra->label;
  const std::size_t skipped = is_box(field) ? 4 : 0; // a recipe's own fields have no message here
  return context.catalog.say(locale::Message::form_comment, static_cast<std::size_t>(field) - skipped);
}

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

namespace detail {

/// The control. It has no value: what was typed is the DOM's alone. What a browser should know to fill it in,
/// and to show the right keyboard, follows
/// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
inline html::Markup draw_control(const std::string &id, Field field, const Extra *extra, bool required,
                                 bool invalid, const std::string &described) {
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
    break;
  }
  const std::string control = name(field);
  if (is_box(field))
    return html::draw<R"(<input type="checkbox" name="{}" id="{}" ?required="{}" ?aria-invalid="{}" )"
                      R"(?aria-describedby="{}"/>)">(control, id, is_required, is_invalid, described);
  if (extra == nullptr || extra->options.empty())
    return html::draw<R"(<input type="text" name="{}" dir="auto" id="{}" ?required="{}" )"
                      R"(?aria-invalid="{}" ?aria-describedby="{}"/>)">(control, id, is_required, is_invalid,
                                                                        described);
  html::Markup options;
  for (const std::string &option : extra->options)
    options += html::draw<"<option>{}</option>">(option);
  return html::draw<R"(<select name="{}" id="{}" ?required="{}" ?aria-invalid="{}" )"
                    R"(?aria-describedby="{}"><option></option>{m}</select>)">(
      control, id, is_required, is_invalid, described, options);
}

} // namespace detail

/// What is said about a field at present, besides its label.
struct Notes {
  std::optional<rules::Problem> problem{};
  std::string counter{};    ///< how much may still be typed; empty: plenty
  std::string email_hint{}; ///< what the address was probably meant to be; empty: nothing to ask
  bool marked = true;       ///< whether a required field shows its mark, and an e-mail address its promise
  Words words{};            ///< the backend's own, about some fields
  const Extra *extra = nullptr; ///< what the field is, if it is a recipe's own
};

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

/// The field as its region.
/// @param form region of the form that it stands in
/// @see https://www.w3.org/TR/WCAG22/#error-identification
/// @see https://www.w3.org/TR/WCAG22/#labels-or-instructions
inline html::Markup draw_field(const Context &context, const std::string &form, Field field,
                               const FieldRule &rule, const Notes &notes) {
  using enum locale::Message;
  const std::string id = context.id(control_region(form, field));
  html::Markup after;
  std::string described;
  const auto note = [&](const char *kind, const std::string &text) {
    if (text.empty())
      return;
    const std::string note_id = id + "." + kind;
    described += (described.empty() ? "" : " ") + note_id;
    after += html::draw<R"(<p class="{}" id="{}">{}</p>)">(std::string(kind), note_id, text);
  };
  note("problem", notes.problem ? explain(context, field, *notes.problem, rule, notes.words) : std::string());
  note("hint", field == Field::email && notes.marked ? context.catalog.say(form_email_hint) : std::string());
  note("counter", notes.counter);
  if (!notes.email_hint.empty())
    after += html::draw<R"(<button type="button" class="action" data-action="accept">{}</button>)">(
        ask(context, notes.email_hint));
  const html::Markup control =
      detail::draw_control(id, field, notes.extra, rule.required, notes.problem.has_value(), described);
  html::Markup mark;
  if (notes.marked && rule.required)
    mark = html::draw<R"(<span class="required" aria-hidden="true"> *</span>)">();
  html::Markup link;
  if (const auto url = notes.extra != nullptr ? html::Url::check(notes.extra->link) : std::nullopt)
    link = html::draw<R"( <a href="{}" target="_blank" rel="noopener">{}</a>)">(*url, notes.extra->link_text);
  const html::Markup name =
      html::draw<R"(<label for="{}">{}{m}{m}</label>)">(id, label(context, field, notes.extra), link, mark);
  if (is_box(field))
    return html::draw<R"(<div class="field box" id="{}.field">{m}{m}{m}</div>)">(id, control, name, after);
  return html::draw<R"(<div class="field" id="{}.field">{m}{m}{m}</div>)">(id, name, control, after);
}

} // namespace afterword::view
