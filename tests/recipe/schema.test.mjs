/** @file The schema of recipes accepts every preset, and judges tests/vectors/recipes.json as the command does. */

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const read = async (path) => JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));

const presets = new URL('../../web/recipes/', import.meta.url);
const schema = await read('../../web/recipes/recipe.schema.json');
const { base, cases } = await read('../vectors/recipes.json');
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

/** Where the first mistake is, as a JSON pointer; nothing if there is none. */
const mistake = (recipe) => {
  if (validate(recipe)) return undefined;
  const { instancePath, params, propertyName } = validate.errors[0];
  const name = params.additionalProperty ?? propertyName;
  return name === undefined ? instancePath : `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
};

/** The base with the members of `recipe`; null takes one away. */
const merge = (recipe) =>
  Object.fromEntries(Object.entries({ ...base, ...recipe }).filter(([, value]) => value !== null));

const names = (await readdir(presets)).filter((name) => /^[^.]+\.json$/.test(name));
assert.ok(names.length >= 2, `no presets in ${fileURLToPath(presets)}`);
for (const name of [...names, '../../tests/backends/guestbook/guestbook.json'])
  test(`${name} is valid`, async () =>
    assert.equal(mistake(JSON.parse(await readFile(new URL(name, presets), 'utf8'))), undefined,
      validate.errors?.[0].message));

for (const { case: title, recipe, at, beyond } of cases)
  test(title, () => assert.equal(mistake(merge(recipe)), beyond ? undefined : at));

/** Copies of `node`, in each of which one member is misspelt; not where names are free. */
function* misspellings(node, free = false) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (!free && !Array.isArray(node)) {
      const { [key]: taken, ...rest } = node;
      yield [`${key}x`, { ...rest, [`${key}x`]: taken }];
    }
    if (typeof value === 'object' && key !== 'body')
      for (const [path, wrong] of misspellings(value, ['headers', 'names', 'needs'].includes(key)))
        yield [`${key}/${path}`, Object.assign(Array.isArray(node) ? [...node] : { ...node }, { [key]: wrong })];
  }
}

for (const name of names)
  test(`no member of ${name} can be misspelt`, async () => {
    const all = [...misspellings(JSON.parse(await readFile(new URL(name, presets), 'utf8')))];
    assert.ok(all.length > 20);
    for (const [path, wrong] of all) assert.equal(validate(wrong), false, path);
  });

/** All schemas of members in `node`. */
function* members(node, path = '') {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node))
    if (key === 'properties' && value.type === undefined)
      for (const [name, member] of Object.entries(value)) yield [`${path}/${name}`, member];
  for (const [key, value] of Object.entries(node))
    if (key !== 'if' && key !== 'else' && key !== 'then' && key !== 'contains') yield* members(value, `${path}/${key}`);
}

test('every member is described', () => {
  const all = [...members(schema)];
  assert.ok(all.length > 100);
  for (const [path, member] of all) {
    const described = member.description ?? schema.$defs[member.$ref?.slice('#/$defs/'.length)]?.description;
    assert.ok(described?.length > 10, `${path} has no description`);
  }
});
