/** @file The values in a form. They live in the DOM and nowhere else. */

import type { Fields, Value } from './frame.ts';

/** A control that holds a value. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = ':is(input,textarea,select)[name]';

/** `target` as a control of a form, or null. */
export const controlOf = (target: EventTarget | null): Control | null =>
  target instanceof Element ? target.closest<Control>(`[data-form] ${controls}`) : null;

/** Whether `control` is ticked rather than typed in. */
export const isBox = (control: Control): control is HTMLInputElement => control.type === 'checkbox';

/** The value of one control. */
export const valueOf = (control: Control): Value => (isBox(control) ? control.checked : control.value);

/** The controls of `form`. */
export const controlsOf = (form: Element): Control[] => [...form.querySelectorAll<Control>(controls)];

/** All values of `form`, by name. */
export const fieldsOf = (form: Element): Fields =>
  Object.fromEntries(controlsOf(form).map((control) => [control.name, valueOf(control)]));

/** The name that the core knows the form of `element` by; empty if it stands in none. */
export const formOf = (element: Element): string => element.closest<HTMLElement>('[data-form]')?.dataset['form'] ?? '';
