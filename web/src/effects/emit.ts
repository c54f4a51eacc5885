/** @file The effect `emit`: an event for the page. */

import type { EffectOf } from '../frame.ts';

/**
 * Fires `afterword:NAME` on `element`. Composed, so that a page finds it wherever the element stands. When an answer
 * makes no sense the console says so too, for the owner of the site: the reader's words do not name pointers.
 */
export const emit = (element: HTMLElement, { name, detail }: EffectOf<'emit'>): void => {
  if (detail['kind'] === 'unreachable' && detail['detail'] !== 'no reply')
    console.warn(`Afterword: backend misconfigured? ${detail['request']}: ${detail['detail']}`);
  element.dispatchEvent(new CustomEvent(`afterword:${name}`, { bubbles: true, composed: true, detail }));
};
