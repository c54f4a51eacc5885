/** @file What the guestbook says when it says no: always with status 200, a number for programs and words for people. */

const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#039;' };

/** The text as HTML; letters that mean something there are written out. */
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (letter) => references[letter]);

/** A no, thrown by whoever finds the reason. */
export class Refusal extends Error {
  /**
   * @param {number} no see API.md
   * @param {string} txt as text; it is sent as HTML
   * @param {object} more further members of `err`
   */
  constructor(no, txt, more = {}) {
    super(txt);
    this.answer = { ok: false, err: { no, txt: escapeHtml(txt), ...more } };
  }
}

/** Boxes of the form that need another look: their words by name. */
export const refuseBoxes = (boxes) => {
  const escaped = Object.entries(boxes).map(([box, words]) => [box, escapeHtml(words)]);
  return new Refusal(12, 'Some boxes need another look.', { boxes: Object.fromEntries(escaped) });
};
