/** @file The desk: reads to people from the book, and writes into it what they may say. */

import { Refusal, escapeHtml, refuseBoxes } from './refusal.mjs';

/** @typedef {import('./book.mjs').Entry} Entry */

/** Answers to "How do you know us?". */
export const sources = ['A friend told me', 'From the newspaper', 'By chance'];

/** Letters of a name as it is printed, bytes of an entry, letters of an address for the news. */
const most = { nick: 40, words: 1000, news: 50 };

const looksLikeMail = (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const textOf = (value) => (typeof value === 'string' ? value.trim() : '');
const holdsOneOf = (words, text) => words.find((word) => text.toLowerCase().includes(word.toLowerCase()));

const printed = ({ id, under, nick, words, source, written, held, removed }) =>
  removed === 'Y'
    ? { id, under, nick: '', words: '', source: '', written, held, removed }
    : { id, under, nick: escapeHtml(nick), words, source, written, held, removed };

/** What is wrong with the boxes of `entry`, by name. */
const problemsOf = ({ nick, mail, words, source, agree }) => {
  const boxes = {};
  if (nick === '') boxes.nick = 'Who are you?';
  else if (escapeHtml(nick).length > most.nick)
    boxes.nick = `Your name does not fit into ${most.nick} letters. (A "&" takes five of them.)`;
  if (words === '') boxes.words = 'You have not written anything.';
  else if (Buffer.byteLength(words) > most.words) boxes.words = `There is room for ${most.words} bytes only.`;
  if (mail !== '' && !looksLikeMail(mail)) boxes.mail = 'This is no address that mail can be sent to.';
  if (source !== '' && !sources.includes(source)) boxes.source = 'Please choose one of the answers.';
  if (agree !== 'Y') boxes.agree = 'You have to agree to the house rules.';
  return boxes;
};

export class Desk {
  #book;
  #house;

  /**
   * @param {import('./book.mjs').Book} book
   * @param {{hold: string[], block: string[], flood: number, sheet: number}} house words that hold an entry, words that
   *   block it, seconds between two entries of one name, top-level entries that are read at once
   */
  constructor(book, house) {
    this.#book = book;
    this.#house = house;
  }

  /** One sheet of `page`, from the top-level entry `from` on; answers come with what they answer. */
  read({ page, from }) {
    if (textOf(page) === '') throw new Refusal(99, 'Which page?');
    const shown = this.#book.of(page).filter(({ held }) => held === 'N');
    const wrapAll = (under) => shown.filter((entry) => entry.under === under).map(wrap).filter(Boolean);
    const wrap = (entry) => {
      const list = wrapAll(entry.id);
      if (entry.removed === 'Y' && list.length === 0) return undefined;
      return { entry: printed(entry), answers: list.length > 0 ? { list } : null };
    };
    const top = wrapAll('root');
    const first = from ? top.findIndex(({ entry }) => String(entry.id) === String(from)) : 0;
    if (first < 0) throw new Refusal(99, 'There is no such place to read on from.');
    const end = first + this.#house.sheet;
    return {
      count: shown.filter(({ removed }) => removed === 'N').length,
      open: this.#book.closed.has(page) ? 'N' : 'Y',
      list: top.slice(first, end),
      next: end < top.length ? String(top[end].entry.id) : '',
    };
  }

  /** Writes an entry, if nothing speaks against it. */
  write(asked) {
    const page = textOf(asked.page);
    const { under } = asked;
    if (page === '' || (under !== 'root' && !Number.isInteger(under))) throw new Refusal(99, 'Which page, and under what?');
    if (this.#book.closed.has(page)) throw new Refusal(10, 'This page of the book is full.');
    const [nick, mail, words, source] = ['nick', 'mail', 'words', 'source'].map((box) => textOf(asked[box]));
    const boxes = problemsOf({ nick, mail, words, source, agree: asked.agree });
    if (Object.keys(boxes).length > 0) throw refuseBoxes(boxes);
    const before = this.#book.of(page).filter(({ removed }) => removed === 'N');
    if (under !== 'root' && !before.some(({ id, held }) => id === under && held === 'N'))
      throw new Refusal(14, 'What you answer is not in the book any more.');
    if (before.some((entry) => entry.nick === nick && entry.words === words))
      throw new Refusal(17, 'You have told us so before.');
    this.#slowDown(nick);
    const blocked = holdsOneOf(this.#house.block, words);
    if (blocked) throw new Refusal(23, `We don't print "${blocked}" & the like.`);
    const held = holdsOneOf(this.#house.hold, words) ? 'Y' : 'N';
    const written = String(Math.floor(Date.now() / 1000));
    const entry = { id: this.#book.nextId, under, page, nick, mail, words, source, written, held, removed: 'N' };
    this.#book.write('entry', entry);
    return { entry: printed(entry) };
  }

  /** Nobody writes twice within some seconds, on whatever page. */
  #slowDown(nick) {
    const times = [...this.#book.entries.values()].filter((entry) => entry.nick === nick).map(({ written }) => Number(written));
    const wait = Math.ceil(Math.max(...times, 0) + this.#house.flood - Date.now() / 1000);
    if (wait > 0) throw new Refusal(21, 'Let the ink dry first.', { wait: String(wait) });
  }

  /** Takes an address for the news. @return {'ok' | 'again' | 'bad'} */
  subscribe(mail) {
    const address = textOf(mail).toLowerCase();
    if (!looksLikeMail(address) || address.length > most.news) return 'bad';
    if (this.#book.readers.has(address)) return 'again';
    this.#book.write('reader', address);
    return 'ok';
  }

  /** What the owner alone may do. */
  obey({ do: deed, what }) {
    const aboutEntry = ['remove', 'release'].includes(deed);
    if (!(aboutEntry ? this.#book.entries.has(what) : ['close', 'reopen'].includes(deed) && textOf(what) !== ''))
      throw new Refusal(99, 'I do not know how to do that.');
    this.#book.write(deed, what);
    return {};
  }
}
