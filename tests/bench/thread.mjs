/**
 * @file What a long thread costs the main thread: until its first comments can be seen, and for each thing that a reader
 * does in it. Chromium counts by itself how long its main thread was busy, drawing included; what it does with nobody
 * there is taken off.
 */

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { htmlComments } from './comments.mjs';

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };

const recipe = {
  list: { url: '{backend}/comments', reply: { comments: '/comments' } },
  comment: { id: '/id', parent: '/parent', name: '/name', created: '/created', content: '/content', likes: '/likes', syntax: 'markdown' },
  create: { url: '{backend}/comments', body: { comment: '{comment}', key: '{key}' }, reply: { comment: '' } },
  vote: { like: { url: '{backend}/vote/{id}', method: 'POST' }, clear: { url: '{backend}/vote/{id}', method: 'POST' } },
  form: { comment: {}, name: {}, email: {} },
};

const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Bench</title>
<h1>A post</h1><script async src="/afterword.js" data-backend="/api" data-recipe="/recipe.json" data-list="{backend}/comments"></script></html>`;

/** A thread of `count` comments: one in four at the top level, the others in branches below, up to six deep. */
const thread = (count) => {
  const contents = htmlComments(4000).filter(({ length }) => length < 600);
  const start = Date.parse('2026-01-01T00:00:00Z');
  const path = [];
  return Array.from({ length: count }, (_, i) => {
    const depth = i % 4 === 0 ? 0 : Math.min(path.length, 1 + ((i * 7) % 6));
    path.length = depth;
    const parent = depth ? path[depth - 1] : null;
    path.push(`${i + 1}`);
    return {
      id: `${i + 1}`,
      parent,
      name: `Reader ${i % 97}`,
      created: new Date(start + i * 60_000).toISOString(),
      content: contents[i % contents.length],
      likes: i % 5,
    };
  });
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync'],
});

/** A gate before the answers to comments: what a press costs is measured while it is shut, and then what the answer costs. */
class Answers {
  may = Promise.resolve();
  #open = () => {};
  shut() {
    this.may = new Promise((resolve) => (this.#open = resolve));
  }
  open() {
    this.#open();
  }
}

const open = async (count) => {
  const answers = new Answers();
  const body = JSON.stringify({ comments: thread(count) });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  let posted = count;
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const json = (value) => route.fulfill({ contentType: 'application/json', body: typeof value === 'string' ? value : JSON.stringify(value) });
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname === '/recipe.json') return json(recipe);
    if (pathname === '/api/comments' && route.request().method() === 'GET') return json(body);
    if (pathname === '/api/comments') {
      await answers.may;
      return json({ id: `${++posted}`, name: 'Ada', created: new Date().toISOString(), content: '<p>Posted.</p>' });
    }
    if (pathname.startsWith('/api/')) return json({});
    try {
      return await route.fulfill({ contentType: types[extname(pathname)] ?? 'text/plain', body: await readFile(root(`web/dist${pathname}`)) });
    } catch {
      return route.fulfill({ status: 404 });
    }
  });
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  return { page, client, answers, close: () => context.close() };
};

/** Seconds that the main thread has been busy so far. */
const busy = async (client) => {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
};

const settle = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60)))));

/** Milliseconds of the main thread that `task` takes, until all that it changed is drawn. */
const cost = async ({ page, client }, { prepare, task }) => {
  await prepare?.();
  await settle(page);
  const before = await busy(client);
  await task();
  await settle(page);
  return 1000 * ((await busy(client)) - before);
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** The tasks of a reader, and what is done before that is not counted. Each can be done again. */
const tasks = ({ page, answers }) => {
  const inPage = (action) => page.evaluate(`((root) => ${action})(document.querySelector('afterword-comments').shadowRoot)`);
  // The same comment each time: in the middle of the thread, at the top level, and answered.
  const middle =
    '(root.middle ??= [...root.querySelectorAll(".part > .branch")].find((branch, i, all) => i >= all.length / 2 && branch.querySelector(".toggle")))';
  const press = (selector) => inPage(`${middle}.querySelector('${selector}').click()`);
  const write = () => inPage(`root.querySelector('textarea[name=comment]').focus()`);
  const compose = async () => {
    answers.open(); // to the comment before
    await settle(page);
    await write();
    await page.keyboard.insertText(`A comment ${Math.random()}`);
    answers.shut();
  };
  return {
    'nothing at all': { task: () => page.evaluate('0') },
    'a letter is typed': { prepare: write, task: () => page.keyboard.insertText('a') },
    'a vote': { task: () => press('[data-value=like]') },
    'a branch hidden or shown': { task: () => press('.toggle') },
    'a menu': { task: () => press('[data-action=menu]') },
    'a comment is sent': {
      prepare: compose,
      task: () => page.keyboard.press('Control+Enter'),
    },
    'its answer is drawn': {
      prepare: async () => {
        await compose();
        await page.keyboard.press('Control+Enter');
      },
      task: async () => {
        const answered = page.waitForResponse((response) => response.request().method() === 'POST');
        answers.open();
        await answered;
      },
    },
  };
};

const rounds = Number(process.env.ROUNDS ?? 15);
const sizes = (process.env.SIZES ?? '100 1000 10000').split(' ').map(Number);
const results = {};
try {
  console.log(`Chromium ${browser.version()}; milliseconds of the main thread, median of ${rounds}`);
  for (const size of sizes) {
    const bench = await open(size);
    const { page } = bench;
    const start = Date.now();
    await page.goto('http://localhost/');
    await page.locator('afterword-comments .comment').first().waitFor();
    const first = Date.now() - start;
    await page.waitForFunction((count) => document.querySelector('afterword-comments').shadowRoot.querySelectorAll('.comment').length >= count, size, { timeout: 120_000 });
    const all = Date.now() - start;
    await page.locator('afterword-comments .tool').first().waitFor({ timeout: 120_000 });
    const ready = Date.now() - start;
    await settle(page);
    (results['first comments, ms after the page was asked for'] ??= []).push(first);
    (results['all comments, ms'] ??= []).push(all);
    (results['ready to write, ms'] ??= []).push(ready);
    let idle = 0;
    for (const [name, task] of Object.entries(tasks(bench))) {
      const costs = [];
      for (let round = 0; round < rounds; ++round) costs.push(await cost(bench, task));
      if (name === 'nothing at all') idle = median(costs);
      (results[name] ??= []).push(median(costs) - (name === 'nothing at all' ? 0 : idle));
    }
    await bench.close();
  }
  const cell = (value) => String(value).padStart(10);
  console.log(`\n${''.padEnd(50)}${sizes.map((size) => cell(size)).join('')}${cell('growth')}`);
  for (const [name, values] of Object.entries(results))
    console.log(`${name.padEnd(50)}${values.map((value) => cell(value.toFixed(1))).join('')}${cell((values.at(-1) / values[0]).toFixed(1))}`);
} finally {
  await browser.close();
}
