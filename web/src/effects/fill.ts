/** @file The effect `fill`: values for the controls of a form. */

import { controlsOf, isBox } from '../form.ts';
import type { EffectOf } from '../frame.ts';
import type { Root } from '../root.ts';

/** Sets the controls that `fields` names, and leaves the others alone. */
export const fill = (root: Root, { form, fields }: EffectOf<'fill'>): void => {
  const element = root.querySelector(`[data-form="${CSS.escape(form)}"]`);
  for (const control of element ? controlsOf(element) : []) {
    const value = fields[control.name];
    if (value === undefined) continue;
    if (isBox(control)) control.checked = value === true;
    else if (control.value !== value) control.value = String(value);
  }
};
