/** @file The effect `announce`: what a screen reader says. */

import { find, type Root } from '../root.ts';

/**
 * Puts `text` into the live region, polite or `urgent`, and empties the other: what it said last is no longer true. The
 * same text twice would not be said again, but for a space.
 */
export const announce = (root: Root, prefix: string, text: string, urgent: boolean): void => {
  for (const name of ['status', 'alert']) {
    const region = find(root, prefix + name);
    if (!region) continue;
    const before = region.textContent;
    region.textContent = urgent !== (name === 'alert') ? '' : before === text ? `${text}\u00a0` : text;
  }
};
