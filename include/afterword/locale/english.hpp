#pragma once
/// @file The words in English: the catalog that is always there.

#include "afterword/locale/catalog.hpp"

namespace afterword::locale {

namespace detail {

constexpr std::array<const char *, message_count> english_messages() {
  std::array<const char *, message_count> messages{};
  const auto say = [&](Message message, const char *text) {
    messages[static_cast<std::size_t>(message)] = text;
  };
  using enum Message;
  say(thread_title, "Comments");
  say(thread_empty, "No comments yet. Yours could be the first.");
  say(thread_closed, "Comments are closed.");
  say(thread_loading, "Loading comments …");
  say(thread_failed, "The comments could not be loaded.");
  say(thread_retry, "Try again");
  say(thread_more, "Show more comments");
  say(thread_loaded, "One more comment|{count} more comments");
  say(comment_count, "One comment|{count} comments");
  say(comment_anonymous, "Anonymous");
  say(comment_held, "Your comment is awaiting moderation.");
  say(comment_sending, "Sending …");
  say(comment_unseen, "Your comment was sent. It will be here as soon as the site shows it.");
  say(comment_deleted, "This comment was deleted.");
  say(comment_reply, "Reply");
  say(comment_reply_to, "Reply to {name}");
  say(form_title, "Leave a Comment");
  say(form_reply_title, "Reply to {name}");
  say(form_required, "Required fields are marked");
  say(form_comment, "Comment");
  say(form_name, "Name");
  say(form_email, "Email");
  say(form_website, "Website");
  say(form_email_hint, "Your email address will not be published.");
  say(form_remember, "Save my name, email, and website in this browser for the next time I comment.");
  say(form_notify_comments, "Notify me of follow-up comments by email.");
  say(form_notify_posts, "Notify me of new posts by email.");
  say(form_submit, "Post Comment");
  say(form_sending, "Posting …");
  say(form_cancel, "Cancel reply");
  say(form_problems, "Please look at this:|Please look at these {count} things:");
  say(form_posted, "Your comment was posted.");
  say(form_wait, "You can post this in one second.|You can post this in {count} seconds.");
  say(form_links, "With more than one link, this will wait for moderation.|"
                  "With more than {count} links, this will wait for moderation.");
  say(form_unseen, "Your comment was sent.");
  say(account_name, "Logged in as {name}.");
  say(account_log_in, "Log in");
  say(account_log_out, "Log out");
  say(account_required, "Please log in to leave a comment.");
  say(counter_left, "{count} character left|{count} characters left");
  say(counter_over, "{count} character too many|{count} characters too many");
  say(email_hint, "Did you mean {email}?");
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
  say(failure_refused, "The site did not accept this: {message}");
  say(failure_busy, "The site is busy. Your text is still here; please try again.");
  say(failure_unreachable, "The site gave no proper answer. Your text is still here; please try again.");
  say(failure_offline, "You seem to be offline. Your text is still here; please try again.");
  say(subscription_title, "Get every new post on this blog delivered to your Inbox.");
  say(subscription_followers, "Join {count} other follower|Join {count} other followers");
  say(subscription_first, "Be the first to follow this blog.");
  say(subscription_submit, "Sign me up");
  say(subscription_sending, "Signing you up …");
  say(subscription_pending,
      "Please check your inbox: the link that we sent to {email} completes your subscription.");
  say(subscription_subscribed, "{email} is already subscribed.");
  say(subscription_unseen, "Your address was sent. If all went well, you will find a mail in your inbox.");
  say(subscription_failed, "The site gave no proper answer. Please try again.");
  return messages;
}

constexpr bool is_complete(const std::array<const char *, message_count> &messages) {
  for (const char *message : messages)
    if (message == nullptr)
      return false;
  return true;
}

} // namespace detail

inline constexpr Catalog english{
    "en", "ltr", ",", english_plural, {Plural::one, Plural::other}, detail::english_messages()};
static_assert(detail::is_complete(english.messages));

} // namespace afterword::locale
