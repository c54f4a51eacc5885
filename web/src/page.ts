/** @file What an element is about, where its attributes leave it open. */

/** What the backend knows the page of `element` as. */
export const pageOf = (element: HTMLElement): string =>
  element.getAttribute('page') ||
  document.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href ||
  location.pathname;

/** The language of `element`, as BCP 47. */
export const languageOf = (element: HTMLElement): string => element.closest<HTMLElement>('[lang]')?.lang || 'en';
