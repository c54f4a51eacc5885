/** @file The page's say in a request: it may answer what no recipe can express. */

import type { EffectOf } from '../frame.ts';

/** The detail of `afterword:request`. */
export interface RequestDetail {
  /** What the request is for: `list`, `create`, `subscribe`, `followers`, `me`, or `needs`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Answers in place of the backend. */
  respondWith(response: Response | Promise<Response>): void;
}

/** Fires `afterword:request` on `element`. Returns the page's own answer, if it has one; a cancelled request has none. */
export const askPage = (element: HTMLElement, effect: EffectOf<'fetch'>): Promise<Response> | undefined => {
  let answer: Promise<Response> | undefined;
  const { operation, method, url, headers, body } = effect;
  const respondWith = (response: Response | Promise<Response>) => {
    answer = Promise.resolve(response);
  };
  const detail: RequestDetail = { operation, method, url, headers, body, respondWith };
  const event = new CustomEvent('afterword:request', { bubbles: true, composed: true, cancelable: true, detail });
  return element.dispatchEvent(event) || answer ? answer : Promise.reject(Error('cancelled'));
};
