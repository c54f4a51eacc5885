/** @file The shipped reader: what it shows is what the whole core shows, and what it leaves to it has not happened. */

import assert from 'node:assert/strict';
import test from 'node:test';
import { openCore, openWidget, recipe } from './core.mjs';

const config = JSON.stringify({ backend: '/api', page: '/post', show: ['comments', 'subscription'] });
const now = 1_800_000_000_000;
const toJson = (event) => JSON.stringify({ now, ...event });

const list = (id, comments, more = {}) => ({
  type: 'response', id, status: 200, body: JSON.stringify({ comments, total: 3, ...more }),
});

/** All that can be read; a list that fails and comes, in two pages, for a reader whom the browser knows. */
const reading = [
  { type: 'start', target: 'comment-2' },
  { type: 'loaded', key: 'commenter', value: '{"name":"Ada","email":"ada@example.org"}' },
  { type: 'response', id: 1, reason: 'offline' },
  { type: 'retry' },
  list(2, [{ id: '1', name: 'Grüße &hellip; 世界', content: '<p>One &hellip; <b>two' }], { next: 'c', followers: 7 }),
  { type: 'more' },
  list(3, [{ id: '2', parent: '1', content: '<i>سلام</i>' }, { id: '3', content: '<script>x</script>' }]),
  { type: 'response', id: 99, status: 200, body: 'asked by nobody' },
  { type: 'locate', target: 'comment-1' },
].map(toJson);

const fields = { comment: 'Hello', name: 'Ada', email: 'ada@example.org' };

/** All that takes the whole core. */
const writing = [
  { type: 'input', form: 'form', field: 'comment', value: 'Hello' },
  { type: 'blur', form: 'form', field: 'email', value: 'nonsense' },
  { type: 'reply', comment: '1' },
  { type: 'submit', form: 'reply-1', fields, key: 'a' },
  { type: 'cancel', form: 'reply-1', fields },
  { type: 'submit', form: 'form', fields, key: 'b' },
  { type: 'visit', form: 'form', field: 'email' },
  { type: 'accept', form: 'form' },
  { type: 'tick' },
  { type: 'input', form: 'subscription', field: 'email', value: 'x' },
  { type: 'submit', form: 'subscription', fields: { email: 'x' }, key: 'c' },
].map(toJson);

test('the reader shows the same to the byte, and what it leaves alone has not happened', async () => {
  const [{ core: reader }, { core: whole }] = [await openCore('afterword-reader'), await openCore()];
  const [small, large] = [reader.create(config, recipe), whole.create(config, recipe)];
  for (const event of reading) {
    for (const other of writing) assert.equal(reader.dispatch(small, other), '', other);
    const frame = reader.dispatch(small, event);
    assert.notEqual(frame, '', event);
    assert.equal(frame, whole.dispatch(large, event));
  }
});

test('the whole core goes on where the reader was, at any time', async () => {
  const { core: reader } = await openCore('afterword-reader');
  const { core: whole } = await openCore();
  const told = whole.create(config, recipe);
  const frames = [...reading, ...writing].map((event) => whole.dispatch(told, event));
  for (let point = 0; point <= reading.length; ++point) {
    const small = reader.create(config, recipe);
    const past = reading.slice(0, point);
    assert.deepEqual(past.map((event) => reader.dispatch(small, event)), frames.slice(0, point));
    reader.destroy(small);
    const handle = whole.create(config, recipe);
    for (const event of past) whole.dispatch(handle, event);
    const rest = [...reading, ...writing].slice(point);
    assert.deepEqual(rest.map((event) => whole.dispatch(handle, event)), frames.slice(point));
  }
});

test('what cannot be read is no event, no widget and no crash', async () => {
  const { core } = await openCore('afterword-reader');
  const widget = openWidget(core);
  const empty = '{"patches":[],"effects":[]}';
  for (const event of ['', '{', 'null', '[]', '{"type":"nonsense"}', '\ud800'])
    assert.equal(core.dispatch(widget.handle, event), '', event); // the whole core may know what it is
  assert.equal(core.dispatch(widget.handle, '{"type":"response","id":99}'), empty);
  assert.equal(core.dispatch(4711, toJson({ type: 'start' })), empty);
  for (const [settings, text] of [['', recipe], ['{}', recipe], ['{"backend":"/a"}', ''], ['{"backend":"/a"}', '{}']])
    assert.equal(core.create(settings, text), 0);
  widget.destroy();
  assert.equal(core.dispatch(widget.handle, toJson({ type: 'start' })), empty);
});

test('a long thread is shown within 2 MB of linear memory', async () => {
  const { core, memory } = await openCore('afterword-reader');
  const widget = openWidget(core);
  widget.dispatch({ type: 'start' });
  const comments = Array.from({ length: 100 }, (_, index) => ({
    id: String(index + 1), parent: index % 3 ? String(index) : null, name: 'Ada', content: '<p>Some words in it.</p>',
  }));
  const { patches, effects } = widget.dispatch(list(1, comments));
  assert.ok(effects.some(({ type }) => type === 'later')); // the rest is drawn when that can be seen
  patches.push(...widget.dispatch({ type: 'draw' }).patches);
  assert.equal(patches.map(({ markup }) => markup ?? '').join('').match(/<article/g).length, 100);
  console.log(`linear memory of the reader with 100 comments: ${memory.buffer.byteLength} bytes`);
  assert.ok(memory.buffer.byteLength < 2 * 1024 * 1024);
});
