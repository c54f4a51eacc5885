/** @file The effect `focus`. It runs in the task of the reader's gesture: a phone opens its keyboard only then. */

/** Marks what the reader was led to, as long as it has the focus. What a press has focused has no mark. */
const mark = 'is-found';

/** Moves the focus to `element`, even if it takes none by itself, and brings it into view. */
export const focus = (element: HTMLElement): void => {
  element.focus();
  if (!element.matches(':focus')) {
    element.tabIndex = -1;
    element.focus();
  }
  element.classList.add(mark);
  element.addEventListener('blur', () => element.classList.remove(mark), { once: true });
};
