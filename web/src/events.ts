/** @file What the reader does, as events for the core. A few listeners on the root serve all forms and buttons. */

import { controlOf, fieldsOf, formOf, isBox, valueOf, type Control } from './form.ts';
import type { Event as CoreEvent } from './frame.ts';
import { focused, type Root } from './root.ts';

/** A fresh idempotency key. `randomUUID` is missing where a page is not served securely. */
const createKey = (): string =>
  crypto.randomUUID?.() ??
  // RFC 9562, section 5.4: 122 random bits, version 4, variant 10.
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (+digit / 4)))).toString(16),
  );

/** The fragment of the page's address, without its `#`. */
export const targetOf = (): string => location.hash.slice(1);

/** Sends what happens in `root` to `dispatch`, until `signal` is aborted. */
export const listen = (root: Root, dispatch: (event: CoreEvent) => void, signal: AbortSignal): void => {
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
    target: EventTarget = root,
  ) => target.addEventListener(type, listener as EventListener, { signal });

  const tell = (type: 'input' | 'blur', control: Control) =>
    dispatch({ type, form: formOf(control), field: control.name, value: valueOf(control) });

  on('click', (event) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-action]');
    if (!element || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const form = element.closest('[data-form]');
    dispatch({
      type: element.dataset['action']!,
      comment: element.closest<HTMLElement>('[data-comment]')?.dataset['comment'],
      field: element.closest<HTMLElement>('[data-field]')?.dataset['field'],
      ...(form && { form: formOf(form), fields: fieldsOf(form) }),
    });
  });

  // While an input method composes, the text is not the reader's yet: what stands there may vanish again.
  on('input', (event) => {
    const control = controlOf(event.target);
    if (control && !(event as InputEvent).isComposing) tell('input', control);
  });
  on('compositionend', (event) => {
    const control = controlOf(event.target);
    if (control) tell('input', control);
  });

  // A message that appears while the mouse is down would push away the button that is being pressed, and the click
  // would miss it. So what was left by pressing is told when the button is up and clicked.
  const left = new Set<Control>();
  let pressed = false;
  const tellLeft = () => {
    const controls = [...left];
    left.clear();
    for (const control of controls) if (control.isConnected && focused(root) !== control) tell('blur', control);
  };
  const release = () => {
    if (pressed) setTimeout(tellLeft);
    pressed = false;
  };
  on('mousedown', () => (pressed = true));
  on('mouseup', release, self);
  on('dragend', release, self);

  // A box has been left when it was ticked; everything else when the focus goes elsewhere on the page. A window that
  // loses the focus keeps its active element, and nothing was left.
  on('change', (event) => {
    const control = controlOf(event.target);
    if (control && isBox(control)) tell('blur', control);
  });
  on('focusout', (event) => {
    const control = controlOf(event.target);
    if (!control || isBox(control) || focused(root) === control) return;
    left.add(control);
    if (!pressed) tellLeft();
  });

  on('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const name = formOf(form);
    if (!name) return;
    event.preventDefault();
    left.clear(); // all of the form is looked at now
    dispatch({ type: 'submit', form: name, fields: fieldsOf(form), key: createKey() });
  });

  self.addEventListener('hashchange', () => dispatch({ type: 'locate', target: targetOf() }), { signal });
};
