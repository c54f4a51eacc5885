/** @file The effects of a widget: everything that it does besides drawing. */

import type { Effect, EffectOf, Event } from '../frame.ts';
import type { First } from '../parts.ts';
import { find } from '../root.ts';
import type { Setting } from '../setting.ts';
import type { Writer } from '../writing.ts';
import { announce } from './announce.ts';
import { emit } from './emit.ts';
import { discard, isFirst, performFetch } from './fetch.ts';
import { fill } from './fill.ts';
import { focus } from './focus.ts';
import { askPage } from './request.ts';
import { load } from './storage.ts';

/** Performs what the core decides. */
export class Effects {
  readonly #setting: Setting;
  readonly #dispatch: (event: Event) => void;
  #first: First | undefined;
  #requests = 0;
  /** Performs what only the whole core asks for, once that is there. */
  writer: Writer | undefined;

  /** @param dispatch takes what comes of an effect */
  constructor(setting: Setting, dispatch: (event: Event) => void) {
    this.#setting = setting;
    this.#dispatch = dispatch;
    this.#first = setting.first;
  }

  /** Whether a request is under way. */
  get awaits(): boolean {
    return this.#requests > 0;
  }

  /** Lets go of what the loader has asked for, if nobody wanted it. */
  letGo(): void {
    if (this.#first) discard(this.#first);
  }

  /** What the loader has asked for already, if it is what `effect` asks for. It can be had once. */
  #claim(effect: EffectOf<'fetch'>): Promise<Response> | undefined {
    const first = this.#first;
    if (!first || !isFirst(effect, first)) return undefined;
    this.#first = undefined;
    return first.response;
  }

  /** Performs `effect`, in this task but for what takes time. */
  perform(effect: Effect): void {
    const { element, root, prefix, signal } = this.#setting;
    const { writer } = this;
    if (writer?.perform(effect)) return;
    switch (effect.type) {
      case 'fetch':
        ++this.#requests;
        void performFetch(
          effect,
          askPage(element, effect) ?? this.#claim(effect),
          signal,
          writer?.send,
        ).then((event) => {
          --this.#requests;
          this.#dispatch(event);
        });
        break;
      case 'load':
        this.#dispatch({ type: 'loaded', key: effect.key, value: load(effect.key) });
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
      case 'later':
        // After the next frame; in a tab that nobody looks at there is none until somebody does.
        requestAnimationFrame(() => setTimeout(() => this.#dispatch({ type: 'draw' })));
        break;
      case 'emit':
        emit(element, effect);
        break;
    }
  }
}
