/**
 * @file Whether the real server still answers as its fixtures say: `node tests/backends/shape.mjs NAME` plays the story
 * again and compares the shape of each answer: status, names of headers, kind of body, keys and types in JSON, and
 * the words by which a program tells errors and states apart. Ids, dates and texts may differ. What a version answers
 * otherwise stands in fixtures/NAME-VERSION (major and minor, as env.json has it).
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const backends = process.env.AFTERWORD_BACKENDS ?? join(here, '../../build/backends');

/** Keys whose values are words of the protocol. */
const words = new Set(['code', 'status', 'errno', 'type', 'deleted', 'no', 'open', 'held', 'removed']);

/** An id in place of a name, as where Ghost counts by post. */
const idLike = /^[0-9a-f]{24}$/;

/** Lines that say where in `value` which type stands; all elements of an array as one. */
function* typesOf(value, path) {
  if (Array.isArray(value)) {
    yield `${path}: ${value.length > 0 ? 'array' : 'empty array'}`;
    for (const element of value) yield* typesOf(element, `${path}[]`);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (words.has(key) && typeof inner !== 'object') yield `${path}.${key}: ${JSON.stringify(inner)}`;
      else yield* typesOf(inner, `${path}.${idLike.test(key) ? '*' : key}`);
    }
  } else {
    yield `${path}: ${value === null ? 'null' : typeof value}`;
  }
}

function* bodyOf(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    yield `body: ${text === '' ? 'nothing' : text.trimStart().startsWith('<') ? 'markup' : 'text'}`;
    return;
  }
  yield* typesOf(value, 'body');
}

/** The lines that describe a fixture. */
const shapeOf = ({ request, response }) => new Set([
  `method: ${request.method}`,
  `status: ${response.status}`,
  `redirected: ${response.redirected}`,
  ...[...new URL(response.url).searchParams.keys()].map((name) => `query of the final address: ${name}`),
  ...Object.keys(response.headers).map((name) => `header: ${name}`),
  `content-type: ${response.headers['content-type']}`,
  ...bodyOf(response.body),
]);

/** Shapes by fixture; none of a folder that is not there. What recipes should read in them is no fixture. */
const shapesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file !== 'expect.json')
  .map((file) => [file.replace(/\.json$/, ''), shapeOf(JSON.parse(readFileSync(join(folder, file), 'utf8')))]);

const name = process.argv[2];
const { version = '' } = JSON.parse(readFileSync(join(backends, name, 'env.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), `afterword-${name}-`));
try {
  execFileSync(process.execPath, [join(here, 'record.mjs'), name, '--to', folder], { stdio: 'inherit' });
  const fixtures = join(here, 'fixtures', name);
  const expected = new Map([...shapesIn(fixtures), ...shapesIn(`${fixtures}-${version.split('.', 2).join('.')}`)]);
  const actual = new Map(shapesIn(folder));
  const none = new Set();
  let same = 0;
  for (const fixture of [...new Set([...expected.keys(), ...actual.keys()])].sort()) {
    const before = expected.get(fixture) ?? none;
    const now = actual.get(fixture) ?? none;
    const lines = [
      ...[...before].filter((line) => !now.has(line)).map((line) => `  - ${line}`),
      ...[...now].filter((line) => !before.has(line)).map((line) => `  + ${line}`),
    ];
    if (lines.length > 0) console.error([fixture, ...lines].join('\n'));
    else same += 1;
  }
  if (same < Math.max(expected.size, actual.size)) {
    console.error(`${name} answers otherwise than its fixtures say (-: the fixture, +: the server)`);
    process.exitCode = 1;
  } else {
    console.log(`${name}: ${same} answers as recorded`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
