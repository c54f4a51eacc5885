/** @file Textareas grow with their text, where the styles alone (`field-sizing`) do not see to it. */

import type { Root } from '../root.ts';

/** The heights that were set here. Another one is the reader's, who has drawn the textarea to it. */
const heights = new WeakMap<HTMLTextAreaElement, string>();

const fit = (area: HTMLTextAreaElement): void => {
  const { style } = area;
  if (style.height !== (heights.get(area) ?? '')) return;
  if (!area.value) style.height = '';
  else if (area.scrollHeight > area.clientHeight)
    style.height = `${area.offsetHeight + area.scrollHeight - area.clientHeight}px`;
  heights.set(area, style.height);
};

/** For the textareas in `root`: what is to be called when one of them may have another text. */
export const growTextareas = (root: Root): (() => void) => {
  let waits = false;
  if (CSS.supports('field-sizing', 'content')) return () => {};
  return () => {
    if (waits) return;
    waits = true; // once a frame: it asks for the layout
    requestAnimationFrame(() => {
      waits = false;
      for (const area of root.querySelectorAll('textarea')) fit(area);
    });
  };
};
