/** @file A widget: the loop from event to frame. What to draw and to do is the core's decision alone. */

import { dropCore } from './core.ts';
import { announce } from './effects/announce.ts';
import { emit } from './effects/emit.ts';
import { discard, isFirst, performFetch } from './effects/fetch.ts';
import { fill } from './effects/fill.ts';
import { focus } from './effects/focus.ts';
import { load, store } from './effects/storage.ts';
import type { Effect, EffectOf, Event, Frame } from './frame.ts';
import type { Core, First } from './parts.ts';
import { apply } from './patches.ts';
import { find, type Root } from './root.ts';
import { toJson } from './text.ts';
import type { Times } from './times.ts';

/** What a widget is given. */
export interface Setting {
  readonly core: Core;
  /** Of the core's widget. */
  readonly handle: number;
  readonly element: HTMLElement;
  readonly root: Root;
  readonly prefix: string;
  readonly times: Times;
  readonly first: First | undefined;
  readonly signal: AbortSignal;
}

/** A widget on a page. */
export class Widget {
  readonly #setting: Setting;
  readonly #queue: Event[] = [];
  #first: First | undefined;
  #busy = false;
  #broken = false;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#first = setting.first;
    setting.signal.addEventListener('abort', () => this.#destroy());
  }

  /**
   * Lets `event` happen: frame, patches and effects, all in this task. What happens meanwhile (a focus that moves, a
   * value that was loaded, a page's own listener) waits for its turn, so that no frame is cut by another.
   */
  readonly dispatch = (event: Event): void => {
    this.#queue.push({ ...event, now: Date.now() });
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next; (next = this.#queue.shift());) this.#perform(next);
    } finally {
      this.#busy = false;
    }
  };

  /** @throws if the widget cannot even start: then the loader has the words for it */
  #perform(event: Event): void {
    const { core, handle, root, prefix, times, signal } = this.#setting;
    if (signal.aborted) return;
    if (!this.#broken) {
      try {
        const frame = JSON.parse(core.dispatch(handle, toJson(event))) as Frame;
        apply(frame.patches, root, prefix, times);
        for (const effect of frame.effects) this.#do(effect);
        if (event.type === 'start' && this.#first) discard(this.#first);
        return;
      } catch (error) {
        this.#broken = true;
        dropCore();
        if (event.type === 'start') throw error;
        console.error('Afterword:', error);
      }
    }
    if (event.type !== 'input' && event.type !== 'blur') this.#apologise();
  }

  /** What the loader has asked for already, if it is what `effect` asks for. It can be had once. */
  #claim(effect: EffectOf<'fetch'>): First | undefined {
    const first = this.#first;
    if (!first || !isFirst(effect, first)) return undefined;
    this.#first = undefined;
    return first;
  }

  #do(effect: Effect): void {
    const { element, root, prefix, signal } = this.#setting;
    switch (effect.type) {
      case 'fetch':
        void performFetch(effect, this.#claim(effect), signal).then(this.dispatch);
        break;
      case 'load':
        this.dispatch({ type: 'loaded', key: effect.key, value: load(effect.key) });
        break;
      case 'store':
        store(effect.key, effect.value);
        break;
      case 'fill':
        fill(root, effect);
        break;
      case 'focus': {
        const target = find(root, prefix + effect.region);
        if (target) focus(target);
        break;
      }
      case 'announce':
        announce(root, prefix, effect.text, effect.urgent ?? false);
        break;
      case 'timer':
        setTimeout(() => this.dispatch({ type: 'tick' }), 1000); // a widget that is gone by then does nothing
        break;
      case 'emit':
        emit(element, effect);
        break;
    }
  }

  /** Says that nothing more can be done here, and leaves everything that was typed where it is. */
  #apologise(): void {
    const { root, prefix } = this.#setting;
    const text = 'Something went wrong here. Please copy what you have written, and reload the page.';
    const id = `${prefix}broken`;
    let note = find(root, id);
    if (!note) {
      note = document.createElement('p');
      note.id = id;
      note.className = 'broken';
      note.textContent = text;
      (find(root, `${prefix}afterword`) ?? root).append(note);
    }
    announce(root, prefix, text, true);
  }

  #destroy(): void {
    const { core, handle, root } = this.#setting;
    try {
      if (!this.#broken) core.destroy(handle);
    } catch (error) {
      console.error('Afterword:', error);
      dropCore();
    }
    root.replaceChildren();
  }
}
