/**
 * @file The files that a widget is made of. They are asked for once a page, however many tags there are, and all at the
 * same time: a chain of requests would cost a round trip a link.
 */

import { compile, get } from './compile.ts';

/** What the host gets from the loader. */
export interface Parts {
  readonly glue: Glue;
  /** The core that shows form and thread, or a site's latest comments. */
  readonly reader: WebAssembly.Module;
  /** Asks for the one that does all the rest as well, and for what that needs of a browser; `undefined`: there is none. */
  readonly loadCore: (() => Promise<[WebAssembly.Module, Writing]>) | undefined;
  readonly css: string;
  readonly recipe: string;
  readonly backend: string;
  readonly page: string;
  readonly language: string;
  /** The first request, which was sent before the core was there; `undefined` if the loader cannot know it. */
  readonly first: First | undefined;
  /** Aborted when the element is removed or drawn anew. The widget ends with it. */
  readonly signal: AbortSignal;
}

/** A request that the loader sent, and its answer. */
export interface First {
  readonly url: string;
  readonly response: Promise<Response>;
}

/** The module that Emscripten writes around a core: the same for both. */
export interface Glue {
  readonly default: (options: object) => Promise<Core>;
}

/** The door of a core: wasm/door.hpp. */
export interface Core {
  create(config: string, recipe: string): number;
  dispatch(handle: number, event: string): string;
  destroy(handle: number): void;
}

type Host = typeof import('./host.ts');

type Counting = typeof import('./count.ts');

/** What the host asks of a browser for the whole core alone. */
export type Writing = typeof import('./writing.ts');

/** The tag that runs now; one of type "module" does not say that it does. */
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="afterword.js"]');

/** Where the files are: beside the loader. */
const base = script?.src || document.baseURI;

const promises: Record<string, Promise<unknown>> = {};

let failures = 0;

/** `make(url)`, once for all who ask; after a failure, once more. */
const once = <T>(path: string, make: (url: string) => Promise<T>): Promise<T> =>
  (promises[path] ??= make(new URL(path, base).href).catch((error: unknown) => {
    delete promises[path];
    ++failures;
    throw error;
  })) as Promise<T>;

/** Firefox remembers a module that could not be loaded, under its whole URL; what stands behind the # is not sent. */
const module = <T>(url: string): Promise<T> => import(failures ? `${url}#${failures}` : url);

const text = async (url: string): Promise<string> => (await get(url)).text();

/** Asks for the whole core, with its hands. The page shows form and thread without them. */
export const loadCore = (): Promise<[WebAssembly.Module, Writing]> =>
  Promise.all([once('afterword-core.wasm', compile), once<Writing>('writing.mjs', module)]);

/** Asks for what counts comments. */
export const loadCount = (): Promise<Counting> => once<Counting>('count.mjs', module);

/** Asks for everything else at once. `recipe` is the name of a preset, or a URL; `core` is what draws first. */
export const load = (recipe: string, core: string): Promise<[Host, Glue, WebAssembly.Module, string, string]> =>
  Promise.all([
    once<Host>('host.mjs', module),
    once<Glue>('afterword-core.mjs', module),
    once(`afterword-${core}.wasm`, compile),
    once('afterword.css', text),
    once(recipe in PRESETS ? `recipes/${recipe}.json` : new URL(recipe, document.baseURI).href, text),
  ]);
