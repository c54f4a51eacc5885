/** @file The reader's place on the page. */

import { focused, type Root } from '../root.ts';

/**
 * To be called before an event happens. If what has the focus is taken off the page by it, and nothing else is given the
 * focus, what stood around it gets that, or else `last`: who moves by keys is not thrown back to the page's beginning.
 * @see https://www.w3.org/TR/WCAG22/#focus-order
 */
export const keepPlace = (root: Root, last: HTMLElement | null): void => {
  const before = focused(root);
  const around: HTMLElement[] = [];
  for (let up = before?.parentElement; up && root.contains(up); up = up.parentElement)
    if (up.hasAttribute('tabindex')) around.push(up);
  if (before)
    queueMicrotask(() => {
      if (!before.isConnected && !focused(root)) (around.find((element) => element.isConnected) ?? last)?.focus();
    });
};
