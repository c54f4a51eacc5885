/** @file Which controls were left: what was typed there is looked at then, and not before. */

import { controlOf, controlsOf, formOf, isBox, valueOf, type Control } from '../form.ts';
import type { Event as CoreEvent } from '../frame.ts';
import { focused, type Root } from '../root.ts';

/** Whether something was typed in `control` while `waiting` grew, and its form not sent: all of that is looked at. */
const isTyped = (control: Control, waiting: readonly CoreEvent[]): boolean => {
  const events = waiting.filter((event) => event['form'] === formOf(control));
  return (
    events.some((event) => event.type === 'input' && event['field'] === control.name) &&
    !events.some((event) => event.type === 'submit')
  );
};

/**
 * Tells of the controls in `root` that are left from now on, and of those that were left while `waiting`, the events
 * that the whole core has not heard of yet, grew.
 */
export const watchLeft = (
  root: Root,
  waiting: readonly CoreEvent[],
  dispatch: (event: CoreEvent) => void,
  signal: AbortSignal,
): void => {
  const left = new Set<Control>();
  let pressed = false;
  const tell = () => {
    const controls = [...left];
    left.clear();
    for (const control of controls)
      if (control.isConnected && focused(root) !== control)
        dispatch({ type: 'blur', form: formOf(control), field: control.name, value: valueOf(control) });
  };
  for (const form of root.querySelectorAll('[data-form]'))
    for (const control of controlsOf(form)) if (isTyped(control, waiting)) left.add(control);
  tell();

  // A message that appears while the mouse is down would push away the button that is being pressed, and the click
  // would miss it. So what was left by pressing is told when the button is up and clicked.
  const release = () => {
    if (pressed) setTimeout(tell);
    pressed = false;
  };
  root.addEventListener('mousedown', () => (pressed = true), { signal });
  addEventListener('mouseup', release, { signal });
  addEventListener('dragend', release, { signal });

  // A window that loses the focus keeps its active element, and nothing was left.
  const leave = (event: Event) => {
    const control = controlOf(event.target);
    if (!control || isBox(control) || focused(root) === control) return;
    left.add(control);
    if (!pressed) tell();
  };
  root.addEventListener('focusout', leave, { signal });
  // Before it is sent: all of the form is looked at then.
  root.addEventListener('submit', () => left.clear(), { signal, capture: true });
};
