/** @file The steps of web/recipes/tutorial.md, and the recipe as far as they have led. */

import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../../web/recipes/tutorial.md', import.meta.url), 'utf8');

const piecesIn = (step) => [...step.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json]) => JSON.parse(json));

/**
 * By number; before the first stands what there is to know.
 * @type {{text: string, pieces: object[]}[]}
 */
export const steps = text.split(/^## \d+\. /m).map((step) => ({ text: step, pieces: piecesIn(step) }));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `piece` laid into `whole`, as the tutorial tells its readers to: objects member by member, arrays one behind the other. */
const lay = (whole, piece) => {
  if (Array.isArray(piece) && Array.isArray(whole)) return [...whole, ...piece];
  if (!isObject(piece) || !isObject(whole)) return piece;
  const members = Object.entries(piece).map(([key, value]) => [key, key in whole ? lay(whole[key], value) : value]);
  return { ...whole, ...Object.fromEntries(members) };
};

/**
 * The recipe after step `last`.
 * @param {number} last
 */
export const recipeAfter = (last) => steps.slice(0, last + 1).flatMap(({ pieces }) => pieces).reduce(lay, {});
