/** @file Chromium opens a page with all contenders in it; here stands what it is served, and what is printed. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = (path) => here(`../../${path}`);
const { build } = createRequire(root('web/package.json'))('esbuild');

const sink = await build({ entryPoints: [root('web/src/sink.ts')], write: false, format: 'esm', target: 'es2022' });

const imports = { dompurify: '/purify.mjs', linkifyjs: '/linkify.mjs', 'linkify-string': '/linkify-string.mjs' };
const html = `<!doctype html><title>Bench</title>
<script type="importmap">${JSON.stringify({ imports })}</script>
<body></body>`;

const read = (path) => readFile(here(path));
const door = '../../build/wasm/tests/bench/afterword-bench-door';

/** Path to type and content. */
const files = {
  '/': ['text/html', html],
  '/sink.mjs': ['text/javascript', sink.outputFiles[0].text],
  '/page.mjs': ['text/javascript', await read('page.mjs')],
  '/comments.mjs': ['text/javascript', await read('comments.mjs')],
  '/purify.mjs': ['text/javascript', await read('node_modules/dompurify/dist/purify.es.mjs')],
  '/linkify.mjs': ['text/javascript', await read('node_modules/linkifyjs/dist/linkify.mjs')],
  '/linkify-string.mjs': ['text/javascript', await read('node_modules/linkify-string/dist/linkify-string.mjs')],
  '/door.mjs': ['text/javascript', await read(`${door}.mjs`)],
  '/door.wasm': ['application/wasm', await read(`${door}.wasm`)],
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

const measure = async (options) => {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.route('**/*', (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType, body });
  });
  await page.goto('http://localhost/');
  return page.evaluate(async (options) => (await import('/page.mjs')).measure(options), options);
};

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];
const columns = (cells) => cells.map((each) => each.padStart(8)).join('');
const spread = (numbers) =>
  columns([median(numbers), Math.min(...numbers), Math.max(...numbers)].map((each) => each.toFixed(1)));

const print = ({ name, bytes, comments, times, same }) => {
  console.log(`\n${name}: ${comments} comments, ${(bytes / 1e6).toFixed(2)} MB`);
  console.log(`  ${''.padEnd(46)}${columns(['median', 'min', 'max'])}`);
  for (const who of Object.keys(times[0])) {
    const speeds = times.map((round) => bytes / 1e3 / round[who]);
    console.log(`  ${`${who}, MB/s`.padEnd(46)}${spread(speeds)}`);
  }
  for (const who of Object.keys(times[0]).slice(1)) {
    const ratios = times.map((round) => round[who] / round.Afterword);
    const note = who in same ? `   (the same text and links in ${same[who]} of ${comments})` : '';
    console.log(`  ${`times as fast as ${who}`.padEnd(46)}${spread(ratios)}${note}`);
  }
};

try {
  console.log(`Chromium ${browser.version()}`);
  for (const answer of await measure({ rounds: 11, least: 150 })) print(answer);
} finally {
  await browser.close();
}
