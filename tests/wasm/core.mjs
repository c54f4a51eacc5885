/** @file Opens the shipped cores as the host does: the module compiled beforehand, the glue given the way to it. */

import { readFile } from 'node:fs/promises';

const root = new URL('../../web/', import.meta.url);

export const recipe = await readFile(new URL('recipes/afterword.json', root), 'utf8');

/** A fresh instance of `afterword-core` or `afterword-reader`, and its linear memory. One glue serves both. */
export const openCore = async (name = 'afterword-core') => {
  const { default: factory } = await import(new URL('dist/afterword-core.mjs', root));
  const wasm = await WebAssembly.compile(await readFile(new URL(`dist/${name}.wasm`, root)));
  let memory;
  const core = await factory({
    wasm,
    // Node has no parser of HTML; what a browser's says is compared with the core's own table in tests/engines.
    readReference: (text) => text.replace('&hellip;', '…'),
    instantiate: async (module, imports) => {
      const instance = await WebAssembly.instantiate(module, imports);
      memory = Object.values(instance.exports).find((part) => part instanceof WebAssembly.Memory);
      return { instance };
    },
  });
  return { core, memory };
};

/** A widget on `core`: events in, frames out. */
export const openWidget = (core, config = {}) => {
  const handle = core.create(JSON.stringify({ backend: '/api', page: '/post', ...config }), recipe);
  return {
    handle,
    dispatch: (event) => JSON.parse(core.dispatch(handle, JSON.stringify({ now: 1_800_000_000_000, ...event }))),
    destroy: () => core.destroy(handle),
  };
};

/** The effect of a type in a frame. */
export const effect = (frame, type) => frame.effects.find((each) => each.type === type);
