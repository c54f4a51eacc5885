/**
 * @file Builds web/dist: loader, host, styles and recipes, the cores that Emscripten made (see files.mjs for where they are
 * looked for), and the renderer of Markdown that npm has. Each file gets a `.br` beside it, for servers that hand those out.
 */

import { build } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { minify } from 'terser';
import { dist, wasm, web } from './files.mjs';
import { firstUrl } from './first.mjs';
import { morphdomForNodes } from './morphdom.mjs';
import { compressed, report } from './size.mjs';

const fail = (message) => {
  console.error(`web: ${message}`);
  process.exit(1);
};

const read = (path) =>
  readFile(path).catch(() =>
    fail(`${path} is missing; build the wasm preset first, or name its folder in AFTERWORD_WASM`),
  );

const shared = {
  bundle: true,
  minify: true,
  write: false,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
};

/** The files of md4w that are used. Its package names neither: only one that is for Node as well. */
const md4w = join(web, 'node_modules/md4w/js');

/** All files of dist, by path. */
const files = {};

/** The presets: what the loader must know of them to send the first request before the core is there, */
const presets = {};
/** and what counting takes, which does without a core. */
const counts = {};
for (const name of await readdir(join(web, 'recipes'))) {
  if (!name.endsWith('.json') || name.endsWith('.schema.json')) continue;
  const recipe = JSON.parse(await readFile(join(web, 'recipes', name), 'utf8'));
  presets[name.slice(0, -5)] = {
    list: firstUrl(recipe.list),
    followers: firstUrl(recipe.followers),
    recent: firstUrl(recipe.recent),
  };
  counts[name.slice(0, -5)] = { count: recipe.count, errors: { failed: recipe.errors?.failed } };
  files[`recipes/${name}`] = JSON.stringify({ ...recipe, $schema: undefined });
}

const bundle = async (entry, options) => {
  const { outputFiles } = await build({ ...shared, entryPoints: [join(web, entry)], ...options });
  return outputFiles[0].text;
};

const writingCss = await bundle('styles/writing.css', { target: undefined });

const [loader, host, writing, markdown, count, css, glue, core, readerGlue, reader, recentGlue, recent, md4c] = await Promise.all([
  bundle('src/loader.ts', { format: 'iife', define: { PRESETS: JSON.stringify(presets) } }),
  bundle('src/host.ts', { format: 'esm', plugins: [morphdomForNodes] }),
  bundle('src/writing.ts', { format: 'esm', define: { WRITING_STYLES: JSON.stringify(writingCss.trim()) } }),
  bundle('src/markdown.ts', { format: 'esm', alias: { 'md4w/js/md4w.js': join(md4w, 'md4w.js') } }),
  bundle('src/count.ts', { format: 'esm', define: { COUNTS: JSON.stringify(counts) } }),
  bundle('styles/afterword.css', { target: undefined }),
  read(join(wasm, 'afterword-core.mjs')),
  read(join(wasm, 'afterword-core.wasm')),
  read(join(wasm, 'afterword-reader.mjs')),
  read(join(wasm, 'afterword-reader.wasm')),
  read(join(wasm, 'afterword-recent.mjs')),
  read(join(wasm, 'afterword-recent.wasm')),
  read(join(md4w, 'md4w-small.wasm')),
]);

// A page loads one glue for all cores. Nothing in it may depend on which, but for a file name that is never used.
for (const [name, other] of Object.entries({ reader: readerGlue, recent: recentGlue }))
  if (other.toString().replaceAll(`afterword-${name}`, 'afterword-core') !== glue.toString())
    fail(`afterword-${name}.mjs and afterword-core.mjs differ, so one cannot serve both; does each use all of the glue?`);

/** A second pass over what esbuild or Emscripten wrote: names and dead code that they leave. */
const squeeze = async (text, module) =>
  (await minify(text, { module, compress: { passes: 3 }, mangle: true, ecma: 2020 })).code;

/**
 * A core without the JSON lexer's explanations of what is wrong with a text. Nothing reads them: what is not JSON is
 * refused as a whole. Zeros of the same length compress to nothing.
 */
const withoutExplanations = (bytes) => {
  const text = bytes.toString('latin1');
  const cut = text.replace(/invalid (?:string|literal|number|BOM|comment)[ -~]*/g, (message) => '\0'.repeat(message.length));
  return Buffer.from(cut, 'latin1');
};

files['afterword.js'] = await squeeze(loader, false);
files['host.mjs'] = await squeeze(host, true);
files['writing.mjs'] = await squeeze(writing, true);
files['markdown.mjs'] = await squeeze(markdown, true);
files['count.mjs'] = await squeeze(count, true);
files['afterword-markdown.wasm'] = md4c;
files['afterword-core.mjs'] = await squeeze(glue.toString(), true);
files['afterword-core.wasm'] = withoutExplanations(core);
files['afterword-reader.wasm'] = withoutExplanations(reader);
files['afterword-recent.wasm'] = withoutExplanations(recent);
files['afterword.css'] = css;
files['writing.css'] = writingCss; // for browsers that cannot construct a sheet

await rm(dist, { recursive: true, force: true });
for (const [name, content] of Object.entries(files)) {
  const path = join(dist, name);
  await mkdir(dirname(path), { recursive: true });
  await Promise.all([writeFile(path, content), writeFile(`${path}.br`, compressed(Buffer.from(content)).brotli)]);
}

if (!(await report())) process.exit(1);
