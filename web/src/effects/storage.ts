/**
 * @file The effect `load`: what this browser remembers for the reader. Storage can be full, forbidden or absent, and even
 * to name it can throw; then nothing is remembered.
 */

/** What `key` is called in the storage, which belongs to all of the page's scripts. */
export const name = (key: string): string => `afterword:${key}`;

/** What is stored under `key`, or null. */
export const load = (key: string): string | null => {
  try {
    return localStorage.getItem(name(key));
  } catch {
    return null;
  }
};

/** Whether there is something that the reader began to write, or may still change. */
export const isWriter = (): boolean => {
  try {
    return Object.keys(localStorage).some((key) => /^afterword:(draft|own):/.test(key));
  } catch {
    return false;
  }
};
