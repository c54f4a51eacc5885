/** @file A widget: the loop from event to frame. What to draw and to do is the core's decision alone. */

import { apologise, withdraw } from './apology.ts';
import { Effects } from './effects/effects.ts';
import { targetOf } from './events.ts';
import { isWriter } from './effects/storage.ts';
import type { Event } from './frame.ts';
import { apply } from './patches.ts';
import type { Setting } from './setting.ts';
import { toJson } from './text.ts';

const isTyping = ({ type }: Event): boolean => type === 'input';

/** Whether `event` is something that the reader has pressed, and is owed an answer for: see events.ts. */
const isPressed = (event: Event): boolean => event['key'] === '';

/** Whether `event` comes and goes without an answer. */
const isQuiet = ({ type, auto }: Event): boolean =>
  !!auto || /^(input|blur|leave|visible|online|resume|draw|alarm|streamed)$/.test(type);

/** A widget on a page. */
export class Widget {
  readonly #setting: Setting;
  readonly #effects: Effects;
  #queue: Event[] = [];
  #busy = false;
  #broken = false;
  #completing = false;
  #prepared = false;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#effects = new Effects(setting, (event) => this.dispatch(event));
    setting.signal.addEventListener('abort', () => this.#destroy());
  }

  /**
   * Lets `event` happen: frame, patches and effects, all in this task. What happens meanwhile (a focus that moves, a
   * value that was loaded, a page's own listener) waits for its turn, so that no frame is cut by another. The first event
   * that takes the whole core waits until that is there, and so does all that follows.
   */
  readonly dispatch = (event: Event): void => {
    const last = this.#queue.at(-1);
    // While typing waits, the last text of a field is as good as all.
    if (isTyping(event) && last && isTyping(last) && last['form'] === event['form'] && last['field'] === event['field'])
      this.#queue.pop();
    this.#queue.push({ ...event, now: Date.now() });
    if (!this.#busy && !this.#run()) void this.#complete();
  };

  /** Lets all that waits happen, as far as it can; returns whether that is all. */
  #run(): boolean {
    const { cores, signal } = this.#setting;
    this.#busy = true;
    try {
      if (cores.writing && !this.#effects.writer && !signal.aborted) {
        const writer = (this.#effects.writer = cores.writing.write(this.#setting, this.dispatch, this.#queue));
        this.#queue.unshift({ ...writer.resume, now: Date.now() }); // the first that the whole core hears of by itself
      }
      for (let next; (next = this.#queue.shift()); )
        if (!this.#perform(next)) {
          this.#queue.unshift(next);
          return false;
        }
      return true;
    } finally {
      this.#busy = false;
    }
  }

  /**
   * Returns whether `event` has happened: if not, it takes the whole core.
   * @throws if the widget cannot even start: then the loader has the words for it
   */
  #perform(event: Event): boolean {
    const { cores, root, prefix, times, signal } = this.#setting;
    if (signal.aborted) return true;
    if (!this.#broken) {
      try {
        const frame = cores.dispatch(toJson(this.#effects.writer?.complete(event) ?? event));
        if (!frame) return false;
        apply(frame.patches, root, prefix, times);
        for (const effect of frame.effects) this.#effects.perform(effect);
        if (event.type === 'start') this.#effects.letGo();
        this.#prepare();
        return true;
      } catch (error) {
        this.#broken = true;
        cores.abandon();
        if (event.type === 'start') throw error;
        console.error('Afterword:', error);
      }
    }
    if (!isQuiet(event)) apologise(root, prefix);
    return true;
  }

  /** Brings the whole core in for what waits. If that fails, what the reader has pressed is to be pressed again. */
  async #complete(): Promise<void> {
    const { cores, root, prefix, signal } = this.#setting;
    if (this.#completing) return;
    this.#completing = true;
    try {
      // What failed may have been asked for before, in the background.
      await cores.complete().catch(() => cores.complete());
      withdraw(root, prefix);
    } catch (error) {
      if (signal.aborted) return;
      console.error('Afterword:', error);
      const left = this.#queue.filter((event) => !isPressed(event));
      if (left.length < this.#queue.length) apologise(root, prefix);
      this.#queue = left;
    } finally {
      this.#completing = false;
    }
    this.#run();
  }

  /** Once all that can be read is there: brings the whole core in while nobody waits for it. */
  #prepare(): void {
    const { cores, signal } = this.#setting;
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    // A comment that the address names may be on a page of the list that only the whole core looks for.
    if (!cores.grows || this.#prepared || this.#effects.awaits || (connection?.saveData && !isWriter() && !targetOf())) return;
    this.#prepared = true;
    (self.requestIdleCallback ?? setTimeout)(() => {
      if (signal.aborted) return;
      const goOn = () => void this.#run();
      cores.complete().then(goOn, () => {}); // the first event that takes it will try again
    });
  }

  #destroy(): void {
    const { cores, root } = this.#setting;
    try {
      if (!this.#broken) {
        // An app that shows another page: what was typed is kept, and what was changed is sent.
        const frame = this.#effects.writer && cores.dispatch(toJson({ type: 'leave', now: Date.now() }));
        for (const effect of frame?.effects ?? []) this.#effects.perform(effect);
        cores.destroy();
      }
    } catch (error) {
      console.error('Afterword:', error);
      cores.abandon();
    }
    root.replaceChildren();
  }
}
