/** @file The size report: what each file weighs, and whether web/budget.json allows it. `npm run size` prints it alone. */

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { count, dist, markdown, page, recent, web, writing } from './files.mjs';

/** `content` as a good server sends it. */
export const compressed = (content) => ({
  gzip: gzipSync(content, { level: 9 }),
  brotli: brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }),
});

const measure = async (name) => {
  const content = await readFile(join(dist, name));
  const { gzip, brotli } = compressed(content);
  return { raw: content.length, gzip: gzip.length, brotli: brotli.length };
};

/**
 * Prints the report.
 * @returns {Promise<boolean>} whether everything is within the budget
 */
export const report = async () => {
  const budget = JSON.parse(await readFile(join(web, 'budget.json'), 'utf8'));
  const sizes = {};
  for (const [group, parts] of Object.entries({ page, writing, markdown, count, recent })) {
    const sum = { raw: 0, gzip: 0, brotli: 0 };
    for (const [what, name] of Object.entries(parts)) {
      sizes[what] = await measure(name);
      for (const key of Object.keys(sum)) sum[key] += sizes[what][key];
    }
    sizes[group] = sum;
  }
  const recipes = (await readdir(join(dist, 'recipes'))).filter((name) => name.endsWith('.json'));
  for (const name of recipes) sizes[name] = await measure(`recipes/${name}`);
  const limit = (what) => budget[recipes.includes(what) ? 'recipe' : what] ?? Infinity;

  const row = (cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(15))).join(''));
  row(['bytes', 'raw', 'gzip', 'brotli', 'budget']);
  for (const [what, { raw, gzip, brotli }] of Object.entries(sizes))
    row([what, raw, gzip, brotli, Number.isFinite(limit(what)) ? limit(what) : '']);

  const over = Object.keys(sizes).filter((what) => sizes[what].brotli > limit(what));
  for (const what of over)
    console.error(
      `web: ${what} weighs ${sizes[what].brotli} bytes in brotli; its budget (web/budget.json) is ${limit(what)}`,
    );
  return over.length === 0;
};

if (import.meta.url === pathToFileURL(process.argv[1]).href && !(await report())) process.exit(1);
