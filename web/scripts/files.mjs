/** @file What web/dist holds, and what of it a page needs. */

import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder web/. */
export const web = fileURLToPath(new URL('..', import.meta.url));

/** Where the build puts its results. */
export const dist = join(web, 'dist');

/** Where the cores' files are: `AFTERWORD_WASM`, or the `wasm` preset's folder. */
export const wasm = process.env.AFTERWORD_WASM || join(web, '../build/wasm/wasm');

/** All that a page loads to show form and thread, by what it is. */
export const page = {
  loader: 'afterword.js',
  reader: 'afterword-reader.wasm',
  glue: 'afterword-core.mjs',
  host: 'host.mjs',
  css: 'afterword.css',
  recipe: 'recipes/afterword.json',
};

/** What it loads besides, when there is time, or when somebody begins to write. */
export const writing = { core: 'afterword-core.wasm', hands: 'writing.mjs' };

/** What it loads, besides the loader, to say how many comments others have. */
export const count = { counting: 'count.mjs' };

/** What it loads to show a site's latest comments: the same, but for its core. */
const { reader: _, ...others } = page;
export const recent = { ...others, latest: 'afterword-recent.wasm' };

/** What it loads when somebody wants to see how Markdown will look. */
export const markdown = { renderer: 'markdown.mjs', md4c: 'afterword-markdown.wasm' };
