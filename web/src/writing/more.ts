/** @file More comments by themselves, where the page wants that, when the reader comes near the end of those that are there. */

import type { Event } from '../frame.ts';
import { find } from '../root.ts';
import type { Setting } from '../setting.ts';

/** How far from the screen is near: as far as the screen is high. */
const rootMargin = '100% 0px';

/**
 * For a widget whose page wants it: what is to be called before an event happens. Tells of `more` while the button for that
 * is near, and other comments are there than the last time: so a backend that fails, or has less than it says, is asked again only
 * when the reader has gone away and come back.
 */
export const watchMore = (
  { element, root, prefix, signal }: Setting,
  dispatch: (event: Event) => void,
): ((event: Event) => void) => {
  if (element.getAttribute('more') !== 'auto' || !self.IntersectionObserver) return () => {};
  let region: HTMLElement | null = null;
  let asked = -1;
  const look = (entries: IntersectionObserverEntry[]) => {
    if (!entries.at(-1)!.isIntersecting) {
      asked = -1;
      return;
    }
    const count = root.querySelectorAll('.comment').length;
    if (count === asked || !region?.querySelector('button:not([aria-disabled])')) return;
    asked = count;
    dispatch({ type: 'more', auto: true });
  };
  const observer = new IntersectionObserver(look, { rootMargin });
  signal.addEventListener('abort', () => observer.disconnect());
  // What is observed anew is told of anew, when the layout is right.
  const observe = () => {
    observer.disconnect();
    region = find(root, `${prefix}more`);
    if (region && !signal.aborted) observer.observe(region);
  };
  observe();
  return ({ type }) => {
    if (type === 'response' || !region?.isConnected) queueMicrotask(observe);
  };
};
