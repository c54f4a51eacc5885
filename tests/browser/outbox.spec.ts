/** @file The outbox, in the browser's own database: it outlives pages, is shared by tabs, and each entry is one tab's. */

import { expect, test, type Page } from './fixtures.ts';
import { ask, begin, perform, resume, told } from './writer.ts';

const store = (page: Page, key: string, value?: string) => perform(page, { type: 'store', key, value });
const load = async (page: Page, key: string) => (await ask(page, { type: 'load', key }))[0]!['value'];
const claim = async (page: Page, key: string) => (await ask(page, { type: 'claim', key }))[0]!['value'];

test('what is sent is kept until it is taken out, whatever becomes of the page', async ({ page, url }) => {
  await begin(page, url);
  await store(page, 'outbox:1', 'a');
  await store(page, 'outbox:2', 'b');
  await store(page, 'outbox:2', 'B');
  expect(await ask(page, { type: 'load', key: 'outbox:2' })).toEqual([{ type: 'loaded', key: 'outbox:2', value: 'B' }]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await begin(page, url);
  expect(await ask(page, { type: 'list', key: 'outbox:' }, 3)).toEqual([
    { type: 'loaded', key: 'outbox:1', value: 'a' },
    { type: 'loaded', key: 'outbox:2', value: 'B' },
    { type: 'loaded', key: 'outbox:', value: null },
  ]);
  await store(page, 'outbox:1');
  expect(await load(page, 'outbox:1')).toBe(null);
  expect(await ask(page, { type: 'list', key: 'outbox:1' })).toEqual([{ type: 'loaded', key: 'outbox:1', value: null }]);
});

test('all else is kept where the page has it at once', async ({ page, url }) => {
  await begin(page, url);
  await store(page, 'draft:1', 'a');
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'afterword:draft:1': 'a' });
  expect(await ask(page, { type: 'list', key: 'draft:' }, 2)).toEqual([
    { type: 'loaded', key: 'draft:1', value: 'a' },
    { type: 'loaded', key: 'draft:', value: null },
  ]);
  expect(await perform(page, { type: 'load', key: 'draft:1' }), 'the host does that').toBe(false);
});

test('of two tabs one has an entry, and the other gets it after a minute', async ({ page, context, url }) => {
  const other = await context.newPage();
  await page.clock.install(); // of both: they are of one browser
  await begin(page, url);
  await begin(other, url);
  await store(page, 'outbox:1', 'a');
  const both = await Promise.all([claim(page, 'outbox:1'), claim(other, 'outbox:1')]);
  expect(both.sort()).toEqual(['a', null]);

  await store(page, 'outbox:2', 'b');
  expect(await claim(page, 'outbox:2')).toBe('b');
  expect(await claim(other, 'outbox:2')).toBe(null);
  expect(await claim(page, 'outbox:2'), 'it is this tab’s').toBe('b');
  await store(page, 'outbox:2', 'c');
  expect(await claim(other, 'outbox:2'), 'what it says now is still this tab’s').toBe(null);
  expect(await load(other, 'outbox:2')).toBe('c');
  await page.clock.fastForward('00:59');
  expect(await claim(other, 'outbox:2')).toBe(null);
  await page.clock.fastForward('00:02');
  expect(await claim(other, 'outbox:2')).toBe('c');
  expect(await claim(page, 'outbox:3'), 'there is none').toBe(null);
});

test('a clock that was set back gives up no entry for good', async ({ page, context, url }) => {
  const other = await context.newPage();
  await page.clock.setFixedTime('2030-01-01'); // of both: they are of one browser
  await begin(page, url);
  await begin(other, url);
  await store(page, 'outbox:1', 'a');
  expect(await claim(page, 'outbox:1')).toBe('a');
  expect(await claim(other, 'outbox:1')).toBe(null);
  await page.clock.setFixedTime('2029-01-01');
  expect(await claim(other, 'outbox:1')).toBe('a');
});

test('a widget knows who was in its tab before it', async ({ page, context, url }) => {
  await begin(page, url);
  const first = await resume(page);
  expect(first).toEqual({ type: 'resume', key: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/), value: null });
  await begin(page, `${url}/subscribe`);
  const second = await resume(page);
  expect(second['value']).toBe(first['key']);
  expect(second['key']).not.toBe(first['key']);
  const other = await context.newPage();
  await begin(other, url);
  expect((await resume(other))['value']).toBe(null);
});

for (const [name, forbid] of [
  ['forbidden', () => Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } })],
  ['absent', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  ['never answering', () => { IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest; }],
] as const)
  test(`where the database is ${name}, nothing is kept, and nothing fails`, async ({ page, url }) => {
    await page.addInitScript(forbid);
    await page.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get: () => { throw Error('no'); } }));
    await begin(page, url);
    expect((await resume(page))['value']).toBe(null);
    await store(page, 'outbox:1', 'a');
    expect(await claim(page, 'outbox:1'), 'nobody else can have it').toBe('');
    expect(await ask(page, { type: 'list', key: 'outbox:' })).toEqual([{ type: 'loaded', key: 'outbox:', value: null }]);
  });

/** Opens the database as another script of this origin, as `version`. Resolves with its version then. */
const openAs = (page: Page, version: number): Promise<number> =>
  page.evaluate((version) => new Promise<number>((resolve, reject) => {
    const request = indexedDB.open('afterword', version);
    request.onblocked = () => reject(Error('blocked'));
    request.onsuccess = () => {
      resolve(request.result.version);
      request.result.close();
    };
  }), version);

test('a later version of the database is left alone', async ({ page, url }) => {
  await page.goto(url);
  await openAs(page, 9);
  await begin(page, url);
  await store(page, 'outbox:1', 'a');
  expect(await claim(page, 'outbox:1'), 'it cannot be asked').toBe('');
  expect(await openAs(page, 9)).toBe(9);
});

test('nobody stands in the way of a later version', async ({ page, context, url }) => {
  await begin(page, url);
  await store(page, 'outbox:1', 'a');
  expect(await load(page, 'outbox:1')).toBe('a');
  const other = await context.newPage();
  await other.goto(url);
  expect(await openAs(other, 2)).toBe(2);
  expect(await claim(page, 'outbox:1'), 'it speaks another language now').toBe('');
});

test('a database that vanishes is made again', async ({ page, url }) => {
  await begin(page, url);
  await store(page, 'outbox:1', 'a');
  expect(await load(page, 'outbox:1')).toBe('a');
  await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase('afterword').onsuccess = resolve)));
  expect(await load(page, 'outbox:1')).toBe(null);
  await store(page, 'outbox:1', 'b');
  expect(await load(page, 'outbox:1')).toBe('b');
  expect((await told(page)).filter(({ type }) => type !== 'loaded')).toEqual([]);
});
