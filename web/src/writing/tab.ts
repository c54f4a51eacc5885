/** @file The tab: which widget was here before this one, whatever page that was on. */

const name = 'afterword:widget';

/**
 * The widget that was the last one in this tab, by its key; `key` is the last one from now on. Null where there was none,
 * or the storage is forbidden. A subscription box writes no comments, and is no link of this chain.
 */
export const follow = (element: HTMLElement, key: string): string | null => {
  if (element.localName === 'afterword-subscribe') return null;
  try {
    const before = sessionStorage.getItem(name);
    sessionStorage.setItem(name, key);
    return before;
  } catch {
    return null;
  }
};
