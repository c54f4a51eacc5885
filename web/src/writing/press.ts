/** @file What is pressed: buttons of forms and comments, and those of the toolbar. */

import type { Event } from '../frame.ts';
import type { Root } from '../root.ts';
import { createKey } from './key.ts';
import { textareaOf } from './textarea.ts';

/**
 * `event` with a key of its own, where it is to have one, and with the text that a mark is for. It may have waited, and
 * the reader have typed on.
 */
export const completePress = (root: Root, event: Event): Event => {
  if (event['key'] !== '') return event;
  const key = createKey();
  const area = event.type === 'mark' ? textareaOf(root, event['form']) : null;
  if (!area) return { ...event, key };
  const { value, selectionStart: start, selectionEnd: end } = area;
  return { ...event, key, before: value.slice(0, start), selected: value.slice(start, end), after: value.slice(end) };
};

/** Leaves the focus in the textarea when a button of its toolbar is pressed: the reader goes on writing there. */
export const keepFocus = (root: Root, signal: AbortSignal): void => {
  const keep = (event: globalThis.Event) => {
    if ((event.target as Element).closest('[data-mark]')) event.preventDefault();
  };
  root.addEventListener('mousedown', keep, { signal });
};
