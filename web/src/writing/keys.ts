/** @file Keys, while something is written. */

import { controlOf } from '../form.ts';
import type { Root } from '../root.ts';

const isMac = /^(Mac|iP)/.test(navigator.platform);

/** Marks by the keys that other editors have for them. With Shift, a key may stand for what is above it. */
const marks: Readonly<Record<string, string>> = { b: 'bold', i: 'italic', k: 'link', e: 'code' };

/** The mark that a key stands for, pressed together with Ctrl or Cmd. */
const markOf = ({ key, code, shiftKey }: KeyboardEvent): string | undefined =>
  shiftKey ? (code === 'Period' || key === '>' ? 'quote' : undefined) : marks[key.toLowerCase()];

/**
 * Enter that ends a composition. Safari has ended it by then, and says so by the code alone.
 * @see https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode
 */
export const isComposing = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;

/**
 * Shortcuts in `root`: Ctrl or Cmd with Enter sends the form; with a letter it presses the button of the toolbar, where
 * the form has that. Enter that belongs to an input method sends nothing.
 */
export const watchKeys = (root: Root, signal: AbortSignal): void => {
  const press = (event: KeyboardEvent) => {
    const control = controlOf(event.target);
    const form = control?.closest<HTMLFormElement>('form[data-form]');
    if (!control || !form) return;
    if (isComposing(event)) {
      if (event.key === 'Enter' && control.localName !== 'textarea') event.preventDefault();
      return;
    }
    if (!(isMac ? event.metaKey : event.ctrlKey) || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) form.requestSubmit();
      return;
    }
    const mark = control.matches('textarea[name=comment]') && markOf(event);
    const button = mark && form.querySelector<HTMLElement>(`[data-mark=${mark}]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  };
  root.addEventListener('keydown', press as EventListener, { signal });
};
