/** @file The effects `store` and `list`, as effects/storage.ts has `load`. */

import { name } from '../effects/storage.ts';

/** Keeps `value` under `key`; without one, forgets what is there. */
export const store = (key: string, value?: string): void => {
  try {
    if (value === undefined) localStorage.removeItem(name(key));
    else localStorage.setItem(name(key), value);
  } catch {
    // The reader's choice, or the browser's: nothing to do about it.
  }
};

/** What is stored under keys that begin with `prefix`: pairs of key and value. */
export const list = (prefix: string): [string, string][] => {
  try {
    const own = Object.entries(localStorage).filter(([key]) => key.startsWith(name(prefix)));
    return own.map(([key, value]) => [key.slice(name('').length), String(value)]);
  } catch {
    return [];
  }
};
