/** @file The cores' instances: one of each a page, for all widgets, as long as it is sound. */

import type { Core, Glue } from './parts.ts';
import { readReference } from './sink.ts';

const instances = new Map<WebAssembly.Module, Promise<Core>>();

/** The instance of `wasm`, made when first asked for. */
const openCore = (glue: Glue, wasm: WebAssembly.Module): Promise<Core> => {
  let instance = instances.get(wasm);
  if (!instance) {
    instance = new Promise<Core>((resolve, reject) => {
      // An error in here would otherwise leave the factory waiting.
      const instantiate = (module: WebAssembly.Module, imports: WebAssembly.Imports) =>
        new Promise((receive) => {
          WebAssembly.instantiate(module, imports).then((instance) => receive({ instance }), reject);
        });
      glue.default({ wasm, instantiate, readReference }).then(resolve, reject);
    });
    instances.set(wasm, instance);
    instance.catch(() => instances.delete(wasm));
  }
  return instance;
};

/** A widget inside a core. */
export interface CoreWidget {
  /** Lets an event happen, and returns the frame, both as JSON. Empty: a reader has no answer to this event. */
  dispatch(event: string): string;
  destroy(): void;
  /** Forgets the instance: after a trap its memory means nothing any more. The next widget gets a new one. */
  abandon(): void;
}

/**
 * A new widget in the instance of `wasm`.
 * @throws if the core cannot be started, or understands neither configuration nor recipe
 */
export const createWidget = async (
  glue: Glue,
  wasm: WebAssembly.Module,
  config: string,
  recipe: string,
): Promise<CoreWidget> => {
  const core = await openCore(glue, wasm);
  const handle = core.create(config, recipe);
  if (!handle) throw Error('the recipe cannot be read');
  return {
    dispatch: (event) => core.dispatch(handle, event),
    destroy: () => core.destroy(handle),
    abandon: () => void instances.delete(wasm),
  };
};
