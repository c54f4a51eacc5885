/** @file The effect `emit`: an event for the page. */

import type { EffectOf } from '../frame.ts';

/**
 * Fires `afterword:NAME` on `element`. Composed, so that a page finds it wherever the element stands. What went wrong the
 * console says too, for the owner of the site: the reader's words do not name pointers.
 */
export const emit = (element: HTMLElement, { name, detail }: EffectOf<'emit'>): void => {
  if (name === 'error') console.warn(`Afterword: ${detail['request']}: ${detail['detail']}`);
  element.dispatchEvent(new CustomEvent(`afterword:${name}`, { bubbles: true, composed: true, detail }));
};
