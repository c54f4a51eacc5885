/** @file Where two texts differ. */

/** What of a text becomes something else. */
export interface Difference {
  /** From where, and up to where, in code units of the text before. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isHigh = (unit: number): boolean => unit >>> 10 === 0x36;
const isLow = (unit: number): boolean => unit >>> 10 === 0x37;

/** The one piece of `before` by which `after` differs, as short as can be; no surrogate pair is cut. */
export const differenceOf = (before: string, after: string): Difference => {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) ++start;
  if (start && isHigh(before.charCodeAt(start - 1))) --start;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) ++same;
  if (same && isLow(before.charCodeAt(before.length - same))) --same;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
};
