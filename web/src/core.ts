/** @file The core's instance: one a page, for all widgets, as long as it is sound. */

import type { Core, Parts } from './parts.ts';

let instance: Promise<Core> | undefined;

/** The instance, made when first asked for. */
export const openCore = ({ glue, wasm }: Pick<Parts, 'glue' | 'wasm'>): Promise<Core> =>
  (instance ??= new Promise<Core>((resolve, reject) => {
    // The loader has compiled the module already; an error in here would otherwise leave the factory waiting.
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => {
      WebAssembly.instantiate(wasm, imports).then((made) => receive(made, wasm), reject);
      return {};
    };
    glue.default({ instantiateWasm }).then(resolve, reject);
  }).catch((error: unknown) => {
    dropCore();
    throw error;
  }));

/** Forgets the instance: after a trap its memory means nothing any more. The next widget gets a new one. */
export const dropCore = (): void => {
  instance = undefined;
};
