#pragma once
/// @file Everything that the widget can say, by name.

#include <cstddef>
#include <cstdint>

namespace afterword::locale {

/// A message. Those that count something have forms, see Catalog. First come those of reading, then those
/// that nobody meets who does not write.
enum class Message : std::uint8_t {
  thread_title,
  thread_empty,
  thread_closed,
  thread_loading,
  thread_failed,
  thread_retry,
  thread_more,
  thread_loaded,
  comment_count,
  comment_anonymous,
  comment_held,
  comment_sending,
  comment_unseen,
  comment_deleted,
  comment_reply,
  comment_reply_to,
  form_title,
  form_required,
  form_comment, // from here on the fields' labels, in the order of Field
  form_name,
  form_email,
  form_website,
  form_remember,
  form_notify_comments,
  form_notify_posts,
  form_email_hint,
  form_submit,
  account_name,
  account_log_in,
  account_log_out,
  account_required,
  subscription_title,
  subscription_followers,
  subscription_first,
  subscription_submit,
  form_reply_title,
  form_sending,
  form_cancel,
  form_problems,
  form_posted,
  form_wait,
  form_links,
  form_unseen,
  form_edit_title,
  form_save,
  form_cancel_edit,
  tools_title,
  tools_bold, // from here on in the order of text::Mark
  tools_italic,
  tools_link,
  tools_code,
  tools_quote,
  preview_show,
  preview_title,
  preview_empty,
  preview_failed,
  draft_saved,
  draft_discard,
  draft_discarded,
  own_edit,
  own_resend,
  own_erase,
  own_undo,
  own_time_left,
  own_edited,
  own_saving,
  own_erased,
  own_erasing,
  own_removed,
  outgoing_waiting,
  outgoing_failed,
  counter_left,
  counter_over,
  email_hint,
  email_hint_key,
  problem_missing_comment, // from here on in the order of Field
  problem_missing_name,
  problem_missing_email,
  problem_missing_website,
  problem_missing_text, // and from here on any other
  problem_missing_box,
  problem_invisible,
  problem_too_long,
  problem_too_short,
  problem_email,
  problem_website,
  problem_refused,
  failure_closed, // from here on in the order of backend::Failure::Kind
  failure_parent,
  failure_duplicate,
  failure_login,
  failure_captcha,
  failure_spam,
  failure_expired,
  failure_busy,
  failure_refused,
  failure_unreachable,
  failure_offline,
  failure_returned,
  subscription_sending,
  subscription_pending,
  subscription_subscribed,
  subscription_unseen,
  subscription_failed,
  subscription_waiting,
  count_
};

/// How many messages reading takes, and how many more writing does.
inline constexpr std::size_t reading_count = static_cast<std::size_t>(Message::form_reply_title);
inline constexpr std::size_t writing_count = static_cast<std::size_t>(Message::count_) - reading_count;

} // namespace afterword::locale
