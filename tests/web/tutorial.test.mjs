/** @file The tutorial's pieces of JSON make up the recipe that it promises: nothing else, and nothing less. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const recipe = JSON.parse(read('tests/backends/guestbook/guestbook.json'));
const blocks = [...read('web/recipes/tutorial.md').matchAll(/^```json\n(.*?)^```$/gms)].map(([, json]) => JSON.parse(json));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether all that `piece` says is said in `whole`; of an array, in the same order. */
const expectPart = (piece, whole, path) => {
  if (Array.isArray(piece) && Array.isArray(whole)) {
    let at = 0;
    for (const item of piece) {
      const found = whole.findIndex((other, index) => index >= at && isDeepStrictEqual(other, item));
      assert.notEqual(found, -1, `${path} has no ${JSON.stringify(item)}, or not in this order`);
      at = found + 1;
    }
  } else if (isObject(piece) && isObject(whole)) {
    for (const [key, value] of Object.entries(piece)) expectPart(value, whole[key], `${path}/${key}`);
  } else {
    assert.deepEqual(piece, whole, path);
  }
};

/** `piece` laid into `whole`, as the tutorial tells its readers to. */
const lay = (piece, whole) => {
  if (Array.isArray(piece) && Array.isArray(whole)) return [...whole, ...piece];
  if (!isObject(piece) || !isObject(whole)) return piece;
  const members = Object.entries(piece).map(([key, value]) => [key, key in whole ? lay(value, whole[key]) : value]);
  return { ...whole, ...Object.fromEntries(members) };
};

test('each piece is part of the recipe', () => {
  for (const [index, block] of blocks.entries()) expectPart(block, recipe, `piece ${index + 1}: recipe`);
});

test('all pieces together are the recipe', () => {
  assert.deepEqual(blocks.reduce((whole, piece) => lay(piece, whole), {}), recipe);
});
