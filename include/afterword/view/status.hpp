#pragma once
/// @file What is said rather than shown, and what is said when nothing else can be drawn.

#include "afterword/html/template.hpp"
#include "afterword/view/region.hpp"

namespace afterword::view {

/// The two live regions. They are there from the first drawing on: assistive technology only listens to a
/// live region that it has met before.
/// @see https://www.w3.org/TR/WCAG22/#status-messages
inline html::Markup draw_live_regions(const Context &context) {
  return html::draw<R"(<div class="visually-hidden" id="{}" role="status"></div>)"
                    R"(<div class="visually-hidden" id="{}" role="alert"></div>)">(context.id("status"),
                                                                                   context.id("alert"));
}

/// In place of the comment form: the page takes no more comments.
inline html::Markup draw_closed(const Context &context) {
  return html::draw<R"(<p class="closed" id="{}">{}</p>)">(
      context.id("form"), context.catalog.say(locale::Message::thread_closed));
}

/// Who is signed in, and the way in or out; nothing where the backend has no accounts.
inline html::Markup draw_account(const Context &context) {
  using enum locale::Message;
  html::Markup content;
  if (context.account == nullptr || context.account->asked)
    return content;
  const Account &account = *context.account;
  const bool is_signed_in = !account.name.empty();
  if (is_signed_in || account.required)
    content =
        html::draw<"<span>{}</span>">(is_signed_in ? context.catalog.say(account_name, "name", account.name)
                                                   : context.catalog.say(account_required));
  if (const auto &way = is_signed_in ? account.log_out : account.log_in)
    content += html::draw<R"( <a href="{}">{}</a>)">(
        *way, context.catalog.say(is_signed_in ? account_log_out : account_log_in));
  return content.empty() ? content : html::draw<R"(<p class="account">{m}</p>)">(content);
}

/// In place of the comment form: nothing.
inline html::Markup draw_no_form(const Context &context) {
  return html::draw<R"(<div id="{}"></div>)">(context.id("form"));
}

/// In place of the comment form: the reader has to sign in first.
inline html::Markup draw_account_required(const Context &context) {
  return html::draw<R"(<div id="{}">{m}</div>)">(context.id("form"), draw_account(context));
}

} // namespace afterword::view
