/**
 * @file What a page can choose: attributes of the elements, or `data-` attributes of the script tag. Changing one draws
 * anew.
 */

/** The names of all options. */
export const options = [
  'backend', // base URL of the backend
  'page', // what the backend knows the page as; by default its canonical URL, or else its path
  'subscribe', // present: draw the subscription box too
  'recipe', // name of a preset, or the URL of a recipe of one's own
  'values', // what the recipe's templates may name besides: "site=blog app=7"
  'list', // URL template of the first list, for a recipe of one's own
  'root', // "light": draw into the page's own tree, instead of a shadow root
  'prefix', // before every id; keeps two widgets in one tree apart
  'lang', // BCP 47; by default the language of the element around
  'heading', // of the comment form
  'depth', // levels of replies that are indented
  'fields', // names of the fields to show
  'required', // names of fields that this page requires besides the backend's
  'avatars', // "any": the pictures of commenters from wherever the backend says; "none": none, and no initials
  'sort', // the order that the thread has first: "oldest", "newest", or "liked"
  'more', // "auto": more comments come by themselves when the reader is near
  'images', // present: show the images in comments, from wherever their authors say
  'followers', // how many follow the site, when the page knows it
  'limit', // how many of a site's latest comments are shown
] as const;
