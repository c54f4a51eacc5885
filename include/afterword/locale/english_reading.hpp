#pragma once
/// @file The words in English that reading takes.

#include "afterword/locale/catalog.hpp"

namespace afterword::locale {

namespace detail {

constexpr ReadingMessages english_reading_messages() {
  ReadingMessages messages{};
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
  say(comment_in_reply_to, "in reply to {name}");
  say(comment_author, "Author");
  say(comment_moderator, "Moderator");
  say(comment_pinned, "Pinned");
  say(comment_like, "Like: {count}");
  say(comment_dislike, "Dislike: {count}");
  say(comment_more, "More");
  say(replies_hide, "Hide replies");
  say(form_title, "Leave a Comment");
  say(form_required, "Required fields are marked");
  say(form_comment, "Comment");
  say(form_name, "Name");
  say(form_email, "Email");
  say(form_website, "Website");
  say(form_remember, "Save my name, email, and website in this browser for the next time I comment.");
  say(form_notify_comments, "Notify me of follow-up comments by email.");
  say(form_notify_posts, "Notify me of new posts by email.");
  say(form_email_hint, "Your email address will not be published.");
  say(form_submit, "Post Comment");
  say(account_name, "Logged in as {name}.");
  say(account_log_in, "Log in");
  say(account_log_out, "Log out");
  say(account_required, "Please log in to leave a comment.");
  say(subscription_title, "Get every new post on this blog delivered to your Inbox.");
  say(subscription_followers, "Join {count} other follower|Join {count} other followers");
  say(subscription_first, "Be the first to follow this blog.");
  say(subscription_submit, "Sign me up");
  return messages;
}

template <class Messages> constexpr bool is_complete(const Messages &messages) {
  for (const char *message : messages)
    if (message == nullptr)
      return false;
  return true;
}

} // namespace detail

/// English for those who only read.
inline constexpr Catalog english_reading{
    "en",   "ltr", ",", english_plural, {Plural::one, Plural::other}, detail::english_reading_messages(),
    nullptr};
static_assert(detail::is_complete(english_reading.reading));

} // namespace afterword::locale
