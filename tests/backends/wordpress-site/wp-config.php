<?php
/**
 * The configuration of the WordPress that tests/backends/wordpress starts; where things are comes by the environment.
 */
define('DB_NAME', getenv('AFTERWORD_WORDPRESS_DATABASE'));
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('AFTERWORD_WORDPRESS_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
// Fixed, so that whoever is logged in stays so when the server starts anew.
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
  define($name . '_KEY', "a key of the test site, $name");
  define($name . '_SALT', "a salt of the test site, $name");
}
$table_prefix = 'wp_';
define('WP_HOME', getenv('AFTERWORD_WORDPRESS_URL'));
define('WP_SITEURL', getenv('AFTERWORD_WORDPRESS_URL'));
define('WP_DEFAULT_THEME', 'bare');
define('WP_DEBUG', false);
// Nothing leaves this machine, and nothing happens that no test asked for.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
require_once ABSPATH . 'wp-settings.php';
