<?php
/**
 * php install.php FILE: installs WordPress into an empty database, with a post, one that is closed, and who may moderate;
 * writes to FILE what tests need to know.
 */
define('WP_INSTALLING', true);
require __DIR__ . '/load.php';

/** In place of WordPress's own: no mail. */
function wp_new_blog_notification()
{
}

if (!is_blog_installed()) {
  require ABSPATH . 'wp-admin/includes/upgrade.php';
  wp_install('Test Site', 'admin', 'admin@example.org', true, '', 'admin-password');
  switch_theme('bare');
  update_option('permalink_structure', '/%postname%/');
  delete_option('rewrite_rules');
  foreach (['comments_notify', 'moderation_notify'] as $mail) {
    update_option($mail, 0);
  }
  wp_delete_post(1, true); // WordPress greets with a post and a comment
  $post = ['post_status' => 'publish', 'post_author' => 1, 'post_content' => '<p>Body.</p>'];
  update_option('afterword_posts', [
    'post' => wp_insert_post($post + ['post_title' => 'Open to comments', 'comment_status' => 'open']),
    'closed' => wp_insert_post($post + ['post_title' => 'Closed to comments', 'comment_status' => 'closed']),
  ]);
}
$env = ['url' => home_url(), 'version' => get_bloginfo('version')] + get_option('afterword_posts')
  + ['user' => 'admin', 'password' => 'admin-password'];
file_put_contents($argv[1], json_encode($env, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES) . "\n");
