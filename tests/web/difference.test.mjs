/** @file What is replaced when a comment is changed for the reader: as little as can be, and no half of a character. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './bundle.mjs';

const { differenceOf } = await load('writing/difference.ts');

const cases = [
  ['', '', ''],
  ['', 'a', 'a'],
  ['a', '', ''],
  ['one two', 'one **two**', '**two**'],
  ['one two three', 'one **two** three', '**two**'],
  ['one **two** three', 'one two three', 'two'],
  ['aaa', 'aaaa', 'a'],
  ['aaaa', 'aaa', ''],
  ['a\nb\nc', '> a\n> b\n> c', '> a\n> b\n> '],
  ['\u{1f389}', '\u{1f388}', '\u{1f388}'], // one high half, two low ones
  ['\u{1f389}', '\u{2f389}', '\u{2f389}'], // and the other way round
  ['x\u{1f389}y', 'x\u{1f389}\u{1f389}y', '\u{1f389}'],
];

for (const [before, after, text] of cases)
  test(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}`, () => {
    const found = differenceOf(before, after);
    assert.equal(found.text, text);
    assert.equal(before.slice(0, found.start) + found.text + before.slice(found.end), after);
    for (const part of [before.slice(0, found.start), found.text, before.slice(found.end)])
      assert.doesNotMatch(part, /\p{Surrogate}/u);
  });
