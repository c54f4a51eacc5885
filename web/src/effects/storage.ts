/**
 * @file The effects `load` and `store`: what this browser remembers for the reader. Storage can be full, forbidden or
 * absent, and even to name it can throw; then nothing is remembered.
 */

const name = (key: string): string => `afterword:${key}`;

/** What is stored under `key`, or null. */
export const load = (key: string): string | null => {
  try {
    return localStorage.getItem(name(key));
  } catch {
    return null;
  }
};

/** Keeps `value` under `key`; without one, forgets what is there. */
export const store = (key: string, value?: string): void => {
  try {
    if (value === undefined) localStorage.removeItem(name(key));
    else localStorage.setItem(name(key), value);
  } catch {
    // The reader's choice, or the browser's: nothing to do about it.
  }
};
