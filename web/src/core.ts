/** @file The core's instance: one a page, for all widgets, as long as it is sound. */

import type { Core, Parts } from './parts.ts';
import { readReference } from './sink.ts';

let instance: Promise<Core> | undefined;

/** The instance, made when first asked for. */
export const openCore = ({ glue, wasm }: Pick<Parts, 'glue' | 'wasm'>): Promise<Core> =>
  (instance ??= new Promise<Core>((resolve, reject) => {
    // An error in here would otherwise leave the factory waiting.
    const instantiate = (module: WebAssembly.Module, imports: WebAssembly.Imports) =>
      new Promise((receive) => {
        WebAssembly.instantiate(module, imports).then((instance) => receive({ instance }), reject);
      });
    glue.default({ wasm, instantiate, readReference }).then(resolve, reject);
  }).catch((error: unknown) => {
    dropCore();
    throw error;
  }));

/** Forgets the instance: after a trap its memory means nothing any more. The next widget gets a new one. */
export const dropCore = (): void => {
  instance = undefined;
};
