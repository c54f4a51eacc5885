/** @file The browser counts as the core does: the same vectors as the native test reads. */

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { load } from './bundle.mjs';

const { readCounts, requestsOf } = await load('counts.ts');
const { Reply } = await load('place.ts');
const vectors = JSON.parse(await readFile(new URL('../vectors/counts.json', import.meta.url), 'utf8'));

for (const { case: name, recipe, backend, pages, requests } of vectors)
  test(name, () => {
    const asked = requestsOf(recipe, { backend, address: '', language: 'en' }, pages);
    assert.deepEqual(asked, requests.map(
      ({ method = 'GET', url, sent = {}, pages }) => ({ method, url, headers: sent, pages })));
    for (const { status, headers = {}, body, pages, counts } of requests) {
      const read = readCounts(recipe, new Reply(status, headers, body), pages);
      if (counts) assert.deepEqual(read, counts.map((count) => count ?? undefined));
      else assert.equal(typeof read, 'string');
    }
  });

test('there are vectors', () => assert.ok(vectors.length > 20));

test('every preset that counts can be asked', async () => {
  const folder = new URL('../../web/recipes/', import.meta.url);
  const names = (await readdir(folder)).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
  const counting = [];
  for (const name of names) {
    const recipe = JSON.parse(await readFile(new URL(name, folder), 'utf8'));
    if (!recipe.count) continue;
    counting.push(name);
    const [{ url }] = requestsOf(recipe, { backend: '/api/', language: 'en' }, ['/a b']);
    assert.match(url, /^\/api\/[^{}]*%2Fa%20b[^{}]*$/, name);
  }
  assert.deepEqual(counting, ['afterword.json', 'ghost.json', 'waline.json', 'wordpress.json']);
});

test('a recipe that is none throws, and does not hang', () => {
  for (const recipe of [{ count: {} }, { count: { url: 5 } }])
    assert.throws(() => requestsOf(recipe, {}, ['/a']));
});
