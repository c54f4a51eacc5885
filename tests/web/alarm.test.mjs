/** @file One alarm a widget. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { load } from './bundle.mjs';

const { createAlarm } = await load('writing/alarm.ts');

let rung, end, set;
beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  rung = 0;
  end = new AbortController();
  set = createAlarm(() => ++rung, end.signal);
});
afterEach(() => mock.timers.reset());

test('it rings once, when it is time', () => {
  set(60);
  mock.timers.tick(59_999);
  assert.equal(rung, 0);
  mock.timers.tick(1);
  assert.equal(rung, 1);
  mock.timers.tick(600_000);
  assert.equal(rung, 1);
});

test('a second one takes the place of the first', () => {
  set(60);
  mock.timers.tick(30_000);
  set(60);
  mock.timers.tick(59_999);
  assert.equal(rung, 0);
  mock.timers.tick(1);
  assert.equal(rung, 1);
});

test('longer than a browser can count is long, and not at once', () => {
  set(Number.MAX_SAFE_INTEGER);
  mock.timers.tick(86_400_000);
  assert.equal(rung, 0);
});

test('it ends with the widget', () => {
  set(60);
  end.abort();
  mock.timers.tick(60_000);
  assert.equal(rung, 0);
});
