/**
 * @file Morphing: a region becomes what the core drew, and what the reader is doing in it goes on.
 *
 * Why morphdom: it is handed nodes, matches them by id, and asks before it touches an element, so controls can be kept
 * out of its hands as a whole. It costs 1.3 kB compressed, after scripts/morphdom.mjs. Idiomorph (3.3 kB) restores focus
 * by `document.activeElement`, which inside a shadow root is the host and not the field; it sets the values of controls;
 * and it appends a hidden element to the page's own document while it works. Both are widely used, and still released.
 */

import morphdom from 'morphdom';

/** Attributes of a control that are the reader's: the value typed, the box ticked, the size a textarea was drawn to. */
const own = new Set(['value', 'checked', 'style']);

const isControl = (element: Element): boolean => /^(input|textarea|select)$/i.test(element.localName);

/** Gives `to` the attributes of `from`, except for those that are the reader's. */
const copyAttributes = (from: Element, to: Element): void => {
  for (const { name } of [...to.attributes]) if (!own.has(name) && !from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes)
    if (!own.has(name) && to.getAttribute(name) !== value) to.setAttribute(name, value);
};

/**
 * Turns `from` into `to`, in place. Elements are matched by id; what is typed, ticked, selected or focused in a control
 * stays; so does the text of a live region, which `announce` has put there.
 */
export const morph = (from: Element, to: Element): void => {
  // Nothing that could be kept: one insertion instead of a walk. So the first page of a thread is drawn.
  if (!from.querySelector('[id]') && !from.matches(':focus-within')) return from.replaceWith(to);
  morphdom(from, to, {
    getNodeKey: (node) => (node instanceof Element ? (node.getAttribute('id') ?? undefined) : undefined),
    onBeforeElUpdated: (before, after) => {
      if (isControl(before)) copyAttributes(after, before);
      return !isControl(before) && !/^(status|alert)$/.test(after.getAttribute('role') ?? '');
    },
  });
};
