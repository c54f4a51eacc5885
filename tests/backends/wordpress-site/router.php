<?php
/**
 * The router of PHP's own server: the files of WordPress, its pretty permalinks, and beside them, on the same origin,
 * /afterword/ with the built files of Afterword, and /widget with its tag; each pair of the query is an attribute.
 */

$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$root = $_SERVER['DOCUMENT_ROOT'];

if (str_starts_with($path, '/afterword/')) {
  $dist = realpath(getenv('AFTERWORD_DIST'));
  $file = realpath($dist . substr($path, strlen('/afterword')));
  if ($dist === false || $file === false || !str_starts_with($file, "$dist/") || !is_file($file)) {
    http_response_code(404);
    exit('not here');
  }
  $types = ['js' => 'text/javascript', 'mjs' => 'text/javascript', 'css' => 'text/css', 'json' => 'application/json',
    'wasm' => 'application/wasm'];
  header('Content-Type: ' . ($types[pathinfo($file, PATHINFO_EXTENSION)] ?? 'application/octet-stream'));
  header('Content-Length: ' . filesize($file));
  readfile($file);
  return true;
}

if ($path === '/widget') {
  $attributes = '';
  foreach (['backend' => getenv('AFTERWORD_WORDPRESS_URL')] + $_GET as $name => $value) {
    $value = $_GET[$name] ?? $value;
    if (is_string($value) && preg_match('/^[a-z-]+$/D', $name)) {
      $attributes .= ' data-' . ($name === 'post' ? 'page' : $name) . '="' . htmlspecialchars($value) . '"';
    }
  }
  header('Content-Type: text/html; charset=utf-8');
  echo '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Widget</title><link rel="icon" href="data:,">',
    "</head><body><main><h1>Widget</h1><script async src=\"/afterword/afterword.js\"$attributes></script></main></body></html>";
  return true;
}

if ($path !== '/' && (is_file($root . $path) || is_file($root . rtrim($path, '/') . '/index.php'))) {
  return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = "$root/index.php";
chdir($root);
require "$root/index.php";
