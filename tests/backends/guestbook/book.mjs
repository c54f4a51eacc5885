/** @file The book: what was written, in a file of JSON lines that is only ever added to. It is read once, at the start. */

import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * An entry as it is kept: texts as they were typed, flags as "Y" and "N".
 * @typedef {{id: number, under: number | 'root', page: string, nick: string, mail: string, words: string, source: string,
 *   written: string, held: 'Y' | 'N', removed: 'Y' | 'N'}} Entry
 */

/** What each kind of line does to the book when it is read again. */
const deeds = {
  entry: (book, entry) => book.entries.set(entry.id, entry),
  remove: (book, id) => (book.entries.get(id).removed = 'Y'),
  release: (book, id) => (book.entries.get(id).held = 'N'),
  close: (book, page) => book.closed.add(page),
  reopen: (book, page) => book.closed.delete(page),
  reader: (book, mail) => book.readers.add(mail),
};

/** All pages' entries, the pages that take none, and who reads the news. */
export class Book {
  /** @type {Map<number, Entry>} in the order of their numbers */
  entries = new Map();
  /** @type {Set<string>} */
  closed = new Set();
  /** @type {Set<string>} */
  readers = new Set();
  #file;

  /** @param {string} file is made when something is written for the first time */
  constructor(file) {
    this.#file = file;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    for (const line of lines.filter(Boolean)) {
      const [deed, what] = JSON.parse(line);
      deeds[deed](this, what);
    }
  }

  /**
   * Does it, and writes it down before anybody is told.
   * @param {keyof typeof deeds} deed
   * @param {Entry | number | string} what
   */
  write(deed, what) {
    appendFileSync(this.#file, `${JSON.stringify([deed, what])}\n`);
    deeds[deed](this, what);
  }

  get nextId() {
    return this.entries.size + 1;
  }

  /** All that was ever written on `page`, the oldest first. */
  of(page) {
    return [...this.entries.values()].filter((entry) => entry.page === page);
  }
}
