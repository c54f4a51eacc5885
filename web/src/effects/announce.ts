/** @file The effect `announce`: what a screen reader says. */

/** Puts `text` into the live region `element`. The same text twice would not be said again, but for a space. */
export const announce = (element: HTMLElement, text: string): void => {
  element.textContent = element.textContent === text ? `${text}\u00a0` : text;
};
