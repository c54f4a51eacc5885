/** @file The effect `emit`: an event for the page. */

import type { EffectOf } from '../frame.ts';

/** Fires `afterword:NAME` on `element`. Composed, so that a page finds it wherever the element stands. */
export const emit = (element: HTMLElement, { name, detail }: EffectOf<'emit'>): void => {
  element.dispatchEvent(new CustomEvent(`afterword:${name}`, { bubbles: true, composed: true, detail }));
};
