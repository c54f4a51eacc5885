/** @file What the reader does, as events for the core. A few listeners on the root serve all forms and buttons. */

import { controlOf, fieldsOf, formOf, isBox, valueOf, type Control } from './form.ts';
import type { Event as CoreEvent } from './frame.ts';
import { focused, type Root } from './root.ts';

/** The fragment of the page's address, without its `#`. */
export const targetOf = (): string => location.hash.slice(1);

/**
 * Sends what happens in `root` to `dispatch`, until `signal` is aborted. What is pressed may have to wait for the whole
 * core, so what it needs besides is left empty here, and filled in by writing/press.ts when it is its turn.
 */
export const listen = (root: Root, dispatch: (event: CoreEvent) => void, signal: AbortSignal): void => {
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
    target: EventTarget = root,
  ) => target.addEventListener(type, listener as EventListener, { signal });

  const tell = (type: 'input' | 'blur', control: Control) =>
    dispatch({ type, form: formOf(control), field: control.name, value: valueOf(control) });

  on('click', (event) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-action],[data-mark]');
    if (!element || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const form = element.closest('[data-form]');
    const { action, mark } = element.dataset;
    dispatch({
      type: action ?? 'mark',
      mark,
      key: '',
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
  // loses the focus keeps its active element, and nothing was left. Who fills in forms for the reader may tell of a
  // change alone, and of no input.
  on('change', (event) => {
    const control = controlOf(event.target);
    if (control) tell(isBox(control) ? 'blur' : 'input', control);
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
    const field = controlOf(focused(root))?.name;
    dispatch({ type: 'submit', form: name, fields: fieldsOf(form), field, key: '' });
  });

  self.addEventListener('hashchange', () => dispatch({ type: 'locate', target: targetOf() }), { signal });
};
