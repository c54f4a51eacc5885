<?php
/** The barest theme there can be: a post, its comments, and the form. */
?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
  <meta charset="<?php bloginfo('charset'); ?>">
  <title><?php bloginfo('name'); ?></title>
</head>
<body>
<?php
while (have_posts()) {
  the_post();
  the_title('<h1>', '</h1>');
  the_content();
  if (is_singular()) {
    wp_list_comments([], get_comments(['post_id' => get_the_ID(), 'status' => 'approve', 'order' => 'ASC']));
    comment_form();
  }
}
?>
</body>
</html>
