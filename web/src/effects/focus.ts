/**
 * @file The effects `focus` and `scroll`. Both run in the task of the reader's gesture: a phone opens its keyboard only
 * then.
 */

/** Moves the focus to `element`, even if it takes none by itself. */
export const focus = (element: HTMLElement, scroll: boolean): void => {
  const options = { preventScroll: !scroll };
  element.focus(options);
  if (element.matches(':focus')) return;
  element.tabIndex = -1;
  element.focus(options);
};

/** Brings `element` into view: at once if the reader wants no motion. */
export const scroll = (element: HTMLElement): void =>
  element.scrollIntoView({
    block: 'nearest',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
  });
