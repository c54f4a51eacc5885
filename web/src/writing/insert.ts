/** @file The effect `insert`: a comment is changed for the reader, who can undo it as if it were typed. */

import type { EffectOf } from '../frame.ts';
import type { Root } from '../root.ts';
import { differenceOf } from './difference.ts';
import { textareaOf } from './textarea.ts';

/** Puts `text` in place of what is selected. */
const type = (area: HTMLTextAreaElement, text: string): void => {
  // Deprecated, and still the only way into a browser's list of what can be undone.
  if (text ? document.execCommand('insertText', false, text) : document.execCommand('delete')) return;
  area.setRangeText(text);
  area.dispatchEvent(new Event('input', { bubbles: true }));
};

/**
 * The comment of a form becomes `before`, `selected` and `after`, and `selected` is selected. Only what differs is
 * replaced. The textarea has the focus then.
 */
export const insert = (root: Root, { form, before, selected, after }: EffectOf<'insert'>): void => {
  const area = textareaOf(root, form);
  if (!area) return;
  area.focus();
  const { start, end, text } = differenceOf(area.value, before + selected + after);
  if (start < end || text) {
    area.setSelectionRange(start, end);
    type(area, text);
  }
  area.setSelectionRange(before.length, before.length + selected.length);
};
