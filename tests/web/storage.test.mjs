/** @file Storage that is full, forbidden or absent costs the reader nothing but the memory. */

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { load as bundle } from './bundle.mjs';

const { isWriter, load } = await bundle('effects/storage.ts');
const { list, store } = await bundle('writing/storage.ts');

const provide = (descriptor) =>
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...descriptor });
afterEach(() => delete globalThis.localStorage);

/** A storage as browsers have it: what is kept are properties of it. */
const createStorage = (items = {}) =>
  Object.assign(
    Object.create({
      getItem(key) {
        return Object.hasOwn(this, key) ? this[key] : null;
      },
      setItem(key, value) {
        this[key] = value;
      },
      removeItem(key) {
        delete this[key];
      },
    }),
    items,
  );

test('what is stored is loaded, under a name of our own', () => {
  const storage = createStorage();
  provide({ value: storage });
  store('commenter', '{"name":"Ada"}');
  assert.deepEqual({ ...storage }, { 'afterword:commenter': '{"name":"Ada"}' });
  assert.equal(load('commenter'), '{"name":"Ada"}');
  store('commenter');
  assert.deepEqual({ ...storage }, {});
  assert.equal(load('commenter'), null);
});

test('what is stored is listed by how its keys begin, and nothing of others', () => {
  const value = createStorage({
    'afterword:draft:1': 'a', 'afterword:draft:2': 'b', 'afterword:own:1': 'c', 'draft:3': 'd', 'other:afterword:draft:4': 'e',
  });
  provide({ value });
  assert.deepEqual(list('draft:'), [['draft:1', 'a'], ['draft:2', 'b']]);
  assert.deepEqual(list('own:'), [['own:1', 'c']]);
  assert.deepEqual(list('none:'), []);
});

test('who writes is known by a draft or a comment of their own, and by nothing else', () => {
  for (const [key, expected] of [['afterword:draft:x', true], ['afterword:own:x', true], ['afterword:commenter', false],
    ['draft:x', false], ['x:afterword:own:', false]]) {
    provide({ value: createStorage({ [key]: '1' }) });
    assert.equal(isWriter(), expected, key);
  }
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
  assert.deepEqual(list(''), []);
  assert.equal(isWriter(), false);
});

test('no storage at all', () => {
  provide({ value: undefined });
  store('commenter', 'x');
  assert.equal(load('commenter'), null);
  assert.deepEqual(list(''), []);
  assert.equal(isWriter(), false);
});
