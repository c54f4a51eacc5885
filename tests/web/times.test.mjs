/** @file Times in the reader's words, and one timer at most. */

process.env.TZ = 'Europe/Berlin';

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { load } from './bundle.mjs';

const { Times } = await load('times.ts');

const noon = Date.parse('2026-11-24T12:00:00Z');
const { now } = Date;
const { setTimeout, clearTimeout } = globalThis;
let timers;

beforeEach(() => {
  timers = new Map();
  let id = 0;
  Date.now = () => noon;
  globalThis.setTimeout = (run, delay) => (timers.set(++id, delay), id);
  globalThis.clearTimeout = (id) => timers.delete(id);
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
  globalThis.self = {}; // no IntersectionObserver: always in sight
  globalThis.ShadowRoot = class {};
});
afterEach(() => {
  Date.now = now;
  Object.assign(globalThis, { setTimeout, clearTimeout });
});

const time = (dateTime) => ({ dateTime, textContent: 'as the core wrote it', title: '', isConnected: true });
const nodeOf = (...times) => ({ times, querySelectorAll: () => times });
const say = (dateTime, language = 'en') => {
  const element = time(dateTime);
  new Times(language).write(nodeOf(element));
  return element;
};

test('the words follow the age', () => {
  for (const [dateTime, words] of [
    ['2026-11-24T12:00:00Z', 'now'],
    ['2026-11-24T11:59:01Z', 'now'],
    ['2026-11-24T11:59:00Z', '1 minute ago'],
    ['2026-11-24T11:00:01Z', '59 minutes ago'],
    ['2026-11-24T11:00:00Z', '1 hour ago'],
    ['2026-11-23T12:00:01Z', '23 hours ago'],
    ['2026-11-23T12:00:00Z', 'yesterday'],
    ['2026-11-17T12:00:01Z', '6 days ago'],
    ['2026-11-17T12:00:00Z', 'November 17, 2026'],
    ['1999-12-31T22:59:59Z', 'December 31, 1999'],
    ['1999-12-31T23:00:00Z', 'January 1, 2000'], // in Berlin
  ])
    assert.equal(say(dateTime).textContent, words, dateTime);
});

test('a clock that is a little slow says now; one that is far off says the date', () => {
  assert.equal(say('2026-11-24T12:20:00Z').textContent, 'now');
  assert.equal(say('2026-11-25T12:00:00Z').textContent, 'November 25, 2026');
});

test("the title is exact, in the reader's zone", () =>
  assert.match(say('2026-11-24T11:00:00Z').title, /^Tuesday, November 24, 2026.* 12:00\sPM$/));

test('in the language of the widget; what is no language costs no text', () => {
  assert.equal(say('2026-11-23T12:00:00Z', 'de').textContent, 'gestern');
  assert.match(say('2026-11-24T11:55:00Z', 'ar').textContent, /^قبل [5٥] دقائق$/); // both digits are in use
  assert.notEqual(say('2026-11-23T12:00:00Z', 'no language!').textContent, 'as the core wrote it');
});

test('what is no time stays as it is', () => {
  for (const dateTime of ['', 'soon', '2026-13-40T00:00:00Z'])
    assert.equal(say(dateTime).textContent, 'as the core wrote it');
});

const watching = (...dateTimes) => {
  const times = new Times('en');
  const end = new AbortController();
  const root = nodeOf(...dateTimes.map(time));
  times.watch(root, end.signal);
  times.write(root);
  times.keep(root);
  return { times, root, end };
};
const paces = () => [...timers.values()];

test('one timer, as fast as the youngest time needs', () => {
  watching('2026-11-24T11:58:00Z', '2026-11-24T03:00:00Z', '2020-01-01T00:00:00Z');
  assert.deepEqual(paces(), [60_000]);
});

test('an hour is often enough for hours and days', () => {
  watching('2026-11-22T03:00:00Z', '2020-01-01T00:00:00Z');
  assert.deepEqual(paces(), [3_600_000]);
});

test('no timer for dates, nor for nothing', () => {
  watching('2020-01-01T00:00:00Z', 'soon');
  watching();
  assert.deepEqual(paces(), []);
});

test('a younger time makes the timer faster, an older one does not slow it', () => {
  const { times } = watching('2026-11-22T03:00:00Z');
  times.keep(nodeOf(time('2026-11-24T11:59:59Z')));
  assert.deepEqual(paces(), [60_000]);
  times.keep(nodeOf(time('2026-11-22T03:00:00Z')));
  assert.deepEqual(paces(), [60_000]);
});

test('a hidden page runs nothing, and catches up when it is seen again', () => {
  const { root } = watching('2026-11-24T11:58:00Z');
  document.hidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.deepEqual(paces(), []);
  Date.now = () => noon + 300_000;
  document.hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.equal(root.times[0].textContent, '7 minutes ago');
  assert.deepEqual(paces(), [60_000]);
});

test('a later look is at those alone whose words can change, and which are still there', () => {
  let looks = 0;
  const counted = (dateTime, isConnected = true) =>
    Object.defineProperty({ ...time(dateTime), isConnected }, 'dateTime', { get: () => (++looks, dateTime) });
  const times = new Times('en');
  const root = nodeOf(
    counted('2026-11-24T11:58:00Z'), counted('2026-11-17T12:00:01Z'), counted('2026-11-24T11:58:00Z', false),
    ...Array(100).fill('2020-01-01T00:00:00Z').map((dateTime) => counted(dateTime)),
  );
  times.watch(root, new AbortController().signal);
  times.keep(root);
  const look = () => {
    looks = 0;
    document.dispatchEvent(new Event('visibilitychange'));
    return looks;
  };
  Date.now = () => noon + 60_000;
  assert.equal(look(), 2);
  assert.deepEqual(root.times.slice(0, 3).map(({ textContent }) => textContent),
    ['3 minutes ago', 'November 17, 2026', 'as the core wrote it']);
  assert.equal(look(), 1, 'a date stays one');
  assert.deepEqual(paces(), [60_000]);
});

test('the end of the widget ends the timer', () => {
  const { end } = watching('2026-11-24T11:58:00Z');
  end.abort();
  assert.deepEqual(paces(), []);
});
