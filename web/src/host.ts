/**
 * @file The host: what a widget needs of a browser. It performs what the core decides, builds no HTML, and judges no
 * value.
 */

import { configOf } from './config.ts';
import { createWidget, type CoreWidget } from './core.ts';
import { Cores } from './cores.ts';
import { keepDrafts, restoreDrafts } from './drafts.ts';
import { listen, targetOf } from './events.ts';
import type { Parts, Writing } from './parts.ts';
import { openRoot } from './root.ts';
import { Times } from './times.ts';
import { Widget } from './widget.ts';

/**
 * Draws a widget into `element`. It lives until `parts.signal` is aborted.
 * @throws if the core cannot be started, or understands neither configuration nor recipe
 */
export const mount = async (element: HTMLElement, parts: Parts): Promise<void> => {
  const { glue, loadCore, css, recipe, backend, page, language, first, signal } = parts;
  const config = configOf(element, parts);
  const open = (wasm: WebAssembly.Module) => createWidget(glue, wasm, config, recipe);
  const reader = await open(parts.reader);
  if (signal.aborted) return reader.destroy();
  const openWhole =
    loadCore &&
    (async (): Promise<[CoreWidget, Writing]> => {
      const [wasm, writing] = await loadCore();
      return [await open(wasm), writing];
    });
  const cores = new Cores(reader, openWhole, signal);
  const prefix = element.getAttribute('prefix') ?? '';
  const root = openRoot(element, css, `${prefix}afterword`);
  const times = new Times(language);
  const subject = JSON.stringify([backend, page]);
  signal.addEventListener('abort', () => keepDrafts(element, subject, root)); // before the widget clears its root
  const widget = new Widget({ cores, element, root, prefix, times, first, signal });
  listen(root, widget.dispatch, signal);
  times.watch(root, signal);
  widget.dispatch({ type: 'start', target: targetOf() });
  restoreDrafts(element, subject, root, widget.dispatch);
};
