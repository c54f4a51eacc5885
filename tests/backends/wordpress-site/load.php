<?php
/** WordPress without a web server, for the two commands beside this file. */
$_SERVER += ['HTTP_HOST' => parse_url(getenv('AFTERWORD_WORDPRESS_URL'), PHP_URL_HOST), 'REQUEST_METHOD' => 'GET',
  'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
chdir(getenv('AFTERWORD_WORDPRESS_ROOT'));
require './wp-load.php';
