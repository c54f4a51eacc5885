<?php
/**
 * php control.php EXPRESSION: evaluates it within WordPress, with the functions below, and prints its value as JSON. With
 * "-" in its place expressions come by the standard input, each a line, as a JSON string.
 */
require __DIR__ . '/load.php';

/** Sets options of WordPress, and the switches of mu-plugins/switches.php. */
function options(array $values): void
{
  foreach ($values as $name => $value) {
    update_option($name, $value);
  }
}

/** Every option that tests change, as tests begin with it: guests may comment, and are read at once. */
function defaults(): void
{
  options(['comment_moderation' => 0, 'comment_previously_approved' => 0, 'comment_registration' => 0,
    'require_name_email' => 1, 'comment_max_links' => 2, 'disallowed_keys' => '', 'moderation_keys' => '',
    'close_comments_for_old_posts' => 0, 'afterword_guests' => 1, 'afterword_flood' => 0, 'afterword_lengths' => [],
    'afterword_rest' => 'on', 'show_avatars' => 1, 'timezone_string' => '']);
}

/** A new post without comments; its id. $with: fields of wp_insert_post. */
function post(array $with = []): int
{
  return wp_insert_post($with + ['post_title' => 'A post', 'post_content' => '<p>Body.</p>', 'post_status' => 'publish',
    'post_author' => 1, 'comment_status' => 'open'], true);
}

/** Puts a comment into the database as it is, past every filter; its id. $fields: of wp_insert_comment. */
function comment(int $post, array $fields): int
{
  return wp_insert_comment(wp_slash($fields + ['comment_post_ID' => $post, 'comment_approved' => 1]));
}

/** The rows of a post's comments, oldest first, as the database has them. */
function comments(int $post): array
{
  global $wpdb;
  return $wpdb->get_results($wpdb->prepare(
    "SELECT * FROM $wpdb->comments WHERE comment_post_ID = %d ORDER BY comment_ID", $post));
}

/** Logs a user in: the cookie to send, and the nonce for X-WP-Nonce that goes with it. */
function session(string $login = 'admin'): array
{
  $user = get_user_by('login', $login);
  $end = time() + DAY_IN_SECONDS;
  $token = WP_Session_Tokens::get_instance($user->ID)->create($end);
  $_COOKIE[LOGGED_IN_COOKIE] = wp_generate_auth_cookie($user->ID, $end, 'logged_in', $token);
  wp_set_current_user($user->ID);
  return ['cookie' => LOGGED_IN_COOKIE . '=' . rawurlencode($_COOKIE[LOGGED_IN_COOKIE]),
    'nonce' => wp_create_nonce('wp_rest')];
}

/** Prints the value of an expression. */
function answer(string $expression): void
{
  echo json_encode(eval("return $expression;"), JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
}

if ($argv[1] !== '-') {
  answer($argv[1]);
} else {
  while (($line = fgets(STDIN)) !== false) {
    answer(json_decode($line));
  }
}
