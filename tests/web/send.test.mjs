/** @file The ways of a request that reading does not need. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { load } from './bundle.mjs';

const { performFetch } = await load('effects/fetch.ts');
const { createSend } = await load('writing/send.ts');

const seen = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  seen.push({ method: request.method, url: request.url, body });
  response.end('{}');
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
after(() => {
  server.closeAllConnections();
  server.close();
});

/** A page that keeps what is appended to it. What happens there is written down in `story`. */
const page = new EventTarget();
const story = [];
const element = () => ({ children: [], append(child) { this.children.push(child); }, remove() {} });
class HTMLFormElement {
  submit() {
    story.push({ form: this });
  }
}
Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: true } });
Object.assign(globalThis, {
  HTMLFormElement,
  addEventListener: page.addEventListener.bind(page),
  document: { baseURI: 'https://blog.example/', createElement: element, body: element() },
  location: { origin: 'https://blog.example' },
});

let settle;
const settled = new Promise((resolve) => (settle = resolve));
const send = createSend((event) => story.push(event), { settle: () => settled });
const perform = (more) =>
  performFetch({ type: 'fetch', id: 7, method: 'POST', url: `${base}/form`, headers: {}, body: 'comment=a%0Ab&page=1', ...more },
    undefined, new AbortController().signal, send);

/** The options of the next fetch. */
const optionsOf = async (more) => {
  const { fetch } = globalThis;
  let given;
  globalThis.fetch = (url, options) => {
    given = options;
    return fetch(url, options);
  };
  try {
    await perform(more);
  } finally {
    globalThis.fetch = fetch;
  }
  return given;
};

test('a form of the page goes elsewhere, after all is kept, and whoever comes back is told from whoever got no answer', async () => {
  const count = seen.length;
  const waiting = perform({ elsewhere: 'page' });
  assert.deepEqual(story, [{ type: 'left', id: 7 }]);
  await new Promise((done) => setTimeout(done, 20));
  assert.equal(story.length, 1, 'what is to be kept is not there yet');
  settle();
  await new Promise((done) => setTimeout(done));
  const { form } = story[1];
  assert.deepEqual(form.children.map(({ name, value }) => [name, value]), [['comment', 'a\nb'], ['page', '1']]);
  assert.deepEqual([form.method, form.action, form.hidden], ['POST', `${base}/form`, true]);
  page.dispatchEvent(new Event('pageshow'));
  assert.deepEqual(await waiting, { type: 'response', id: 7, reason: 'returned' });
  assert.equal(seen.length, count, 'nothing was fetched');
});

test('to a backend of its own origin the page speaks by fetch', async () => {
  location.origin = base;
  assert.equal((await perform({ elsewhere: 'page' })).status, 200);
  location.origin = 'https://blog.example';
  assert.deepEqual(seen.at(-1), { method: 'POST', url: '/form', body: 'comment=a%0Ab&page=1' });
});

test('who must not see an answer asks for none', async () => {
  assert.equal((await optionsOf({ elsewhere: 'blind' })).mode, 'no-cors');
  assert.equal((await optionsOf({ send: 'blind' })).mode, 'no-cors');
  assert.equal((await optionsOf({})).mode, 'cors');
});

test('a request outlives its page if it is to, and is not too large for that', async () => {
  assert.equal((await optionsOf({ keepalive: true })).keepalive, true);
  assert.equal((await optionsOf({})).keepalive, false);
  assert.equal((await optionsOf({ keepalive: true, body: 'é'.repeat(40_000) })).keepalive, false, '80,000 bytes');
});
