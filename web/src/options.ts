/** @file What a page can choose: attributes of the elements, or `data-` attributes of the script tag. */

/** Changing any of these draws anew. README.md explains each. */
export const options = [
  'backend',
  'page',
  'subscribe',
  'recipe',
  'list',
  'root',
  'prefix',
  'lang',
  'heading',
  'depth',
  'fields',
  'required',
  'followers',
] as const;
