/** @file The shipped core of a site's latest comments, opened with the glue of the others. */

import assert from 'node:assert/strict';
import test from 'node:test';
import { effect, openCore, openWidget, recipe } from './core.mjs';

const latest = (id, comments) => ({ type: 'response', id, status: 200, body: JSON.stringify({ comments }) });

test('the latest comments are asked for, fail, are asked for again, and shown', async () => {
  const { core } = await openCore('afterword-recent');
  const widget = openWidget(core, { values: { limit: '2' } });
  const first = widget.dispatch({ type: 'start', target: '' });
  assert.match(first.patches[0].markup, /Loading comments/);
  assert.deepEqual(effect(first, 'fetch'), {
    type: 'fetch', operation: 'recent', id: 1, method: 'GET', url: '/api/recent?limit=2', headers: {},
  });
  assert.match(widget.dispatch({ type: 'response', id: 1, reason: 'network' }).patches[0].markup, /Try again/);
  assert.equal(effect(widget.dispatch({ type: 'retry' }), 'fetch').id, 2);
  const { patches } = widget.dispatch(latest(2, [
    { id: 'a b', name: 'سلام', created: '2026-11-24T10:00:00Z', content: '<p>One &hellip; 世界', page: { path: '/p', title: 'A<b>' } },
    { id: '2', content: '<script>x</script>' },
    { id: '3', name: 'too many' },
  ]));
  assert.match(patches[0].markup, /<a href="\/p#comment-a_20b"><bdi>سلام<\/bdi><\/a> <bdi class="title">A&lt;b&gt;<\/bdi>/);
  assert.match(patches[0].markup, /One … 世界/);
  assert.equal(patches[0].markup.match(/<li /g).length, 2);
  assert.doesNotMatch(patches[0].markup, /script|too many/);
});

test('what cannot be read, or is the business of others, changes nothing', async () => {
  const { core } = await openCore('afterword-recent');
  const widget = openWidget(core);
  const empty = '{"patches":[],"effects":[]}';
  for (const event of ['', '{', 'null', '{"type":"nonsense"}', '{"type":"submit"}', '{"type":"locate"}', '\ud800'])
    assert.equal(core.dispatch(widget.handle, event), empty, event);
  for (const [settings, text] of [['', recipe], ['{"backend":"/a"}', ''], ['{"backend":"/a"}', '{}']])
    assert.equal(core.create(settings, text), 0);
  widget.destroy();
  assert.equal(core.dispatch(widget.handle, '{"type":"start"}'), empty);
});
