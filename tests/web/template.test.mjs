/** @file The loader writes the first list's URL as the core does: the same vectors as the native test reads. */

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { firstUrl } from '../../web/scripts/first.mjs';
import { load } from './bundle.mjs';

const { expand } = await load('template.ts');
const vectors = JSON.parse(await readFile(new URL('../vectors/first_list.json', import.meta.url), 'utf8'));

for (const { case: name, template, backend, page, sort, url } of vectors)
  test(name, () => {
    const first = sort === undefined ? template : firstUrl({ url: template, sorts: { liked: sort, oldest: 'x' } });
    assert.equal(expand(first, { backend, page, language: 'en', cursor: '' }), url);
  });

test('there are vectors', () => assert.ok(vectors.length > 30));

test('half a surrogate pair does not throw', () =>
  assert.equal(expand('{page}', { page: '/a\ud83dz\udf89' }), '%2Fa%EF%BF%BDz%EF%BF%BD'));

test('every preset names a first list that the loader can write', async () => {
  const folder = new URL('../../web/recipes/', import.meta.url);
  const variables = { backend: '/api/', page: '/a b', language: 'en', cursor: '' };
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json'))) {
    const recipe = JSON.parse(await readFile(new URL(name, folder), 'utf8'));
    for (const url of [firstUrl(recipe.list), firstUrl(recipe.followers)].filter(Boolean))
      assert.match(expand(url, variables), /^\/api\/[^{}]*$/, name);
  }
  const recipe = JSON.parse(await readFile(new URL('afterword.json', folder), 'utf8'));
  assert.equal(expand(firstUrl(recipe.list), variables), '/api/comments?page=%2Fa%20b&sort=oldest');
  assert.equal(expand(firstUrl(recipe.followers), variables), '/api/subscriptions');
});

test('nothing but a plain GET is sent before the core is there', () => {
  for (const more of [{ method: 'GET' }, { headers: {} }, { body: {} }, { needs: [] }, { credentials: 'omit' }])
    assert.equal(firstUrl({ url: '/c', ...more }), undefined);
  assert.equal(firstUrl(undefined), undefined);
  assert.equal(firstUrl({ url: '/c?by={sort}' }), '/c?by={sort}');
});
