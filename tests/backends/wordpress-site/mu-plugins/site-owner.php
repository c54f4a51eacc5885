<?php
/**
 * All that the owner of a WordPress site adds for Afterword: this file, in the folder wp-content/mu-plugins.
 *
 * For a page of another origin nothing more is needed: WordPress answers its REST routes to any origin.
 */

// Guests may comment over REST. As it comes, WordPress lets only those do that who are logged in, although its own form
// takes comments of guests: https://developer.wordpress.org/reference/hooks/rest_allow_anonymous_comments/
// What else is set under "Discussion" holds for REST too: names required, moderation, blocked words, login required.
add_filter('rest_allow_anonymous_comments', '__return_true');
