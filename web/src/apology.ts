/** @file What a widget says when it cannot go on, and leaves everything that was typed where it is. */

import { announce } from './effects/announce.ts';
import { find, type Root } from './root.ts';

const text = 'Something went wrong here. Please copy what you have written, and reload the page.';

/** Says it, to be seen and to be heard. */
export const apologise = (root: Root, prefix: string): void => {
  const id = `${prefix}broken`;
  if (!find(root, id)) {
    const note = document.createElement('p');
    note.id = id;
    note.className = 'broken';
    note.textContent = text;
    (find(root, `${prefix}afterword`) ?? root).append(note);
  }
  announce(root, prefix, text, true);
};

/** Takes it back: the widget can go on after all. */
export const withdraw = (root: Root, prefix: string): void => find(root, `${prefix}broken`)?.remove();
