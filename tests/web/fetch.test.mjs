/** @file Every request ends in exactly one event. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { load } from './bundle.mjs';

const { isFirst, performFetch } = await load('effects/fetch.ts');

Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: true } });

const seen = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  seen.push({ method: request.method, url: request.url, type: request.headers['content-type'], body });
  if (request.url === '/never') return;
  if (request.url === '/half') {
    response.writeHead(200, { 'content-length': '10' }).write('half');
    return setTimeout(() => response.destroy(), 20);
  }
  if (request.url === '/moved') return response.writeHead(302, { location: '/there?subscribe=already' }).end();
  if (request.url === '/large') {
    const part = Buffer.alloc(1 << 20, 0x20);
    const send = () => {
      while (!response.destroyed && response.write(part));
    };
    response.writeHead(200).on('drain', send);
    return send();
  }
  response.writeHead(422, { 'Content-Type': 'application/json', 'Retry-After': '3' }).end('{"é":"🎉"}');
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
after(() => {
  server.closeAllConnections();
  server.close();
});

const effect = (path, more) => ({
  type: 'fetch',
  id: 7,
  method: 'GET',
  url: base + path,
  headers: {},
  ...more,
});
const alive = () => new AbortController().signal;

test('an answer is a response, whatever its status', async () => {
  const event = await performFetch(
    effect('/x', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }),
    undefined,
    alive(),
  );
  assert.deepEqual(seen.at(-1), { method: 'POST', url: '/x', type: 'application/json', body: '{"a":1}' });
  assert.equal(event.type, 'response');
  assert.equal(event.id, 7);
  assert.equal(event.status, 422);
  assert.equal(event.body, '{"é":"🎉"}');
});

test('headers and the address after redirects come along', async () => {
  const event = await performFetch(effect('/moved'), undefined, alive());
  assert.equal(event.url, `${base}/there?subscribe=already`);
  assert.equal(event.redirected, true);
  assert.equal(event.headers['retry-after'], '3');
});

test('an answer without end is cut off', async () => {
  const event = await performFetch(effect('/large'), undefined, alive());
  assert.deepEqual(event, { type: 'response', id: 7, reason: 'large' });
});

test('nothing is sent where the recipe says nothing', async () => {
  const count = seen.length;
  assert.equal((await performFetch({ ...effect('/'), url: '' }, undefined, alive())).reason, 'empty');
  assert.equal(seen.length, count);
});

test('nobody there', async () => {
  const event = await performFetch({ ...effect('/'), url: 'http://127.0.0.1:1/' }, undefined, alive());
  assert.deepEqual(event, { type: 'response', id: 7, reason: 'network' });
});

test('a device that knows that it is offline says so', async () => {
  navigator.onLine = false;
  const event = await performFetch({ ...effect('/'), url: 'http://127.0.0.1:1/' }, undefined, alive());
  navigator.onLine = true;
  assert.deepEqual(event, { type: 'response', id: 7, reason: 'offline' });
});

test('a body that breaks off is no answer', async () => {
  assert.deepEqual(await performFetch(effect('/half'), undefined, alive()), {
    type: 'response',
    id: 7,
    reason: 'network',
  });
});

test('an end of the widget ends the request', async () => {
  const end = new AbortController();
  setTimeout(() => end.abort(), 20);
  assert.equal((await performFetch(effect('/never'), undefined, end.signal)).reason, 'network');
});

test('30 seconds without an answer are enough', async () => {
  const { setTimeout } = globalThis;
  const timers = [];
  globalThis.setTimeout = (run, delay) => timers.push({ run, delay });
  const waiting = performFetch(effect('/never'), undefined, alive());
  globalThis.setTimeout = setTimeout;
  const [timer, ...others] = timers.filter(({ delay }) => delay === 30_000); // node's own fetch sets some, too
  assert.equal(others.length, 0);
  timer.run();
  assert.deepEqual(await waiting, { type: 'response', id: 7, reason: 'timeout' });
});

test("the loader's answer is used, and no second request sent", async () => {
  const count = seen.length;
  const first = { url: base + '/first', response: Promise.resolve(new Response('early', { status: 200 })) };
  assert.ok(isFirst(effect('/first'), first));
  assert.ok(!isFirst(effect('/second'), first));
  assert.ok(!isFirst(effect('/first', { method: 'POST' }), first));
  assert.ok(!isFirst(effect('/first', { headers: { accept: 'x/y' } }), first));
  assert.ok(!isFirst(effect('/first', { credentials: 'include' }), first));
  const event = await performFetch(effect('/first'), first.response, alive());
  assert.equal(event.body, 'early');
  assert.equal(seen.length, count);
});
