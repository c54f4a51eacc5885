#pragma once
/// @file The words in English: the catalog that is always there.

#include "afterword/locale/english_reading.hpp"

namespace afterword::locale {

namespace detail {

constexpr WritingMessages english_writing_messages() {
  WritingMessages messages{};
  const auto say = [&](Message message, const char *text) {
    messages[static_cast<std::size_t>(message) - reading_count] = text;
  };
  using enum Message;
  say(replies_show, "Show one reply|Show {count} replies");
  say(sort_title, "Sort by");
  say(sort_oldest, "Oldest");
  say(sort_newest, "Newest");
  say(sort_liked, "Most liked");
  say(search_title, "Search comments");
  say(search_hint, "Search");
  say(search_found, "One comment found|{count} comments found");
  say(search_none, "No comment says that.");
  say(search_more, "Search in more comments");
  say(news_count, "One new comment|{count} new comments");
  say(target_missing, "The comment that the link leads to is not here.");
  say(menu_copy, "Copy link");
  say(menu_copied, "Link copied.");
  say(menu_not_copied, "Copy this link: {link}");
  say(menu_quote, "Quote");
  say(menu_report, "Report");
  say(menu_reported, "Reported. Thank you.");
  say(report_failed, "The report could not be sent. Please try again.");
  say(vote_failed, "Your vote could not be sent. Please try again.");
  say(vote_login, "Please log in first.");
  say(form_reply_title, "Reply to {name}");
  say(form_sending, "Posting …");
  say(form_cancel, "Cancel reply");
  say(form_problems, "Please look at this:|Please look at these {count} things:");
  say(form_posted, "Your comment was posted.");
  say(form_wait, "You can post this in one second.|You can post this in {count} seconds.");
  say(form_links, "With more than one link, this will wait for moderation.|"
                  "With more than {count} links, this will wait for moderation.");
  say(form_unseen, "Your comment was sent.");
  say(form_edit_title, "Edit your comment");
  say(form_save, "Save");
  say(form_cancel_edit, "Cancel");
  say(tools_title, "Formatting");
  say(tools_bold, "Bold");
  say(tools_italic, "Italic");
  say(tools_link, "Link");
  say(tools_code, "Code");
  say(tools_quote, "Quote");
  say(preview_show, "Preview");
  say(preview_title, "How your comment will look");
  say(preview_empty, "Nothing to preview yet.");
  say(preview_failed, "The preview cannot be shown now. Your text is still here.");
  say(draft_saved, "Draft saved");
  say(draft_discard, "Discard");
  say(draft_discarded, "Draft discarded");
  say(own_edit, "Edit");
  say(own_resend, "Try again");
  say(own_erase, "Delete");
  say(own_undo, "Undo");
  say(own_time_left, "{time} left to change this");
  say(own_edited, "Changed.");
  say(own_saving, "Saving …");
  say(own_erased, "Deleted.");
  say(own_erasing, "Deleting …");
  say(own_removed, "Your comment was deleted.");
  say(outgoing_waiting, "You seem to be offline. This will be posted when the connection is back.");
  say(outgoing_failed, "This was not posted: the site gave no proper answer.");
  say(counter_left, "{count} character left|{count} characters left");
  say(counter_over, "{count} character too many|{count} characters too many");
  say(email_hint, "Did you mean {email}?");
  say(email_hint_key, "Press Enter to use it.");
  say(problem_missing_comment, "Please write a comment.");
  say(problem_missing_name, "Please enter your name.");
  say(problem_missing_email, "Please enter your email address.");
  say(problem_missing_website, "Please enter your website.");
  say(problem_missing_text, "Please fill this in.");
  say(problem_missing_box, "Please tick this box.");
  say(problem_invisible, "Please write something that can be seen.");
  say(problem_too_long,
      "Please shorten this to {count} character.|Please shorten this to {count} characters.");
  say(problem_too_short,
      "Please write at least {count} character.|Please write at least {count} characters.");
  say(problem_email, "Please enter an email address like name@example.org.");
  say(problem_website, "Please enter a web address like https://example.org.");
  say(problem_refused, "The site did not accept this.");
  say(failure_closed, "Comments are closed now. Your text is still here.");
  say(failure_parent, "The comment you are answering is gone. Your text is still here.");
  say(failure_duplicate, "This comment was posted already.");
  say(failure_login, "Please log in, and post again. Your text is still here.");
  say(failure_captcha,
      "The site wants proof that you are no robot, and this page cannot give it. Your text is still here.");
  say(failure_spam, "The site took this for spam. Your text is still here.");
  say(failure_expired, "It is too late to change this comment.");
  say(failure_busy, "The site is busy. Your text is still here; please try again.");
  say(failure_refused, "The site did not accept this: {message}");
  say(failure_unreachable, "The site gave no proper answer. Your text is still here; please try again.");
  say(failure_offline, "You seem to be offline. Your text is still here; please try again.");
  say(failure_returned, "If the site did not take your comment: your text is still here.");
  say(subscription_sending, "Signing you up …");
  say(subscription_pending,
      "Please check your inbox: the link that we sent to {email} completes your subscription.");
  say(subscription_subscribed, "{email} is already subscribed.");
  say(subscription_unseen, "Your address was sent. If all went well, you will find a mail in your inbox.");
  say(subscription_failed, "The site gave no proper answer. Please try again.");
  say(subscription_waiting, "You seem to be offline. {email} will be signed up when the connection is back.");
  return messages;
}

inline constexpr WritingMessages english_writing = english_writing_messages();
static_assert(is_complete(english_writing));

constexpr Catalog complete_english() {
  Catalog catalog = english_reading;
  catalog.writing = &english_writing;
  return catalog;
}

} // namespace detail

/// English.
inline constexpr Catalog english = detail::complete_english();

} // namespace afterword::locale
