/** @file md4w as the page has it: the shipped module, and the parser in it with flags of one's own. */

import { readFile } from 'node:fs/promises';
import { initWasm, mdToHtml, ParseFlags } from '../../web/node_modules/md4w/js/md4w.js';

const dist = new URL('../../web/dist/', import.meta.url);

const { fetch } = globalThis;
/** How often files were asked for, by name. */
export const asked = {};
/** What is asked for answers with an error while this is set. */
export const failure = { is: false };
// Node's fetch knows no files; the module asks for the one beside it.
globalThis.fetch = async (url, ...rest) => {
  if (!String(url).startsWith('file:')) return fetch(url, ...rest);
  const name = String(url).split('/').at(-1);
  asked[name] = (asked[name] ?? 0) + 1;
  if (failure.is) return new Response('gone', { status: 404 });
  return new Response(await readFile(new URL(url)), { headers: { 'content-type': 'application/wasm' } });
};

/** What the page calls. */
export const { render } = await import(new URL('markdown.mjs', dist));

const wasm = await WebAssembly.compile(await readFile(new URL('afterword-markdown.wasm', dist)));

/** `text` as HTML, with these flags alone, and without the anchors that md4w writes into headings. */
export const parse = (text, flags) => {
  initWasm(wasm);
  return mdToHtml(text, { parseFlags: flags }).replace(/ <a class="anchor"[^>]*><\/a>/g, '');
};

/** All flags that it has. */
export const flagNames = Object.keys(ParseFlags);
