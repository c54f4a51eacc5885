/** @file What is pressed: buttons of forms and comments, and those of the toolbar. */

import type { Event } from '../frame.ts';
import type { Root } from '../root.ts';
import { selectedIn } from '../selection.ts';
import { createKey } from './key.ts';
import { quotationOf } from './quotation.ts';
import { textareaOf } from './textarea.ts';

/** Whether what is selected in a comment goes along with `event`. */
const isAnswer = ({ type }: Event): boolean => /^(reply|quote)$/.test(type);

/**
 * `event` with a key of its own, where it is to have one, and with the text that it is for: a mark, what stands in the
 * textarea now, for it may have waited, and the reader have typed on; an answer, what was selected when it was pressed.
 */
export const completePress = (root: Root, { range, ...event }: Event): Event => {
  if (event['key'] !== '') return event;
  const key = createKey();
  if (range && isAnswer(event)) return { ...event, key, text: quotationOf(range as AbstractRange, event['comment']) };
  const area = event.type === 'mark' ? textareaOf(root, event['form']) : null;
  if (!area) return { ...event, key };
  const { value, selectionStart: start, selectionEnd: end } = area;
  return { ...event, key, before: value.slice(0, start), selected: value.slice(start, end), after: value.slice(end) };
};

/**
 * Leaves the focus in the textarea when a button of its toolbar is pressed: the reader goes on writing there. And leaves
 * what is selected, on the way to "Quote".
 */
export const keepFocus = (root: Root, signal: AbortSignal): void => {
  const keep = ({ target }: globalThis.Event) =>
    (target as Element).closest('[data-mark]') ||
    ((target as Element).closest('[data-action=menu],[data-action=quote]') && selectedIn(root));
  root.addEventListener('mousedown', (event) => keep(event) && event.preventDefault(), { signal });
};
