/**
 * @file What was typed, over the end of a widget: an element that is drawn anew for the same page, or taken off the page
 * and put back, has it again. Held by the element, and gone with it.
 */

import { fill } from './effects/fill.ts';
import { fieldsOf, formOf } from './form.ts';
import type { Event, Fields } from './frame.ts';
import type { Root } from './root.ts';

interface Drafts {
  readonly page: string;
  readonly forms: ReadonlyMap<string, Fields>;
}

const kept = new WeakMap<HTMLElement, Drafts>();

/** Keeps what stands in the forms of `root`. `page` names backend and page: text must not move to another. */
export const keepDrafts = (element: HTMLElement, page: string, root: Root): void => {
  const forms = [...root.querySelectorAll('[data-form]')].map((form) => [formOf(form), fieldsOf(form)] as const);
  kept.set(element, { page, forms: new Map(forms) });
};

/** Puts back what was kept for `page`, into the forms that are there, and tells the core as if it were typed. */
export const restoreDrafts = (
  element: HTMLElement,
  page: string,
  root: Root,
  dispatch: (event: Event) => void,
): void => {
  const drafts = kept.get(element);
  kept.delete(element);
  if (drafts?.page !== page) return;
  for (const [form, fields] of drafts.forms) {
    fill(root, { type: 'fill', form, fields });
    for (const [field, value] of Object.entries(fields)) if (value) dispatch({ type: 'input', form, field, value });
  }
};
