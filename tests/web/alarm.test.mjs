/** @file One alarm a widget. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { load } from './bundle.mjs';

const { createAlarm } = await load('writing/alarm.ts');

const { setTimeout, clearTimeout } = globalThis;
let timers, rung, end, set;
beforeEach(() => {
  timers = new Map();
  let id = 0;
  globalThis.setTimeout = (run, delay) => (timers.set(++id, { run, delay }), id);
  globalThis.clearTimeout = (id) => timers.delete(id);
  rung = 0;
  end = new AbortController();
  set = createAlarm(() => ++rung, end.signal);
});
afterEach(() => Object.assign(globalThis, { setTimeout, clearTimeout }));

const delays = () => [...timers.values()].map(({ delay }) => delay);

test('it rings when it is time', () => {
  set(60);
  assert.deepEqual(delays(), [60_000]);
  assert.equal(rung, 0);
  timers.get(1).run();
  assert.equal(rung, 1);
});

test('a second one takes the place of the first', () => {
  set(60);
  set(30);
  assert.deepEqual(delays(), [30_000]);
});

test('longer than a browser can count is long, and not at once', () => {
  set(Number.MAX_SAFE_INTEGER);
  assert.equal(delays().length, 1);
  assert.ok(delays()[0] > 86_400_000 && delays()[0] < 2 ** 31);
});

test('it ends with the widget', () => {
  set(60);
  end.abort();
  assert.deepEqual(delays(), []);
});
