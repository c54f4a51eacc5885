/** @file What crosses into WebAssembly is well-formed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './bundle.mjs';

const { toJson, wellFormed } = await load('text.ts');

test('a lone surrogate becomes U+FFFD, and its neighbours stay', () => {
  assert.equal(wellFormed('\ud800A'), '\ufffdA');
  assert.equal(wellFormed('A\udfff'), 'A\ufffd');
  assert.equal(wellFormed('\udc00\ud800'), '\ufffd\ufffd');
  assert.equal(wellFormed('\ud83c\ud83c\udf89'), '\ufffd🎉');
});

test('what is well-formed stays as it is', () => {
  for (const text of ['', 'plain', '🎉👩‍👩‍👧', '\u0000\uffff', 'مرحبا']) assert.equal(wellFormed(text), text);
});

test('JSON carries no lone surrogate, however deep', () => {
  const json = toJson({ fields: { comment: 'a\ud800', remember: true }, list: ['\udc00', 1, null], none: undefined });
  assert.equal(json, '{"fields":{"comment":"a\ufffd","remember":true},"list":["\ufffd",1,null]}');
});
