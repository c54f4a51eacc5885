/** @file Markdown as HTML, by md4w (md4c, compiled to WebAssembly), the same parser as that of the demo's backend. */

import { initWasm, mdToHtml } from 'md4w/js/md4w.js';
import { compile } from './compile.ts';

/**
 * What is read besides CommonMark, and what is not. The backend of the demo has the same list. (md4w's own NO_HTML is a
 * slip: it leaves blocks of HTML alone.)
 */
const flags = [
  'NO_HTML_BLOCKS',
  'NO_HTML_SPANS',
  'NO_INDENTED_CODE_BLOCKS',
  'STRIKETHROUGH',
  'PERMISSIVE_URL_AUTO_LINKS',
  'HARD_SOFT_BREAKS',
];

let module: Promise<WebAssembly.Module> | undefined;

/** md4w writes an anchor into every heading. A `<` that is not its own it has escaped. */
const anchor = / <a class="anchor"[^>]*><\/a>/g;

/**
 * `text` as HTML. Its links lead wherever the writer says: it is for a sanitizer, not for a page. Each call has an
 * instance of its own, so that nothing is left of one that failed.
 * @throws if the parser cannot be had, or fails; it can be asked again
 */
export const render = async (text: string): Promise<string> => {
  if (!text) return ''; // md4w has no memory for nothing
  module ??= compile(new URL('afterword-markdown.wasm', import.meta.url).href).catch((error: unknown) => {
    module = undefined;
    throw error;
  });
  // md4w would make the instance at once, which older browsers refuse for a module of this size.
  let env: object = {};
  const call = (name: string) => (part: bigint) => (env as Record<string, (part: bigint) => void>)[name]!(part);
  const imports = { env: { emitChunk: call('emitChunk'), emitCodeBlock: call('emitCodeBlock') } };
  const { exports } = await WebAssembly.instantiate(await module, imports);
  initWasm({ ...exports, default: (given: object) => (env = given) });
  return mdToHtml(text, { parseFlags: flags }).replace(anchor, '');
};
