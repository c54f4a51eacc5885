/**
 * @file The two cores of a widget, one after the other: the reader, which is small and shows form and thread, and the
 * whole core. The same events lead both to the same state. So the whole core is told all that has happened, nobody looks
 * at its frames, and from then on it goes on alone.
 */

import type { CoreWidget } from './core.ts';
import type { Frame } from './frame.ts';
import type { Writing } from './parts.ts';

/** What a widget asks, whichever core has the answer. */
export class Cores {
  #current: CoreWidget;
  /** What the whole core needs of a browser; there from the moment that it goes on alone. */
  writing: Writing | undefined;
  readonly #open: (() => Promise<[CoreWidget, Writing]>) | undefined;
  readonly #signal: AbortSignal;
  /** All that has happened, until the whole core knows it. */
  #past: string[] | undefined = [];
  #coming: Promise<void> | undefined;

  /**
   * @param reader a new widget in the reader
   * @param open makes one of the same configuration and recipe in the whole core, and brings what that needs; rejects
   *   where that cannot be had; `undefined`: the first core has all the answers
   * @param signal aborted when the widget ends
   */
  constructor(reader: CoreWidget, open: (() => Promise<[CoreWidget, Writing]>) | undefined, signal: AbortSignal) {
    this.#current = reader;
    this.#open = open;
    this.#signal = signal;
  }

  /** Whether there is a whole core to bring in. */
  get grows(): boolean {
    return !!this.#open;
  }

  /** The frame that is the answer to `event`, or nothing, if that takes the whole core and it is not there yet. */
  dispatch(event: string): Frame | undefined {
    const frame = this.#current.dispatch(event);
    if (!frame) return undefined;
    this.#past?.push(event);
    return JSON.parse(frame) as Frame;
  }

  /** Brings the whole core in. Where it cannot be had now, it can be asked for again. */
  complete(): Promise<void> {
    return (this.#coming ??= this.#handOver().catch((error: unknown) => {
      this.#coming = undefined;
      throw error;
    }));
  }

  destroy(): void {
    this.#current.destroy();
  }

  /** After a trap: see CoreWidget. */
  abandon(): void {
    this.#current.abandon();
  }

  async #handOver(): Promise<void> {
    const [whole, writing] = await this.#open!();
    if (this.#signal.aborted) return whole.destroy();
    try {
      for (const event of this.#past!) whole.dispatch(event);
    } catch (error) {
      whole.abandon();
      throw error;
    }
    this.#past = undefined;
    this.#current.destroy();
    this.#current = whole;
    this.writing = writing;
  }
}
