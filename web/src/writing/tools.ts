/** @file The tools of a thread: its order, and the search. */

import type { Event as CoreEvent } from '../frame.ts';
import type { Root } from '../root.ts';
import { isComposing } from './keys.ts';

/** Milliseconds after the last key when what is typed is searched for. */
const pause = 150;

/** The control called `name` of the tools, if that is where `event` happens. */
const controlOf = <Control extends HTMLElement>({ target }: Event, name: string): Control | undefined =>
  target instanceof HTMLElement && target.matches(`.thread-tools [name=${name}]`) ? (target as Control) : undefined;

/** Tells of the order that is chosen in `root`, and of what is searched for. */
export const watchTools = (root: Root, dispatch: (event: CoreEvent) => void, signal: AbortSignal): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const on = (type: string, listener: (event: Event) => void) => root.addEventListener(type, listener, { signal });
  const tell = ({ value }: HTMLInputElement) => {
    clearTimeout(timer);
    if (value !== told) dispatch({ type: 'search', value: (told = value) });
  };
  const wait = (event: Event) => {
    const input = controlOf<HTMLInputElement>(event, 'search');
    if (!input || (event as InputEvent).isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => tell(input), pause);
  };
  on('input', wait);
  on('compositionend', wait);
  // Where a browser has a button in the field that empties it.
  on('search', (event) => {
    const input = controlOf<HTMLInputElement>(event, 'search');
    if (input) tell(input);
  });
  on('keydown', (event) => {
    const input = controlOf<HTMLInputElement>(event, 'search');
    const { key } = event as KeyboardEvent;
    if (!input || !/^(Enter|Escape)$/.test(key) || isComposing(event as KeyboardEvent)) return;
    if (key === 'Escape' && !input.value) return; // it is for what stands around
    event.preventDefault(); // a form that the page has around it is not to be sent
    if (key === 'Escape') input.value = '';
    tell(input);
  });
  on('change', (event) => {
    const select = controlOf<HTMLSelectElement>(event, 'sort');
    if (select) dispatch({ type: 'sort', value: select.value });
  });
};
