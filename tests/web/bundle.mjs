/** @file Modules of web/src, for node: bundled by the same esbuild that builds them for the page. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const web = new URL('../../web/', import.meta.url);
const { build } = createRequire(new URL('package.json', web))('esbuild');

/** What `web/src/NAME` exports. Each call gives a module of its own, with a state of its own. */
export const load = async (name) => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`src/${name}`, web))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    logLevel: 'warning',
  });
  const folder = await mkdtemp(join(tmpdir(), 'afterword-'));
  try {
    const path = join(folder, 'module.mjs');
    await writeFile(path, outputFiles[0].contents);
    return await import(pathToFileURL(path).href);
  } finally {
    await rm(folder, { recursive: true });
  }
};
