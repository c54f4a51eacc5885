/** @file Storage that is full, forbidden or absent costs the reader nothing but the memory. */

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { load as bundle } from './bundle.mjs';

const { load, store } = await bundle('effects/storage.ts');

const provide = (descriptor) =>
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...descriptor });
afterEach(() => delete globalThis.localStorage);

test('what is stored is loaded, under a name of our own', () => {
  const items = new Map();
  provide({
    value: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => items.set(key, value),
      removeItem: (key) => items.delete(key),
    },
  });
  store('commenter', '{"name":"Ada"}');
  assert.deepEqual([...items], [['afterword:commenter', '{"name":"Ada"}']]);
  assert.equal(load('commenter'), '{"name":"Ada"}');
  store('commenter');
  assert.equal(items.size, 0);
  assert.equal(load('commenter'), null);
});

test('a full storage keeps nothing and throws nothing', () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  provide({ value: { getItem: refuse, setItem: refuse, removeItem: refuse } });
  store('commenter', 'x');
  store('commenter');
  assert.equal(load('commenter'), null);
});

test('a storage that may not even be named', () => {
  provide({
    get: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  store('commenter', 'x');
  assert.equal(load('commenter'), null);
});

test('no storage at all', () => {
  provide({ value: undefined });
  store('commenter', 'x');
  assert.equal(load('commenter'), null);
});
