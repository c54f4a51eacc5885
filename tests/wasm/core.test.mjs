/** @file The shipped core: the same loop as in the unit tests, through embind, with text that is hard on a boundary. */

import assert from 'node:assert/strict';
import test from 'node:test';
import { effect, openCore, openWidget, recipe } from './core.mjs';

const list = (comments, more = {}) => ({
  type: 'response',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ comments, total: comments.length, next: null, closed: false, ...more }),
});

const comment = (id, more = {}) => ({
  id: String(id),
  parent: null,
  name: `Reader ${id}`,
  website: 'https://example.org/',
  created: '2026-11-24T10:00:00Z',
  content: `<p>Comment number ${id}, with some words in it.</p>`,
  status: 'published',
  ...more,
});

const begin = (widget) => effect(widget.dispatch({ type: 'start', target: '' }), 'fetch').id;
const markup = (frame) => frame.patches.map((patch) => patch.markup ?? '').join('');

test('nothing in the glue makes code from strings', () => {
  assert.throws(() => Function('return 1'), EvalError);
});

test('the first frame draws the widget and asks for the list', async () => {
  const { core } = await openCore();
  const widget = openWidget(core, { show: ['comments', 'subscription'] });
  const frame = widget.dispatch({ type: 'start', target: '' });
  assert.equal(frame.patches[0].region, 'afterword');
  assert.match(frame.patches[0].markup, /Leave a Comment/);
  assert.deepEqual(effect(frame, 'fetch'), {
    type: 'fetch', operation: 'list', id: 1, method: 'GET', url: '/api/comments?page=%2Fpost&sort=oldest', headers: {},
  });
});

test('text crosses unharmed both ways', async () => {
  const { core } = await openCore();
  const texts = ['Grüße, 世界 👩‍👩‍👧', 'سلام', 'a\u{1F469}b', 'a\u{10FFFD}b', 'x\uFEFFy'];
  const widget = openWidget(core);
  const comments = texts.map((text, index) => comment(index + 1, { content: `<i>${text}</i>` }));
  const frame = widget.dispatch({ ...list(comments), id: begin(widget) });
  assert.deepEqual([...markup(frame).matchAll(/<i>(.*?)<\/i>/g)].map((match) => match[1]), texts);
});

test('a NUL or a lone surrogate in a reply harms nothing', async () => {
  const { core } = await openCore();
  const widget = openWidget(core);
  const frame = widget.dispatch({ ...list([comment(1, { name: 'a\u0000<b>' })]), id: begin(widget) });
  assert.match(markup(frame), /<bdi>a&lt;b&gt;<\/bdi>/);
  const body = `{"comments":[{"id":"1","name":"\\ud800","content":"x"}]}`;
  const other = openWidget(core);
  const broken = other.dispatch({ type: 'response', id: begin(other), status: 200, headers: {}, body });
  assert.match(markup(broken), /could not be loaded/, 'JSON with a lone surrogate is refused, as the RFC allows');
});

test('what cannot be read is no event, no widget and no crash', async () => {
  const { core } = await openCore();
  const widget = openWidget(core);
  const empty = { patches: [], effects: [] };
  for (const event of ['', '{', 'null', '[]', '{"type":"nonsense"}', '{"type":"response","id":99}', '\ud800'])
    assert.deepEqual(JSON.parse(core.dispatch(widget.handle, event)), empty, event);
  assert.deepEqual(JSON.parse(core.dispatch(4711, '{"type":"start"}')), empty);
  assert.deepEqual(JSON.parse(core.dispatch(-1, '{"type":"start"}')), empty);
  for (const [config, text] of [['', recipe], ['{}', recipe], ['{"backend":"/a"}', ''], ['{"backend":"/a"}', '{}']])
    assert.equal(core.create(config, text), 0);
  widget.destroy();
  widget.destroy();
  assert.deepEqual(widget.dispatch({ type: 'start' }), empty);
});

test('deep nesting neither overflows the stack nor spoils the next reply', async () => {
  const { core } = await openCore();
  const widget = openWidget(core);
  const id = begin(widget);
  const frame = widget.dispatch({ type: 'response', id, status: 200, headers: {}, body: '['.repeat(100_000) });
  assert.match(markup(frame), /could not be loaded/);
  const again = effect(widget.dispatch({ type: 'retry' }), 'fetch').id;
  const nested = comment(1, { content: `${'<b>'.repeat(50_000)}deep` });
  assert.match(markup(widget.dispatch({ ...list([nested]), id: again })), /deep/);
});

test('a thread as deep as it is long is drawn without a deep stack', async () => {
  const { core } = await openCore();
  const widget = openWidget(core);
  const chain = Array.from({ length: 5000 }, (_, index) => comment(index + 1, { parent: index ? String(index) : null }));
  const frame = widget.dispatch({ ...list(chain), id: begin(widget) });
  assert.equal(markup(frame).match(/<article/g).length, 5000);
});

test('the story with 100 comments stays under 2 MB of linear memory', async () => {
  const { core, memory } = await openCore();
  const widget = openWidget(core, { show: ['comments', 'subscription'] });
  const comments = Array.from({ length: 100 }, (_, index) => comment(index + 1, { parent: index % 3 ? String(index) : null }));
  widget.dispatch({ ...list(comments), id: begin(widget) });
  const fields = { comment: 'Hello\n\nworld https://example.org', name: 'Ada', email: 'ada@example.org', website: '' };
  assert.match(markup(widget.dispatch({ type: 'submit', form: 'form', fields: {}, key: 'k' })), /Please write a comment/);
  const sent = effect(widget.dispatch({ type: 'submit', form: 'form', fields, key: 'k' }), 'fetch');
  assert.deepEqual(JSON.parse(sent.body), {
    page: '/post', parent: null, key: 'k', ...fields, notify_comments: false, notify_posts: false,
  });
  const created = { ...comment(101), content: '<p>Hello</p>' };
  widget.dispatch({ type: 'response', id: sent.id, status: 201, headers: {}, body: JSON.stringify(created) });
  widget.dispatch({ type: 'reply', comment: '101' });
  const reply = effect(widget.dispatch({ type: 'submit', form: 'reply-101', fields, key: 'r' }), 'fetch');
  widget.dispatch({ type: 'response', id: reply.id, reason: 'network' });
  const subscribe = widget.dispatch({ type: 'submit', form: 'subscription', fields: { email: 'ada@example.org' }, key: 's' });
  widget.dispatch({ type: 'response', id: effect(subscribe, 'fetch').id, status: 202, headers: {}, body: '{"status":"pending"}' });
  console.log(`linear memory after the story with 100 comments: ${memory.buffer.byteLength} bytes`);
  assert.ok(memory.buffer.byteLength < 2 * 1024 * 1024);
});
