#pragma once
/// @file One field of a form: label, control, hint and problem.

#include "afterword/html/template.hpp"
#include "afterword/model/field.hpp"
#include "afterword/view/region.hpp"

#include <cstddef>
#include <string>

namespace afterword::view {

/// The name of a field, as its label says it.
/// @param extra what the field is, if it is a recipe's own
inline std::string label(const Context &context, Field field, const Extra *extra) {
  if (extra != nullptr)
    return extra->label;
  const std::size_t skipped = is_box(field) ? 4 : 0; // a recipe's own fields have no message here
  return context.catalog.say(locale::Message::form_comment, static_cast<std::size_t>(field) - skipped);
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
        R"(<input type="text" name="name" autocomplete="name" enterkeyhint="send" dir="auto" id="{}" ?required="{}" )"
        R"(?aria-invalid="{}" ?aria-describedby="{}"/>)">(id, is_required, is_invalid, described);
  case Field::email:
    return html::draw<
        R"(<input type="email" name="email" autocomplete="email" inputmode="email" enterkeyhint="send" dir="ltr" id="{}" )"
        R"(?required="{}" ?aria-invalid="{}" ?aria-describedby="{}"/>)">(id, is_required, is_invalid,
                                                                         described);
  case Field::website:
    return html::draw<
        R"(<input type="url" name="website" autocomplete="url" inputmode="url" enterkeyhint="send" dir="ltr" id="{}" )"
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
  for (const text::Named &option : extra->options)
    options += html::draw<R"(<option value="{}">{}</option>)">(option.name, option.value);
  return html::draw<R"(<select name="{}" id="{}" ?required="{}" ?aria-invalid="{}" )"
                    R"(?aria-describedby="{}"><option value=""></option>{m}</select>)">(
      control, id, is_required, is_invalid, described, options);
}

} // namespace detail

/// What is said about a field at present, besides its label: all in the reader's words.
struct Notes {
  std::string problem{};
  std::string counter{};     ///< how much may still be typed; empty: plenty
  html::Markup email_hint{}; ///< a question: what the address was probably meant to be; empty: nothing to ask
  bool marked = true;        ///< whether a required field shows its mark, and an e-mail address its promise
  const Extra *extra = nullptr; ///< what the field is, if it is a recipe's own
};

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
  note("problem", notes.problem);
  note("hint", field == Field::email && notes.marked ? context.catalog.say(form_email_hint) : std::string());
  note("counter", notes.counter);
  after += notes.email_hint;
  const html::Markup control =
      detail::draw_control(id, field, notes.extra, rule.required, !notes.problem.empty(), described);
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
