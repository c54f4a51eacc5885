/** @file The effect `guard`: asks the reader before the page is left. */

/**
 * Holds the page, or lets it go. There is no listener unless it is held: with one, some browsers keep no page to come
 * back to.
 * @see https://web.dev/articles/bfcache
 */
export const createGuard = (signal: AbortSignal): ((on: boolean) => void) => {
  const ask = (event: BeforeUnloadEvent) => {
    event.preventDefault();
    event.returnValue = 'ask'; // Safari and older others look at this alone; nobody shows the text
  };
  return (on) => {
    if (on) addEventListener('beforeunload', ask, { signal });
    else removeEventListener('beforeunload', ask);
  };
};
