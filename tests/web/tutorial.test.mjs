/** @file The tutorial's pieces of JSON make up the recipe that it promises: nothing else, and nothing less. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { recipeAfter, steps } from '../backends/guestbook/tutorial.mjs';

const recipe = JSON.parse(readFileSync(new URL('../backends/guestbook/guestbook.json', import.meta.url), 'utf8'));

/** Whether all that `piece` says is said in `whole`; of an array, in the same order. */
const expectPart = (piece, whole, path) => {
  if (Array.isArray(piece) && Array.isArray(whole)) {
    let at = 0;
    for (const item of piece) {
      const found = whole.findIndex((other, index) => index >= at && isDeepStrictEqual(other, item));
      assert.notEqual(found, -1, `${path} has no ${JSON.stringify(item)}, or not in this order`);
      at = found + 1;
    }
  } else if (piece?.constructor === Object && whole?.constructor === Object) {
    for (const [key, value] of Object.entries(piece)) expectPart(value, whole[key], `${path}/${key}`);
  } else {
    assert.deepEqual(piece, whole, path);
  }
};

test('each piece is part of the recipe', () => {
  for (const [number, { pieces }] of steps.entries())
    for (const piece of pieces) expectPart(piece, recipe, `step ${number}: recipe`);
});

test('all pieces together are the recipe', () => {
  assert.deepEqual(recipeAfter(steps.length), recipe);
});
