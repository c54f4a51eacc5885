<?php
/**
 * What tests switch by options, as owners and their plugins would. See defaults() in control.php for what they are at first.
 */

// A site whose owner did not add site-owner.php.
if (!get_option('afterword_guests', true)) {
  remove_filter('rest_allow_anonymous_comments', '__return_true');
}

// WordPress takes one comment in 15 seconds from a sender; tests would have to sleep.
add_action('init', function () {
  if (!get_option('afterword_flood')) {
    remove_action('check_comment_flood', 'check_comment_flood_db', 10);
  }
});

// Comments, names and addresses are to be shorter than the database would have them.
add_filter('wp_get_comment_fields_max_lengths', fn($lengths) => get_option('afterword_lengths', []) + $lengths);

// Three ways in which owners switch REST off.
switch (get_option('afterword_rest', 'on')) {
  case 'no-route': // the routes of comments are taken away
    add_filter('rest_endpoints', fn($routes) =>
      array_filter($routes, fn($route) => !str_contains($route, '/comments'), ARRAY_FILTER_USE_KEY));
    break;
  case 'login': // only those who are logged in
    add_filter('rest_authentication_errors', fn($errors) => $errors ?? (is_user_logged_in() ? null :
      new WP_Error('rest_not_logged_in', 'You are not currently logged in.', ['status' => 401])));
    break;
  case 'page': // a page, before WordPress knows that somebody asked for REST
    add_action('init', function () {
      if (isset($_GET['rest_route']) || str_contains($_SERVER['REQUEST_URI'], '/wp-json/')) {
        status_header(403);
        header('Content-Type: text/html; charset=UTF-8');
        exit('<!DOCTYPE html><title>403 Forbidden</title><h1>Forbidden</h1>');
      }
    });
    break;
}
