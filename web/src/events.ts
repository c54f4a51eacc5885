/** @file What the reader does, as events for the core. A few listeners on the root serve all forms and buttons. */

import { controlOf, fieldsOf, formOf, isBox, valueOf, type Control } from './form.ts';
import type { Event as CoreEvent } from './frame.ts';
import { focused, type Root } from './root.ts';
import { selectedIn } from './selection.ts';

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

  // A finger that presses something takes away what was selected. So that is looked at before; it stays in mind until
  // something else is pressed, and while a menu opens, in which it is for another button.
  let selected: AbstractRange | undefined;
  const select = (event: PointerEvent) => {
    const isAction = (event.composedPath()[0] as Element).closest?.('[data-action]');
    selected = isAction ? (selectedIn(root) ?? selected) : undefined;
  };
  on('pointerdown', select, self);

  on('click', (event) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-action],[data-mark]');
    if (!element || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const form = element.closest('[data-form]');
    const { action, mark, value } = element.dataset;
    dispatch({
      type: action ?? 'mark',
      mark,
      value,
      key: '',
      range: selectedIn(root) ?? selected,
      comment: element.closest<HTMLElement>('[data-comment]')?.dataset['comment'],
      field: element.closest<HTMLElement>('[data-field]')?.dataset['field'],
      ...(form && { form: formOf(form), fields: fieldsOf(form) }),
    });
    if (action !== 'menu') selected = undefined;
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

  // Who fills in forms for the reader may tell of a change alone, and of no input. A box has been left when it was
  // ticked; when everything else is left, writing/left.ts tells.
  on('change', (event) => {
    const control = controlOf(event.target);
    if (control) tell(isBox(control) ? 'blur' : 'input', control);
  });

  on('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const name = formOf(form);
    if (!name) return;
    event.preventDefault();
    const field = controlOf(focused(root))?.name;
    dispatch({ type: 'submit', form: name, fields: fieldsOf(form), field, key: '' });
  });

  self.addEventListener('hashchange', () => dispatch({ type: 'locate', target: targetOf() }), { signal });
};
