/** @file The effect `focus`. It runs in the task of the reader's gesture: a phone opens its keyboard only then. */

/** Moves the focus to `element`, even if it takes none by itself, and brings it into view. */
export const focus = (element: HTMLElement): void => {
  element.focus();
  if (element.matches(':focus')) return;
  element.tabIndex = -1;
  element.focus();
};
