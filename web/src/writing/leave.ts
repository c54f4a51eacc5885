/** @file The page is left, for a moment or for good; and the reader, or the network, is back. */

import { controlOf, formOf, valueOf } from '../form.ts';
import type { Event } from '../frame.ts';
import { focused, type Root } from '../root.ts';

/**
 * Tells when the page is hidden or left: of `leave`, and before it of what stands in the control that has the focus,
 * whatever an input method has still to do with it. This is the last that a page on a phone may hear.
 * Tells of `visible` when the page is seen again, also after another one.
 * @see https://www.w3.org/TR/page-visibility-2/
 */
export const watchLeaving = (root: Root, dispatch: (event: Event) => void, signal: AbortSignal): void => {
  const leave = () => {
    const control = controlOf(focused(root));
    if (control) dispatch({ type: 'input', form: formOf(control), field: control.name, value: valueOf(control) });
    dispatch({ type: 'leave' });
  };
  const seen = () => dispatch({ type: 'visible' });
  if (document.hidden) dispatch({ type: 'leave' }); // opened behind another tab
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : seen()), { signal });
  addEventListener('pagehide', leave, { signal });
  addEventListener('pageshow', (event) => event.persisted && seen(), { signal });
  addEventListener('online', () => dispatch({ type: 'online' }), { signal });
};
