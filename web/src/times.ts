/**
 * @file Times in the reader's words and zone. The core writes `<time datetime>` with an absolute UTC time, and this file
 * its text: "5 minutes ago", later a date. The words are put in before the nodes reach the page, so a region that is
 * drawn again differs only where its words do.
 */

import type { Root } from './root.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Older than this, a comment shows its date. */
const recent = 7 * day;

/** Intl's objects are slow to make and quick to use. */
interface Words {
  readonly ago: Intl.RelativeTimeFormat;
  readonly date: Intl.DateTimeFormat;
  readonly full: Intl.DateTimeFormat;
}

const wordsOf = (language: string): Words => {
  const make = (locales: string[]): Words => ({
    ago: new Intl.RelativeTimeFormat(locales, { numeric: 'auto' }),
    date: new Intl.DateTimeFormat(locales, { dateStyle: 'long' }),
    full: new Intl.DateTimeFormat(locales, { dateStyle: 'full', timeStyle: 'short' }),
  });
  try {
    return make([language]);
  } catch {
    return make([]); // not a language tag: the reader's own
  }
};

/** Milliseconds after which a time of this age may need other words; infinite for what has a date, or is no time. */
const paceOf = (age: number): number => (age < hour ? minute : age < recent ? hour : Infinity);

/** The times of one widget, kept right while they can be seen. */
export class Times {
  readonly #words: Words;
  /** Those whose words can still change: of a long thread hardly any. */
  readonly #young = new Set<HTMLTimeElement>();
  #seen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds between two looks: what the youngest time needs. */
  #pace = Infinity;

  constructor(language: string) {
    this.#words = wordsOf(language);
  }

  /** Puts all times in `node` into words. */
  write(node: Element): void {
    for (const time of node.querySelectorAll('time')) this.#put(time);
  }

  /** Keeps the times in `node`, which has words and is on the page now, right from now on. */
  keep(node: Element | null): void {
    const now = Date.now();
    let pace = Infinity;
    for (const time of node?.querySelectorAll('time') ?? []) {
      const own = paceOf(now - Date.parse(time.dateTime));
      if (own < Infinity) this.#young.add(time);
      pace = Math.min(pace, own);
    }
    if (pace < this.#pace) this.#run(pace);
  }

  /** Looks after them while `root` can be seen. */
  watch(root: Root, signal: AbortSignal): void {
    document.addEventListener('visibilitychange', () => this.#look(), { signal });
    signal.addEventListener('abort', () => {
      this.#young.clear();
      this.#run(Infinity);
    });
    if (!self.IntersectionObserver) {
      this.#seen = true;
      return;
    }
    const observer = new IntersectionObserver((entries) => {
      this.#seen = entries.at(-1)?.isIntersecting ?? false;
      this.#look();
    });
    observer.observe(root instanceof ShadowRoot ? root.host : root);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Brings all times up to date, if anybody can see them. */
  #look(): void {
    let pace = Infinity;
    if (this.#seen && !document.hidden)
      for (const time of this.#young) {
        const own = time.isConnected ? this.#put(time) : Infinity;
        if (own === Infinity) this.#young.delete(time);
        pace = Math.min(pace, own);
      }
    this.#run(pace);
  }

  /** One timer for all times; none while nobody looks, or no time will change its words. */
  #run(pace: number): void {
    clearTimeout(this.#timer);
    this.#pace = pace;
    if (pace < Infinity && this.#seen && !document.hidden) this.#timer = setTimeout(() => this.#look(), pace);
  }

  /** Puts `time` into words. Returns its pace. */
  #put(time: HTMLTimeElement): number {
    const date = new Date(time.dateTime);
    const age = Date.now() - date.getTime();
    if (Number.isNaN(age)) return Infinity;
    const text = this.#say(date, age);
    if (time.textContent !== text) {
      time.textContent = text;
      time.title = this.#words.full.format(date);
    }
    return paceOf(age);
  }

  #say(date: Date, age: number): string {
    const { ago, date: dates } = this.#words;
    if (age < -hour || age >= recent) return dates.format(date);
    if (age < minute) return ago.format(0, 'second'); // a clock that is a little slow included
    if (age < hour) return ago.format(-Math.floor(age / minute), 'minute');
    if (age < day) return ago.format(-Math.floor(age / hour), 'hour');
    return ago.format(-Math.floor(age / day), 'day');
  }
}
