/** @file md4c's own cases for what it reads besides CommonMark, where the corpora are. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { flagNames, parse } from './md4w.mjs';
import { treeOf } from './tree.mjs';

const root = process.env.AFTERWORD_CORPORA ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
const folder = `${root}/md4c`;

/** md4w's name of an option of md4c's command. */
const flagOf = (option) =>
  flagNames.find((name) => name.replaceAll('_', '').toLowerCase() === option.slice(3).replaceAll('-', ''));

/** Markdown, HTML, and the options, of each example in `text`. */
const examplesOf = (text) =>
  [...text.matchAll(/^`{32} example\n(.*?)^\.\n(.*?)(?:^\.\n(.*?))?^`{32}$/gms)].map(([, markdown, html, options = '']) => ({
    markdown: markdown.replaceAll('→', '\t'),
    html: html.replaceAll('→', '\t'),
    options: options.split(/\s+/).filter(Boolean),
  }));

for (const [name, least] of [['spec-strikethrough', 5], ['spec-permissive-autolinks', 14]])
  test(name, { skip: existsSync(folder) ? false : `no corpora at ${folder}` }, async () => {
    const examples = examplesOf(await readFile(`${folder}/${name}.txt`, 'utf8'));
    assert.ok(examples.length >= least);
    for (const { markdown, html, options } of examples) {
      const flags = options.map(flagOf);
      assert.ok(flags.every(Boolean), `an option that is unknown: ${options}`);
      assert.equal(treeOf(parse(markdown, flags)), treeOf(html), JSON.stringify(markdown));
    }
  });
